"""Bad input for every mutating method: the declared error, all violations at once, nothing changed.

Requests are made from the descriptors and their field rules, so that a new field is covered when it
is declared. Prints JSON: how many cases, what was wrong, which (method, reason) pairs were seen.
"""

import json
import sys

import grpc
from google.protobuf import message_factory
from google.protobuf.descriptor import FieldDescriptor

import contract

REQUIRED, OUTPUT_ONLY, IDENTIFIER = 1, 2, 5
UUID_V7, RESOURCE_NAME, DECIMAL, CURRENCY, COUNTRY, LOT = 1, 2, 3, 4, 5, 31
# A child of a stranger, and a name that nobody ever had.
NOBODY = "00000000000000000000000000"

# Section 2 of the contract: reasons that follow from the shape of a method.
EVERYWHERE = {
    "CREDENTIALS_MISSING", "CREDENTIALS_INVALID", "CREDENTIALS_EXPIRED", "CREDENTIALS_REVOKED",
    "PERMISSION_MISSING", "SELLER_REQUIRED", "SELLER_NOT_ALLOWED", "INVALID_FIELDS",
    "DEADLINE_INVALID", "DEADLINE_EXCEEDED", "RATE_LIMITED", "OVERLOADED", "DATABASE_UNAVAILABLE",
    "DRAINING", "DEPENDENCY_UNAVAILABLE", "CALLER_CANCELLED", "INTERNAL_ERROR",
    "INVARIANT_VIOLATED",
}  # fmt: skip
MUTATIONS = {
    "REQUEST_ID_INVALID", "REQUEST_ID_EXPIRED", "REQUEST_ID_REUSED", "TRANSACTION_CONFLICT",
    "OUTCOME_UNKNOWN",
}  # fmt: skip
LISTS = {
    "PAGE_TOKEN_INVALID", "PAGE_TOKEN_EXPIRED", "PAGE_TOKEN_MISMATCH", "FILTER_INVALID",
    "ORDER_BY_INVALID",
}  # fmt: skip
VIOLATIONS = {
    "FIELD_REQUIRED", "FIELD_INVALID", "FIELD_OUT_OF_RANGE", "FIELD_IMMUTABLE", "FIELD_UNKNOWN",
    "REFERENCE_NOT_FOUND", "CURRENCY_MISMATCH", "AMOUNT_PRECISION", "IDENTIFIER_INVALID",
    "UPDATE_MASK_INVALID", "BATCH_TOO_LARGE", "CARD_NUMBER", "URL_NOT_ALLOWED",
}  # fmt: skip


def is_repeated(field):
    return field.label == FieldDescriptor.LABEL_REPEATED


def is_map(field):
    return (
        field.type == FieldDescriptor.TYPE_MESSAGE and field.message_type.GetOptions().map_entry
    )


def is_ours(field):
    return field.message_type is not None and field.message_type.full_name.startswith("o2c.v1.")


class Builder:
    """Makes requests that a server accepts in shape, and spoils one thing of them."""

    def __init__(self, known):
        self.known = known

    def valid(self, descriptor, depth=0, isUpdate=False):
        """A message in which every required field has a value of the right shape."""
        message = message_factory.GetMessageClass(descriptor)()
        isUpdate = isUpdate or descriptor.name.startswith("Update")
        for field in descriptor.fields:
            rule = self.known.rule(field)
            if field.name == "request_id":
                message.request_id = contract.request_id()
            elif field.name == "etag" and (depth == 0 or isUpdate):
                message.etag = "1"
            elif IDENTIFIER in rule.behavior and isUpdate:
                self.fill(message, field, rule, depth, isUpdate)
            elif REQUIRED in rule.behavior or rule.min_items:
                self.fill(message, field, rule, depth, isUpdate)
        return message

    def fill(self, message, field, rule, depth, isUpdate):
        if field.message_type is not None:
            value = self.valid(field.message_type, depth + 1, isUpdate) if is_ours(field) else None
            if value is None:
                target = getattr(message, field.name)
                if field.message_type.full_name == "google.type.Date":
                    date = target.add() if is_repeated(field) else target
                    date.year, date.month, date.day = 2024, 5, 6
                return
            if is_repeated(field):
                getattr(message, field.name).append(value)
            else:
                getattr(message, field.name).CopyFrom(value)
            return
        value = self.scalar(field, rule)
        if is_repeated(field):
            getattr(message, field.name).append(value)
        else:
            setattr(message, field.name, value)

    def scalar(self, field, rule):
        if field.type == FieldDescriptor.TYPE_STRING:
            if field.name == "roles":
                return "SALES"
            if rule.format == RESOURCE_NAME:
                return "/".join(
                    NOBODY if part.startswith("{") else part for part in rule.resource[0].split("/")
                )
            known = {DECIMAL: "1", CURRENCY: "EUR", COUNTRY: "DE", 22: "Europe/Berlin",
                     25: "0" * 64, 9: "S", 10: "DE89370400440532013000", 29: "STANDARD", 27: "KEY"}
            return known.get(rule.format, "text"[: rule.max_length or 4])
        if field.type == FieldDescriptor.TYPE_ENUM:
            return field.enum_type.values[1].number
        if field.type == FieldDescriptor.TYPE_BOOL:
            return True
        if field.type == FieldDescriptor.TYPE_BYTES:
            return b"x"
        return 1

    def spoiled(self, descriptor, path=(), depth=0, isUpdate=False):
        """Every way to spoil one field: (name, path of fields, function on the last message)."""
        if depth > 4:
            return
        isUpdate = isUpdate or descriptor.name.startswith("Update")
        for field in descriptor.fields:
            rule = self.known.rule(field)
            # What the server gives is ignored in what is created.
            if OUTPUT_ONLY in rule.behavior or (IDENTIFIER in rule.behavior and not isUpdate):
                continue
            if field.name == "request_id" or is_map(field):
                continue
            here = (*path, field)
            if is_ours(field):
                yield from self.spoiled(field.message_type, here, depth + 1, isUpdate)
                continue
            yield from ((name, here, change) for name, change in self.ways(field, rule, isUpdate))

    def ways(self, field, rule, isUpdate):
        if is_repeated(field):
            if rule.min_items and not isUpdate:
                yield "too few", lambda m, f: m.ClearField(f.name)
            if rule.max_items and field.type == FieldDescriptor.TYPE_STRING:
                many = rule.max_items + 1
                yield "too many", lambda m, f: getattr(m, f.name).extend(["A"] * many)
            return
        if field.type == FieldDescriptor.TYPE_ENUM:
            yield "unknown enum value", lambda m, f: setattr(m, f.name, 9_999)
        if field.type == FieldDescriptor.TYPE_STRING:
            if rule.max_length:
                long = "A" * (rule.max_length + 1)
                yield "too long", lambda m, f: setattr(m, f.name, long)
            yield "control character", lambda m, f: setattr(m, f.name, "a\x07b")
            if rule.format == DECIMAL:
                for name, text in [("scale", "1.1234567"), ("exponent", "1e3"), ("words", "ten"),
                                   ("overflow", "99999999999999999999"), ("NaN", "NaN")]:
                    yield name, lambda m, f, text=text: setattr(m, f.name, text)
                if rule.greater_than:
                    for text in [rule.greater_than, "-1"]:
                        yield "range", lambda m, f, text=text: setattr(m, f.name, text)
            elif rule.format == RESOURCE_NAME:
                for text in ["orders", "../etc/passwd", "'; DROP TABLE orders; --", "x/" + NOBODY]:
                    yield "name", lambda m, f, text=text: setattr(m, f.name, text)
            elif rule.format == LOT:
                yield "format", lambda m, f: setattr(m, f.name, " L-1")
            elif rule.format not in (0, 20, 23):
                yield "format", lambda m, f: setattr(m, f.name, "?!")
            # An update leaves out what stays.
            if REQUIRED in rule.behavior and not isUpdate:
                yield "missing", lambda m, f: m.ClearField(f.name)
        if field.type == FieldDescriptor.TYPE_INT64:
            for bound, step in [(rule.min, -1), (rule.max, 1)]:
                if bound:
                    value = int(bound) + step
                    yield "range", lambda m, f, value=value: setattr(m, f.name, value)


def dotted(path):
    return ".".join(field.name for field in path)


class Suite:
    def __init__(self, known):
        self.known = known
        self.builder = Builder(known)
        self.cases = 0
        self.failures = []
        self.pairs = set()

    def expect(self, label, method, payload, codes, reasons=None, path=None):
        """Sends it and holds the answer against what the contract says."""
        self.cases += 1
        outcome = self.known.send(method, payload)
        if not isinstance(outcome, contract.Outcome):
            outcome = self.inner(method, outcome)
            if outcome is None:
                self.failures.append(f"{label}: was accepted")
                return
        self.note(method, outcome, label)
        if outcome.code not in codes:
            self.failures.append(f"{label}: {outcome}")
        elif reasons is not None and outcome.reason not in reasons:
            self.failures.append(f"{label}: {outcome}, expected {reasons}")
        elif path is not None and outcome.reason == "INVALID_FIELDS":
            paths = [
                "".join(part for part in field.replace("]", "[").split("[")[::2])
                for field, _ in outcome.violations
            ]
            if not any(path == one or path.endswith(one) or one.endswith(path) for one in paths):
                self.failures.append(f"{label}: violations {outcome.violations} do not name {path}")

    def inner(self, method, reply):
        """The error within a reply: of a batch's or a stream's item."""
        reply = reply[0] if isinstance(reply, list) and reply else reply
        if isinstance(reply, list):
            return None
        message = message_factory.GetMessageClass(method.output_type)()
        message.ParseFromString(reply)
        for result in getattr(message, "results", []):
            if result.HasField("error"):
                return Inner(result.error)
        return None

    def note(self, method, outcome, label):
        if outcome.code == grpc.StatusCode.UNKNOWN or outcome.code == grpc.StatusCode.INTERNAL:
            self.failures.append(f"{label}: {outcome}")
        if outcome.reason is None:
            return
        self.pairs.add((f"{method.containing_service.name}/{method.name}", outcome.reason))
        if outcome.reason not in self.declared(method):
            self.failures.append(f"{label}: {outcome.reason} is not declared")
        if outcome.reason == "INVALID_FIELDS":
            for field, reason in outcome.violations:
                if reason not in VIOLATIONS:
                    self.failures.append(f"{label}: violation {reason} at {field} is not known")
        if outcome.metadata.get("outcome") != "not_applied":
            self.failures.append(f"{label}: outcome {outcome.metadata.get('outcome')}")

    def declared(self, method):
        rules = self.known.rules(method)
        declared = EVERYWHERE | set(rules.reasons)
        fields = method.input_type.fields_by_name
        if "name" in fields or rules.etag_required or self.names_resource(method):
            declared |= {"RESOURCE_NOT_FOUND", "INVALID_STATE_TRANSITION"}
        if "page_token" in fields:
            declared |= LISTS
        if not self.known.is_read(method):
            declared |= MUTATIONS | {"ETAG_MISMATCH", "ETAG_REQUIRED"}
        if method.client_streaming:
            declared |= {"REQUEST_IN_PROGRESS"}
        if rules.authority:
            declared |= {"AUTHORITY_EXCEEDED"}
        return declared

    def names_resource(self, method):
        """Updates name their resource within it, other verbs by another field or in their items."""
        return any(
            "name" in field.message_type.fields_by_name if field.message_type else False
            for field in method.input_type.fields
        ) or any(f.name in ("principal", "fingerprint", "source") for f in method.input_type.fields)

    # ------------------------------------------------------------------------------ what is tried

    def run(self):
        for method in self.known.methods():
            if method.client_streaming:
                self.raw(method)
                continue
            if not self.known.is_read(method):
                self.fields(method)
                self.together(method)
                self.unknown(method)
                self.request_ids(method)
                self.strangers(method)
                self.texts(method)
            self.raw(method)

    def request_of(self, method):
        """The message whose fields are spoiled: of batches an item, and how to send it."""
        items = method.input_type.fields_by_name.get("requests")
        if items is None:
            return method.input_type, lambda message: message
        batch = message_factory.GetMessageClass(method.input_type)

        def wrap(message):
            whole = batch()
            whole.requests.append(message)
            return whole

        return items.message_type, wrap

    def fields(self, method):
        descriptor, wrap = self.request_of(method)
        for name, path, change in self.builder.spoiled(descriptor):
            message = self.builder.valid(descriptor)
            target = message
            for field in path[:-1]:
                value = getattr(target, field.name)
                if is_repeated(field):
                    if not value:
                        value.append(self.builder.valid(field.message_type))
                    target = value[0]
                else:
                    if not target.HasField(field.name):
                        value.CopyFrom(self.builder.valid(field.message_type))
                    target = value
            try:
                change(target, path[-1])
            except ValueError:
                continue
            label = f"{method.name} {dotted(path)}: {name}"
            invalid = grpc.StatusCode.INVALID_ARGUMENT
            # The resource that a verb is about is looked up, also under a foolish name.
            alternatives = {invalid, grpc.StatusCode.NOT_FOUND} if name == "name" else {invalid}
            self.expect(label, method, wrap(message), alternatives, path=dotted(path))

    def together(self, method):
        """Several faults in one request come back together."""
        descriptor, wrap = self.request_of(method)
        message = self.builder.valid(descriptor)
        spoiled = set()
        for name, path, change in self.builder.spoiled(descriptor):
            if name not in ("too long", "scale", "unknown enum value") or path[0].name in spoiled:
                continue
            if any(is_repeated(field) for field in path) or path[-1].containing_oneof is not None:
                continue
            target = message
            for field in path[:-1]:
                target = getattr(target, field.name)
            change(target, path[-1])
            spoiled.add(dotted(path))
            if len(spoiled) == 3:
                break
        if len(spoiled) < 2:
            return
        self.cases += 1
        outcome = self.known.send(method, wrap(message))
        if not isinstance(outcome, contract.Outcome):
            outcome = self.inner(method, outcome)
        label = f"{method.name} {sorted(spoiled)} together"
        if outcome is None:
            self.failures.append(f"{label}: was accepted")
        elif len(outcome.violations) < len(spoiled):
            self.failures.append(f"{label}: {outcome}")

    def unknown(self, method):
        """Fields that the server does not know are refused in mutations."""
        descriptor, wrap = self.request_of(method)
        payload = wrap(self.builder.valid(descriptor)).SerializeToString()
        field = b"\xfa\xff\x01\x04what"  # field 4095
        self.expect(
            f"{method.name}: unknown field", method, payload + field,
            {grpc.StatusCode.INVALID_ARGUMENT}, {"INVALID_FIELDS"})

    def request_ids(self, method):
        if "request_id" not in method.input_type.fields_by_name:
            return
        for name, text in [("text", "not-an-id"), ("version 4", "9b2d5b7e-9f5c-4f43-8b8f-0d5f8a7d8f11")]:
            message = self.builder.valid(method.input_type)
            message.request_id = text
            self.expect(
                f"{method.name}: request id {name}", method, message,
                {grpc.StatusCode.INVALID_ARGUMENT}, {"REQUEST_ID_INVALID", "INVALID_FIELDS"})

    def strangers(self, method):
        """Well-formed names of nothing are not found, whatever is asked of them."""
        descriptor, wrap = self.request_of(method)
        message = self.builder.valid(descriptor)
        if not self.names(message) or "validate_only" not in descriptor.fields_by_name:
            return
        message.validate_only = True
        codes = {grpc.StatusCode.NOT_FOUND, grpc.StatusCode.INVALID_ARGUMENT}
        self.expect(
            f"{method.name}: a stranger", method, wrap(message), codes,
            {"RESOURCE_NOT_FOUND", "INVALID_FIELDS"})

    def names(self, message):
        """Whether something within it is named."""
        for field, value in message.ListFields():
            if field.type == FieldDescriptor.TYPE_STRING and NOBODY in str(value):
                return True
            if is_ours(field) and any(
                self.names(one) for one in (value if is_repeated(field) else [value])
            ):
                return True
        return False

    def texts(self, method):
        """No string of a request may be other than UTF-8."""
        descriptor, wrap = self.request_of(method)
        mark, wrong = "@@@@@@", b"\xed\xa0\x80\xc0\xaf\xff"
        for name, path, change in self.builder.spoiled(descriptor):
            if name != "control character" or any(is_repeated(field) for field in path):
                continue
            message = self.builder.valid(descriptor)
            target = message
            for field in path[:-1]:
                target = getattr(target, field.name)
            setattr(target, path[-1].name, mark)
            payload = wrap(message).SerializeToString().replace(mark.encode(), wrong)
            self.expect(
                f"{method.name} {dotted(path)}: invalid UTF-8", method, payload,
                {grpc.StatusCode.INVALID_ARGUMENT})

    def raw(self, method):
        """Bytes that are no message, or one that is too large or too deep."""
        name = method.name
        refused = {grpc.StatusCode.INVALID_ARGUMENT}
        self.expect(f"{name}: half a varint", method, b"\x0a\xff", refused)
        self.expect(f"{name}: random bytes", method, bytes(range(255, 127, -1)), refused)
        texts = [field.number for field in method.input_type.fields
                 if field.type == FieldDescriptor.TYPE_STRING]
        if texts or not self.known.is_read(method):
            tag = varint((texts or [1])[0] << 3 | 2)
            self.expect(f"{name}: 4 MiB", method, tag + varint(4 << 20) + b"a" * (4 << 20), refused)
        if not self.known.is_read(method):
            unknown = b"\xfa\xff\x01" + varint(600 << 10) + b"a" * (600 << 10)
            self.expect(f"{name}: 600 KiB", method, unknown, refused)
        fields = method.input_type.fields
        if fields and fields[0].type == FieldDescriptor.TYPE_STRING:
            text = varint(fields[0].number << 3 | 2)
            self.expect(f"{name}: invalid UTF-8", method, text + b"\x02\xff\xfe", refused)
        # Messages in messages, where the contract has them, and groups in groups, where it has not.
        nested = next((field for field in fields if field.message_type is not None), None)
        deep = b""
        for _ in range(2_000):
            tag = varint(nested.number << 3 | 2) if nested is not None else b"\x0a"
            deep = tag + varint(len(deep)) + deep
        if nested is not None and not self.known.is_read(method):
            self.expect(f"{name}: deep nesting", method, deep, refused)
        groups = b"\xfb\xff\x01" * 20_000 + b"\xfc\xff\x01" * 20_000
        self.expect(f"{name}: groups in groups", method, groups, refused)


class Inner(contract.Outcome):
    """A status within a reply."""

    def __init__(self, status):
        from google.rpc import error_details_pb2

        self.code = {code.value[0]: code for code in grpc.StatusCode}[status.code]
        self.text, self.reason, self.metadata, self.violations = status.message, None, {}, []
        for detail in status.details:
            name = detail.type_url.split("/")[-1]
            if name == "google.rpc.ErrorInfo":
                info = error_details_pb2.ErrorInfo.FromString(detail.value)
                self.reason, self.metadata = info.reason, dict(info.metadata)
            elif name == "google.rpc.BadRequest":
                bad = error_details_pb2.BadRequest.FromString(detail.value)
                self.violations += [(one.field, one.reason) for one in bad.field_violations]


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def main():
    link = contract.channel(contract.arguments())
    suite = Suite(contract.Contract(link))
    suite.run()
    print(
        json.dumps(
            {"cases": suite.cases, "failures": suite.failures, "pairs": sorted(suite.pairs)},
            indent=1,
        )
    )
    sys.exit(1 if suite.failures else 0)


if __name__ == "__main__":
    main()

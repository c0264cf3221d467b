"""Writes the Swift tables of the contract: method rules, field rules, embedded descriptors.

Called by scripts/generate with the descriptor set and the folder to write to; the generated Python
of options.proto is on the path.
"""

import base64
import pathlib
import re
import sys

from google.protobuf import descriptor_pb2

from o2c.v1 import options_pb2

Field = descriptor_pb2.FieldDescriptorProto
Method = descriptor_pb2.MethodOptions

HEADER = """// Made by scripts/generate from Proto/. Do not edit.

"""

KINDS = {
    Field.TYPE_INT64: "int64",
    Field.TYPE_INT32: "int32",
    Field.TYPE_BOOL: "bool",
    Field.TYPE_STRING: "string",
    Field.TYPE_BYTES: "bytes",
    Field.TYPE_ENUM: "enumeration",
    Field.TYPE_MESSAGE: "message",
}


def camel(upper):
    head, *tail = upper.lower().split("_")
    return head + "".join(word.capitalize() for word in tail)


def text(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def texts(values):
    return "[" + ", ".join(text(value) for value in values) + "]"


def method_table(files):
    out = [HEADER, "extension MethodTable {\n", "  static func generated() -> [MethodRule] {\n",
           "    var all: [MethodRule] = []\n"]
    for file in files:
        for service in file.service:
            for method in service.method:
                rules = method.options.Extensions[options_pb2.method]
                shape = {
                    (False, False): "unary",
                    (False, True): "serverStream",
                    (True, False): "clientStream",
                    (True, True): "bidirectionalStream",
                }[method.client_streaming, method.server_streaming]
                read = method.options.idempotency_level == Method.NO_SIDE_EFFECTS
                arguments = [
                    f"service: {text(file.package + '.' + service.name)}",
                    f"method: {text(method.name)}",
                    f"shape: .{shape}",
                    f"isRead: {'true' if read else 'false'}",
                    f"input: {text(method.input_type.lstrip('.'))}",
                    f"output: {text(method.output_type.lstrip('.'))}",
                    f"permission: {text(rules.permission)}",
                    f"reasons: {texts(rules.reasons)}",
                    f"events: {texts(rules.events)}",
                    f"requiresETag: {'true' if rules.etag_required else 'false'}",
                    f"hasAuthority: {'true' if rules.authority else 'false'}",
                    f"defaultOrder: {text(rules.default_order)}",
                ]
                out.append("    all.append(\n      MethodRule(\n        ")
                out.append(",\n        ".join(arguments))
                out.append("))\n")
    out += ["    return all\n", "  }\n", "}\n"]
    return "".join(out)


def messages(prefix, types):
    for message in types:
        name = f"{prefix}.{message.name}"
        yield name, message
        yield from messages(name, message.nested_type)


def field_rule(message, field):
    rules = field.options.Extensions[options_pb2.field]
    label = "repeated" if field.label == Field.LABEL_REPEATED else "singular"
    if label == "repeated" and field.type == Field.TYPE_MESSAGE:
        short = field.type_name.rsplit(".", 1)[-1]
        if any(n.name == short and n.options.map_entry for n in message.nested_type):
            label = "map"
    arguments = [text(field.name), str(field.number), "." + KINDS[field.type], "." + label]
    if field.type_name:
        arguments.append(f"type: {text(field.type_name.lstrip('.'))}")
    if field.HasField("oneof_index") and not field.proto3_optional:
        arguments.append(f"oneof: {text(message.oneof_decl[field.oneof_index].name)}")
    if rules.behavior:
        names = [camel(options_pb2.FieldRules.Behavior.Name(b)) for b in rules.behavior]
        arguments.append("behavior: [" + ", ".join("." + name for name in names) + "]")
    if rules.format:
        arguments.append("format: ." + camel(options_pb2.FieldRules.Format.Name(rules.format)))
    for swift, value in (("maxLength", rules.max_length), ("minItems", rules.min_items),
                         ("maxItems", rules.max_items)):
        if value:
            arguments.append(f"{swift}: {value}")
    for swift, value in (("minimum", rules.min), ("maximum", rules.max),
                         ("greaterThan", rules.greater_than)):
        if value:
            arguments.append(f"{swift}: {text(value)}")
    for swift, value in (("isSensitive", rules.sensitive), ("isFilterable", rules.filterable),
                         ("isSortable", rules.sortable)):
        if value:
            arguments.append(f"{swift}: true")
    for swift, value in (("filterPaths", rules.filter_paths), ("sortPaths", rules.sort_paths),
                         ("resources", rules.resource)):
        if value:
            arguments.append(f"{swift}: {texts(value)}")
    return f"    rules.append(FieldRule({', '.join(arguments)}))\n"


def field_table(files):
    calls, functions = [], []
    for file in files:
        if file.package != "o2c.v1":
            continue
        for name, message in messages(file.package, file.message_type):
            if message.options.map_entry:
                continue
            function = re.sub(r"[^A-Za-z0-9]", "_", name)
            calls.append(f"    table[{text(name)}] = {function}()\n")
            body = "".join(field_rule(message, field) for field in message.field)
            keyword = "var" if body else "let"
            functions.append(
                f"\n  private static func {function}() -> [FieldRule] {{\n"
                f"    {keyword} rules: [FieldRule] = []\n{body}    return rules\n  }}\n")
    return "".join(
        [HEADER, "extension FieldRulesTable {\n",
         "  static func generated() -> [String: [FieldRule]] {\n",
         "    var table: [String: [FieldRule]] = [:]\n", *calls, "    return table\n  }\n",
         *functions, "}\n"])


def descriptors(data):
    encoded = base64.b64encode(data).decode()
    lines = [encoded[start:start + 96] for start in range(0, len(encoded), 96)]
    body = "".join(f"    {line}\n" for line in lines)
    return (HEADER + "extension EmbeddedDescriptors {\n"
            + '  static let base64: StaticString = """\n' + body + '    """\n}\n')


def main():
    source, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    data = pathlib.Path(source).read_bytes()
    files = descriptor_pb2.FileDescriptorSet.FromString(data).file
    house = [file for file in files if file.package.startswith("o2c.")]
    (folder / "MethodTable+Generated.swift").write_text(method_table(house))
    (folder / "FieldRulesTable+Generated.swift").write_text(field_table(house))
    (folder / "EmbeddedDescriptors+Generated.swift").write_text(descriptors(data))


main()

"""Numbers with check digits, held against python-stdnum, which shares no code with the product.

For each state thousands of numbers of its form are made from a seed, right ones and wrong ones by
the judgement of python-stdnum. The server is asked by requests that decide without effect: it must
take the right ones and refuse the wrong ones. Prints JSON: how many were right and wrong, and every
number that the two judge differently.
"""

import json
import random
import re
import sys
from collections import deque

import grpc
from google.protobuf import message_factory
from stdnum import ean, iban
from stdnum.eu import vat
from stdnum.gb import vat as gb_vat
from stdnum.sk import rc as birth_number

import contract

DIGITS, LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

# The forms of VAT ids: `9` is a digit, `a` a letter, `x` either; all else stands for itself.
FORMS = {
    "AT": ["U99999999"], "BE": ["0999999999", "1999999999"], "BG": ["999999999", "9999999999"],
    "CY": ["99999999a"], "CZ": ["99999999", "999999999", "9999999999"], "DE": ["999999999"],
    "DK": ["99999999"], "EE": ["999999999"], "EL": ["999999999"],
    "ES": ["99999999a", "a99999999", "x9999999a"], "FI": ["99999999"],
    "FR": ["99999999999", "xx999999999"], "GB": ["999999999", "999999999999", "GD999", "HA999"],
    "HR": ["99999999999"], "HU": ["99999999"], "IE": ["9999999a", "9999999aa", "9a99999a"],
    "IT": ["99999999999"], "LT": ["999999999", "999999999999"], "LU": ["99999999"],
    "LV": ["99999999999"], "MT": ["99999999"], "NL": ["999999999B99"], "PL": ["9999999999"],
    "PT": ["999999999"], "RO": ["99", "9999", "999999", "99999999", "9999999999"],
    "SE": ["999999999901"], "SI": ["99999999"], "SK": ["9999999999"],
    "XI": ["999999999", "GD999", "HA999"],
}  # fmt: skip

# Right numbers of a form, and how many are made to find them.
EACH = 40
TRIES = 60_000


def made(form, dice):
    """A number of a form."""
    return "".join(
        dice.choice(DIGITS) if sign == "9" else dice.choice(LETTERS) if sign == "a"
        else dice.choice(DIGITS + LETTERS) if sign == "x" else sign
        for sign in form
    )  # fmt: skip


def wronged(text, dice):
    """A number with one digit changed into another."""
    place = dice.choice([place for place in range(len(text)) if text[place] in DIGITS])
    digit = dice.choice([digit for digit in DIGITS if digit != text[place]])
    return text[:place] + digit + text[place + 1 :]


def table(forms, is_right, dice):
    """Numbers with what they are: of each form as many right ones as turn up, and as many wrong."""
    rows = {}
    for form in forms:
        right, wrong = set(), set()
        for _ in range(TRIES):
            if len(right) >= EACH:
                break
            text = made(form, dice)
            (right if is_right(text) else wrong).add(text)
        near = {wronged(text, dice) for text in sorted(right)}
        wrong = sorted(wrong)[: EACH // 2] + sorted(text for text in near if not is_right(text))
        rows |= {text: True for text in sorted(right)[:EACH]}
        rows |= {text: False for text in wrong}
    return rows


def is_slovak(number):
    return number[0] != "0" and number[2] in "234789" and int(number) % 11 == 0


def vat_ids(state, dice):
    def judge(number):
        if state == "GB":
            return gb_vat.is_valid(number)
        # One who has several registrations counts them in the last two digits.
        if state == "SE" and number[-2:] != "00":
            number = number[:-2] + "01"
        # A birth number is no VAT id, though it passes there for one.
        if state == "SK" and birth_number.is_valid(number) and not is_slovak(number):
            return False
        return vat.is_valid(state + number)

    return {state + text: right for text, right in table(FORMS[state], judge, dice).items()}


def ibans(dice):
    """By length and check digits; what a country wants inside besides is its banks' affair."""
    rows = {}
    for country, form in sorted((entry[1], entry[3]["bban"]) for entry in iban._ibandb.prefixes):
        body = "".join(
            {"n": "9", "a": "a", "c": "x"}[kind] * int(count)
            for count, kind in re.findall(r"(\d+)!([nac])", form)
        )
        for _ in range(12):
            inside = made(body, dice)
            right = f"{country}{iban.calc_check_digits(f'{country}00{inside}')}{inside}"
            rows[right] = True
            for text in (wronged(right, dice), right[:-1], right + "0"):
                rows[text] = iban.is_valid(text, check_country=False) and len(text) == len(right)
    return rows


def gtins(dice):
    return table(["9" * 8, "9" * 12, "9" * 13, "9" * 14], ean.is_valid, dice)


class Asker:
    """Asks with many calls in flight, in order."""

    def __init__(self, known):
        self.known = known
        self.answers = {}

    def ask(self, method, requests):
        """The violated fields of each request, by its key."""
        path = f"/{method.containing_service.full_name}/{method.name}"
        call = self.known.link.unary_unary(path, lambda m: m.SerializeToString(), lambda data: data)
        flying = deque()
        for key, request in requests:
            if len(flying) == 32:
                self.take(*flying.popleft())
            flying.append((key, call.future(request, timeout=30)))
        while flying:
            self.take(*flying.popleft())
        answers, self.answers = self.answers, {}
        return answers

    def take(self, key, future):
        error = future.exception()
        if error is None:
            self.answers[key] = set()
            return
        outcome = contract.Outcome(error)
        if outcome.code != grpc.StatusCode.INVALID_ARGUMENT:
            raise AssertionError(f"{key}: {outcome}")
        self.answers[key] = {field for field, _ in outcome.violations}


def customers(known, rows, field):
    kind = message_factory.GetMessageClass(known.method("CustomerService", "CreateCustomer").input_type)
    for text in rows:
        request = kind(validate_only=True)
        request.customer.display_name = "Check"
        request.customer.party.legal_name = "Check Ltd"
        request.customer.party.address.country_code = "DE"
        setattr(request.customer.party, field, text)
        yield text, request


def products(known, rows):
    kind = message_factory.GetMessageClass(known.method("CatalogService", "CreateProduct").input_type)
    for text in rows:
        request = kind(validate_only=True)
        request.product.sku = "CHECK"
        request.product.display_name = "Check"
        request.product.gtin = text
        yield text, request


def sellers(known, rows):
    ask = known.method("AdminService", "GetCaller")
    caller = known.ask(ask, message_factory.GetMessageClass(ask.input_type)())
    get = known.method("AdminService", "GetSeller")
    request = message_factory.GetMessageClass(get.input_type)()
    request.name = caller.sellers[0]
    seller = known.ask(get, request)
    kind = message_factory.GetMessageClass(known.method("AdminService", "UpdateSeller").input_type)
    for text in rows:
        request = kind(validate_only=True)
        request.seller.name, request.seller.etag = seller.name, seller.etag
        request.seller.bank_accounts.add().iban = text
        request.update_mask.paths.append("bank_accounts")
        yield text, request


def main():
    known = contract.Contract(contract.channel(contract.arguments()))
    dice = random.Random(20_260_101)
    asker = Asker(known)
    report, failures = {}, []

    def compare(name, rows, answers):
        report[name] = [sum(rows.values()), len(rows) - sum(rows.values())]
        for text, is_right in rows.items():
            if bool(answers[text]) == is_right:
                failures.append(f"{name} {text}: {'right' if is_right else 'wrong'}, {answers[text]}")

    create = known.method("CustomerService", "CreateCustomer")
    for state in sorted(FORMS):
        rows = vat_ids(state, dice)
        compare(f"VAT {state}", rows, asker.ask(create, customers(known, rows, "vat_id")))
    rows = table(["9" * 13], ean.is_valid, dice)
    compare("GLN", rows, asker.ask(create, customers(known, rows, "gln")))
    rows = gtins(dice)
    create = known.method("CatalogService", "CreateProduct")
    compare("GTIN", rows, asker.ask(create, products(known, rows)))
    rows = ibans(dice)
    update = known.method("AdminService", "UpdateSeller")
    compare("IBAN", rows, asker.ask(update, sellers(known, rows)))
    print(json.dumps({"numbers": report, "failures": failures}, indent=1))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

"""Our own checks of an e-invoice that somebody else wrote: to the cent, and beyond the rules.

The official rules tolerate a VAT difference of up to 1.00 and know no check digits; these
don't. What only looks odd is a warning: the document may be right all the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from otc_desktop.domain.customers.identifiers import (
    check_iban,
    check_siren,
    check_siret,
    check_vat_number,
)
from otc_desktop.domain.invoicing.received import (
    ReceivedAdjustment,
    ReceivedInvoice,
    ReceivedLine,
    ReceivedParty,
    ReceivedTax,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, warning
from otc_desktop.domain.shared.rounding import round_half_up

_HUNDRED, _ZERO = Decimal(100), Decimal(0)
_USUAL_DIGITS = 2
# Profiles of Factur-X that carry no lines: there is nothing to add up.
_MINIMUM, _WITHOUT_LINES = ":minimum", (":minimum", ":basicwl")
_CUSTOMER_OWES = ("AE", "K")
_SIREN_SCHEME, _SIRET_SCHEME = "0002", "0009"
# L441-9: each French invoice between businesses says what late payment costs.
_DUE_NOTES = ("PMT", "PMD", "AAB")
_PREFIX = 2
# Numbers of other countries have check digits that nobody here knows.
_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI".split()
)
_TOLERATED = Decimal("0.01")

_NEEDED = (
    ("number", "BT-1"),
    ("issued_on", "BT-2"),
    ("type_code", "BT-3"),
    ("currency", "BT-5"),
)
_NEEDED_SUMS = (("excl_tax", "BT-109"), ("incl_tax", "BT-112"), ("due", "BT-115"))


def received_findings(invoice: ReceivedInvoice) -> list[Finding]:
    """Everything that stands against the document, or is to be weighed."""
    return [
        *invoice.unreadable,
        *_missing(invoice),
        *_sums(invoice),
        *_vat_groups(invoice),
        *_lines(invoice),
        *_identifiers(invoice),
        *_law(invoice),
    ]


def digits_of(currency: str) -> int:
    """Decimals of amounts in a currency; two where the code is none."""
    try:
        return Currency(currency).digits
    except RuleError:
        return _USUAL_DIGITS


def line_net(line: ReceivedLine, digits: int) -> Decimal | None:
    """What quantity, price, discounts and charges of a line make; None where one is missing."""
    if line.quantity is None or line.net_price is None:
        return None
    price = line.net_price / (line.base_quantity or Decimal(1))
    adjusted = sum((each.signed for each in line.adjustments), _ZERO)
    return round_half_up(line.quantity * price + adjusted, digits)


def _missing(invoice: ReceivedInvoice) -> Iterator[Finding]:
    known = {each.where for each in invoice.unreadable}
    for name, term in _NEEDED:
        if not getattr(invoice, name) and name not in known:
            yield error("einvoicing.term_missing", name, term=term)
    for name, term in _NEEDED_SUMS:
        where = f"totals.{name}"
        if getattr(invoice.totals, name) is None and where not in known:
            yield error("einvoicing.term_missing", where, term=term)
    for party, where, term in (
        (invoice.seller, "seller.name", "BT-27"),
        (invoice.buyer, "buyer.name", "BT-44"),
    ):
        if not party.name.strip():
            yield error("einvoicing.term_missing", where, term=term)
    if not invoice.lines and not invoice.guideline.endswith(_WITHOUT_LINES):
        yield error("einvoicing.term_missing", "lines", term="BG-25")


def _sums(invoice: ReceivedInvoice) -> Iterator[Finding]:
    """BR-CO-10 to -16, to the cent; a sum that can't be made is not judged."""
    totals = invoice.totals
    is_minimum = invoice.guideline.endswith(_MINIMUM)
    allowances = [each for each in invoice.adjustments if not each.is_charge]
    charges = [each for each in invoice.adjustments if each.is_charge]
    if invoice.lines:
        nets = [line.net for line in invoice.lines]
        yield from _sum("lines", "BT-106", "BR-CO-10", totals.lines, nets)
    if not is_minimum:
        yield from _sum(
            "allowances", "BT-107", "BR-CO-11", totals.allowances or _ZERO, _amounts(allowances)
        )
        yield from _sum("charges", "BT-108", "BR-CO-12", totals.charges or _ZERO, _amounts(charges))
        net = [totals.lines, _minus(totals.allowances), totals.charges or _ZERO]
        yield from _sum("excl_tax", "BT-109", "BR-CO-13", totals.excl_tax, net)
    if invoice.vat:
        taxes = [each.amount for each in invoice.vat]
        yield from _sum("vat", "BT-110", "BR-CO-14", totals.vat or _ZERO, taxes)
    gross = [totals.excl_tax, totals.vat or _ZERO]
    yield from _sum("incl_tax", "BT-112", "BR-CO-15", totals.incl_tax, gross)
    if not is_minimum:
        left = [totals.incl_tax, _minus(totals.paid), totals.rounding or _ZERO]
        yield from _sum("due", "BT-115", "BR-CO-16", totals.due, left)


def _sum(
    name: str, term: str, rule: str, stated: Decimal | None, parts: Sequence[Decimal | None]
) -> Iterator[Finding]:
    if stated is None or any(part is None for part in parts):
        return
    expected = sum((part for part in parts if part is not None), _ZERO)
    if stated != expected:
        yield error(
            "einvoicing.sum_off",
            f"totals.{name}",
            term=term,
            rule=rule,
            stated=stated,
            expected=expected,
        )


def _amounts(adjustments: Sequence[ReceivedAdjustment]) -> list[Decimal | None]:
    return [each.amount for each in adjustments]


def _minus(amount: Decimal | None) -> Decimal:
    return -(amount or _ZERO)


def _key(tax: ReceivedTax) -> tuple[str, Decimal]:
    return tax.category, (tax.rate or _ZERO).normalize()


def _vat_groups(invoice: ReceivedInvoice) -> Iterator[Finding]:
    digits = digits_of(invoice.currency)
    bases: dict[tuple[str, Decimal], Decimal | None] = defaultdict(lambda: _ZERO)
    for line in invoice.lines:
        bases[_key(line.tax)] = _plus(bases[_key(line.tax)], line.net)
    for adjustment in invoice.adjustments:
        key = _key(adjustment.tax)
        signed = None if adjustment.amount is None else adjustment.signed
        bases[key] = _plus(bases[key], signed)
    for position, group in enumerate(invoice.vat):
        where, (category, rate) = f"vat[{position}]", _key(group.tax)
        if group.basis is None or group.amount is None:
            continue
        expected = round_half_up(group.basis * rate / _HUNDRED, digits)
        if group.amount != expected:
            # Some countries round to whole units of their currency, and the norm lets them.
            is_whole = invoice.currency != "EUR" and abs(group.amount - expected) < 1
            yield (warning if is_whole else error)(
                "einvoicing.vat_group_off",
                f"{where}.amount",
                rate=rate,
                stated=group.amount,
                expected=expected,
            )
        basis = bases.get((category, rate), _ZERO)
        if invoice.lines and basis is not None and group.basis != basis:
            yield error(
                "einvoicing.vat_basis_off",
                f"{where}.basis",
                rate=rate,
                stated=group.basis,
                expected=basis,
            )


def _plus(so_far: Decimal | None, amount: Decimal | None) -> Decimal | None:
    return None if so_far is None or amount is None else so_far + amount


def _lines(invoice: ReceivedInvoice) -> Iterator[Finding]:
    digits = digits_of(invoice.currency)
    for position, line in enumerate(invoice.lines):
        where = f"lines[{position}]"
        expected = line_net(line, digits)
        if line.net is None or expected is None:
            continue
        # A cent is how the rounding of two programs differs, and the norm judges no line.
        if abs(line.net - expected) > _TOLERATED:
            yield warning(
                "einvoicing.line_off",
                f"{where}.net",
                number=line.number or str(position + 1),
                stated=line.net,
                expected=expected,
            )


def _identifiers(invoice: ReceivedInvoice) -> Iterator[Finding]:
    """Check digits, which no official rule looks at."""
    yield from _numbers(invoice.seller, "seller", ("BT-30", "BT-29", "BT-31"))
    yield from _numbers(invoice.buyer, "buyer", ("BT-47", "BT-46", "BT-48"))
    for position, payment in enumerate(invoice.payments):
        account = "".join(payment.iban.split()).upper()
        # Accounts outside the IBAN's countries begin with a digit.
        if account[:_PREFIX].isalpha():
            yield from _checked(account, f"payments[{position}].iban", "BT-84", check_iban)


def _numbers(party: ReceivedParty, where: str, of: tuple[str, str, str]) -> Iterator[Finding]:
    legal, private, vat = of
    for scheme, value in (party.legal_id, *party.ids):
        if scheme == _SIREN_SCHEME:
            yield from _checked(value, f"{where}.legal_id", legal, check_siren)
        elif scheme == _SIRET_SCHEME:
            yield from _checked(value, f"{where}.ids", private, check_siret)
    if party.vat_number[:_PREFIX].upper() in _UNION:
        yield from _checked(party.vat_number, f"{where}.vat_number", vat, check_vat_number)


def _checked(value: str, where: str, term: str, check: Callable[[str], str]) -> Iterator[Finding]:
    try:
        check(value)
    except RuleError:
        yield warning("einvoicing.doubtful_number", where, term=term, value=value)


def _law(invoice: ReceivedInvoice) -> Iterator[Finding]:
    totals = invoice.totals
    owed = totals.due is not None and totals.due > 0 and not invoice.is_credit
    told = invoice.due_on is not None or bool(invoice.payment_terms)
    if owed and not told and not invoice.guideline.endswith(_MINIMUM):
        yield warning("einvoicing.no_due_date", "due_on", term="BT-9")
    categories = {each.tax.category for each in invoice.vat}
    if categories.intersection(_CUSTOMER_OWES) and not invoice.buyer.vat_number:
        yield warning("einvoicing.customer_number_missing", "buyer.vat_number", term="BT-48")
    if invoice.seller.address.country != "FR":
        return
    for subject, text in invoice.notes:
        if subject in _DUE_NOTES and not any(each.isalnum() for each in text):
            yield warning("einvoicing.note_without_words", "notes", subject=subject)

"""What of a received e-invoice can stand in a draft of ours, and what can't."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.received import (
    ReceivedAdjustment,
    ReceivedInvoice,
    ReceivedLine,
    ReceivedParty,
    ReceivedTax,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, Severity, warning
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.rounding import is_on_grid, round_half_up
from otc_desktop.domain.shared.scales import PERCENT_PLACES, QUANTITY_PLACES, UNIT_PRICE_PLACES
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine, LineNature
from otc_desktop.domain.taxes.totals import compute_totals
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

_HUNDRED, _ZERO, _ONE = Decimal(100), Decimal(0), Decimal(1)
_PIECE = "C62"
_LONGEST_UNIT = 10
_LONGEST_VALUE = 80
_SERVICES = "S"
_KINDS = {
    "380": InvoiceKind.INVOICE,
    "384": InvoiceKind.CORRECTIVE,
    "386": InvoiceKind.DEPOSIT,
    "381": InvoiceKind.CREDIT_NOTE,
    "262": InvoiceKind.GLOBAL_CREDIT_NOTE,
    "503": InvoiceKind.DEPOSIT_CREDIT_NOTE,
}
# Kinds that we don't issue as such, by the one that comes nearest.
_NEAREST = {
    "500": InvoiceKind.DEPOSIT,
    "471": InvoiceKind.CORRECTIVE,
    "472": InvoiceKind.CORRECTIVE,
    "473": InvoiceKind.CORRECTIVE,
    "502": InvoiceKind.CREDIT_NOTE,
}
# Where each part of a document of ours comes from when it is issued, not from the file.
_TOLD_ANEW = (
    ("number", "BT-1"),
    ("issued_on", "BT-2"),
    ("due_on", "BT-9"),
    ("payment_terms", "BT-20"),
)
_NO_FIELD = (
    ("tax_point_on", "BT-7"),
    ("buyer_reference", "BT-10"),
    ("project", "BT-11"),
    ("sales_order", "BT-14"),
    ("receipt", "BT-15"),
    ("despatch", "BT-16"),
    ("accounting_reference", "BT-19"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """The content of a draft; `left_out` lists what has no place in it, or was changed."""

    kind: InvoiceKind
    frame_case: FrameCase
    lines: tuple[DocumentLine, ...]
    adjustments: tuple[Adjustment, ...]
    left_out: tuple[Finding, ...]


def carried_over(
    invoice: ReceivedInvoice, *, currency: Currency, usual_vat: VatTreatment
) -> CarriedOver:
    """The document as the content of a draft, its lines as texts without products.

    Args:
        invoice: as received.
        currency: of the draft.
        usual_vat: for lines whose VAT no French document may show.

    Raises:
        RuleError: `einvoicing.no_lines_to_carry`.
    """
    if not invoice.lines:
        raise RuleError("einvoicing.no_lines_to_carry", number=invoice.number)
    carrier = _Carrier(invoice, currency=currency, usual_vat=usual_vat)
    lines = tuple(carrier.line(each, position) for position, each in enumerate(invoice.lines))
    adjustments = tuple(
        carrier.adjustment(each, position)
        for position, each in enumerate(invoice.adjustments)
        if each.amount
    )
    notes = [*carrier.notes, *_without_place(invoice), *_parts_of_lines(invoice)]
    totals = compute_totals(lines, adjustments, currency)
    stated = invoice.totals.incl_tax
    if stated is not None and totals.total_incl_tax.amount != abs(stated):
        notes.append(
            warning(
                "einvoicing.draft_differs",
                "totals.incl_tax",
                stated=stated,
                total=totals.total_incl_tax,
            )
        )
    return CarriedOver(
        kind=kind_of(invoice),
        frame_case=_frame_case(invoice.process),
        lines=lines,
        adjustments=adjustments,
        left_out=tuple(notes),
    )


def kind_of(invoice: ReceivedInvoice) -> InvoiceKind:
    """What the document is among those we issue."""
    found = _KINDS.get(invoice.type_code) or _NEAREST.get(invoice.type_code)
    if found is not None:
        return found
    return InvoiceKind.CREDIT_NOTE if invoice.is_credit else InvoiceKind.INVOICE


def _frame_case(process: str) -> FrameCase:
    """That it is paid already is carried; the other cases follow from what a document is."""
    letter, digit = process[:1], process[1:]
    is_french = letter in ("B", "S", "M")
    return FrameCase.PAID if is_french and digit == FrameCase.PAID else FrameCase.ORDINARY


class _Carrier:
    """Makes lines and adjustments of ours; `notes` are what it had to change."""

    def __init__(
        self, invoice: ReceivedInvoice, *, currency: Currency, usual_vat: VatTreatment
    ) -> None:
        self.notes: list[Finding] = []
        self._currency = currency
        self._usual_vat = usual_vat
        is_service = invoice.process[:1] == _SERVICES
        self._nature = LineNature.SERVICES if is_service else LineNature.GOODS
        self._reasons: Mapping[str, tuple[str, str]] = {
            each.tax.category: (each.reason_code, each.reason) for each in invoice.vat
        }

    def line(self, line: ReceivedLine, position: int) -> DocumentLine:
        """The line with quantity, price and discount where they make its amount exactly."""
        where = f"lines[{position}]"
        parts: dict[str, Any] = {
            "vat": self._vat(line.tax, f"{where}.tax"),
            "nature": self._nature,
        }
        text = _text(line, position)
        whole = _in_full(line, parts, text, self._currency)
        if whole is not None:
            return whole
        net = Money.rounded(line.net or _ZERO, self._currency)
        number = line.number or str(position + 1)
        self.notes.append(warning("einvoicing.line_as_amount", where, number=number, amount=net))
        return DocumentLine(
            description=text,
            quantity=-_ONE if net.amount < 0 else _ONE,
            unit_price=abs(net.amount),
            unit=_PIECE,
            **parts,
        )

    def adjustment(self, each: ReceivedAdjustment, position: int) -> Adjustment:
        """The discount or charge; a negative discount is a charge."""
        amount = each.amount or _ZERO
        is_charge = each.is_charge == (amount > 0)
        return Adjustment(
            kind=AdjustmentKind.CHARGE if is_charge else AdjustmentKind.ALLOWANCE,
            description=each.reason or each.reason_code or ("+" if is_charge else "−"),
            amount=Money.rounded(abs(amount), self._currency),
            vat=self._vat(each.tax, f"adjustments[{position}].tax"),
        )

    def _vat(self, tax: ReceivedTax, where: str) -> VatTreatment:
        rate = tax.rate or _ZERO
        code, reason = self._reasons.get(tax.category, ("", ""))
        if tax.category == VatCategory.STANDARD:
            code = reason = ""
        try:
            # A code has its words from our own, dated sentences of law.
            return VatTreatment(VatCategory(tax.category), rate, code, "" if code else reason)
        except (RuleError, ValueError):
            new = self._usual_vat
            self.notes.append(
                warning(
                    "einvoicing.vat_replaced",
                    where,
                    category=tax.category,
                    rate=rate,
                    new_rate=new.rate,
                )
            )
            return new


def _in_full(
    line: ReceivedLine, parts: Mapping[str, Any], text: str, currency: Currency
) -> DocumentLine | None:
    """None where our scales, or one discount in percent, can't say what the line says."""
    if line.quantity is None or line.net_price is None or line.net is None:
        return None
    quantity = line.quantity
    price = line.net_price / (line.base_quantity or _ONE)
    if price < 0:
        # BR-27: what is taken off has a negative quantity, not a negative price.
        quantity, price = -quantity, -price
    fits = is_on_grid(quantity, QUANTITY_PLACES) and is_on_grid(price, UNIT_PRICE_PLACES)
    gross = quantity * price
    adjusted = sum((each.signed for each in line.adjustments), _ZERO)
    discount = _ZERO
    if adjusted:
        if not gross:
            return None
        discount = round_half_up(-adjusted / gross * _HUNDRED, PERCENT_PLACES)
    if not fits or not _ZERO <= discount <= _HUNDRED:
        return None
    try:
        made = DocumentLine(
            description=text,
            quantity=quantity,
            unit_price=price,
            unit=line.unit.strip()[:_LONGEST_UNIT] or _PIECE,
            discount_percent=discount,
            **parts,
        )
    except RuleError:
        return None
    return made if made.net(currency).amount == line.net else None


def _text(line: ReceivedLine, position: int) -> str:
    """Name, code and description of what was sold, as one text."""
    name = line.name or line.description or line.seller_code or str(position + 1)
    described = line.description if line.description not in ("", name) else ""
    return "\n".join(each for each in (name, described) if each)


def _without_place(invoice: ReceivedInvoice) -> Iterator[Finding]:
    """What is told anew when a draft is issued, and what a draft has no field for."""
    place, totals = invoice.delivered_to, invoice.totals
    files = (each.file_name or each.reference for each in invoice.attachments)
    anew = [
        *((name, term, getattr(invoice, name)) for name, term in _TOLD_ANEW),
        ("notes", "BT-22", _joined(text for _, text in invoice.notes)),
        ("payments", "BG-16", _joined(each.iban for each in invoice.payments)),
    ]
    lost = [
        *((name, term, getattr(invoice, name)) for name, term in _NO_FIELD),
        ("type_code", "BT-3", "" if invoice.type_code in _KINDS else invoice.type_code),
        ("totals.paid", "BT-113", totals.paid),
        ("totals.rounding", "BT-114", totals.rounding),
        ("payee", "BG-10", _name(invoice.payee)),
        ("tax_representative", "BG-11", _name(invoice.tax_representative)),
        ("delivered_to", "BG-15", place and f"{place.line1} {place.city}".strip()),
        ("attachments", "BG-24", _joined(files)),
    ]
    for where, term, value in lost:
        if value:
            yield warning("einvoicing.left_out", where, term=term, value=_short(value))
    for where, term, value in anew:
        if value:
            yield Finding(
                Severity.INFO, "einvoicing.told_anew", {"term": term, "value": _short(value)}, where
            )


def _parts_of_lines(invoice: ReceivedInvoice) -> Iterator[Finding]:
    for position, line in enumerate(invoice.lines):
        more = [*line.remarks, line.buyer_code, line.standard_code, line.order_line]
        more += [f"{name} {value}".strip() for name, value in line.attributes]
        said = _short(_joined(more))
        if said:
            number = line.number or str(position + 1)
            yield warning(
                "einvoicing.line_part_left", f"lines[{position}]", number=number, value=said
            )


def _short(value: Any) -> Any:
    is_long = isinstance(value, str) and len(value) > _LONGEST_VALUE
    return f"{value[:_LONGEST_VALUE]}…" if is_long else value


def _name(party: ReceivedParty | None) -> str:
    return "" if party is None else party.name


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(each for each in texts if each)

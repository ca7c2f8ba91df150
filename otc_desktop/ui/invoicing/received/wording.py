"""A received e-invoice in the words and figures of the window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QObject

from otc_desktop.domain.invoicing.received import (
    ReceivedAdjustment,
    ReceivedAttachment,
    ReceivedInvoice,
    ReceivedLine,
    ReceivedParty,
    ReceivedTax,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.invoicing.received.presenter import ReceivedPresenter
from otc_desktop.ui.tables.columns import Column, ColumnKind

Facts = Sequence[tuple[str, str]]
_FEWEST_PLACES = 2
_KILOBYTE = 1_000
_NO_SUBJECT = ""
# Parts of the profile's identifier (BT-24), the more telling first.
_PROFILES = (
    ("extended-ctc-fr", "EXTENDED-CTC-FR"),
    ("xrechnung", "XRechnung"),
    ("peppol", "Peppol BIS"),
    (":minimum", "MINIMUM"),
    (":basicwl", "BASIC WL"),
    (":basic", "BASIC"),
    (":extended", "EXTENDED"),
    ("en16931", "EN 16931"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A line as the list shows it."""

    id: UUID
    number: str
    text: str
    quantity: Decimal | None
    unit: str
    price: str
    adjusted: str
    vat: str
    net: str


class ReceivedWording(QObject):
    """Words one document."""

    def __init__(self, presenter: ReceivedPresenter, invoice: ReceivedInvoice) -> None:
        super().__init__(presenter)
        self._word = presenter.word
        self._formats = presenter.services.formats
        self._invoice = invoice

    def title(self) -> str:
        """What it is, its number, who wrote it."""
        invoice = self._invoice
        kind = self._word("type_code", invoice.type_code)
        if kind == invoice.type_code:
            kind = self.tr("document of type {code}").format(code=kind or "?")
        return f"{kind[:1].upper()}{kind[1:]} {invoice.number or '?'} · {invoice.seller.name}"

    def header(self) -> Facts:
        """Dates and references."""
        invoice = self._invoice
        first, last = (self._day(day) for day in invoice.period)
        before = [
            f"{number} ({self._day(day)})" if day else number for number, day in invoice.preceding
        ]
        return [
            (self.tr("Date"), self._day(invoice.issued_on)),
            (self.tr("Due"), self._day(invoice.due_on)),
            (self.tr("Terms"), invoice.payment_terms),
            (self.tr("Supplied on"), self._day(invoice.delivered_on)),
            (self.tr("Period"), f"{first} – {last}" if first or last else ""),
            (self.tr("Buyer’s order"), invoice.purchase_order),
            (self.tr("Seller’s order"), invoice.sales_order),
            (self.tr("Contract"), invoice.contract),
            (self.tr("Buyer’s reference"), invoice.buyer_reference),
            (self.tr("Project"), invoice.project),
            (self.tr("Delivery note"), invoice.despatch),
            (self.tr("Earlier invoices"), ", ".join(before)),
            (self.tr("Framework (BT-23)"), invoice.process),
            (self.tr("Format"), self._format()),
        ]

    def party(self, party: ReceivedParty) -> Facts:
        """Name, address and numbers of a party."""
        at = party.address
        place = " ".join(each for each in (at.postal_code, at.city) if each)
        address = [at.line1, at.line2, at.line3, place, at.subdivision, at.country]
        legal = " ".join(each for each in party.legal_id if each not in ("", "0002"))
        reached = [party.contact, party.phone, party.email]
        return [
            (self.tr("Name"), party.name),
            (self.tr("Trading name"), party.trading_name),
            (self.tr("Address"), "\n".join(each for each in address if each)),
            (self.tr("SIREN"), party.siren),
            (self.tr("Legal number"), "" if party.siren else legal),
            (self.tr("VAT number"), party.vat_number or party.tax_number),
            (self.tr("Other numbers"), ", ".join(f"{a} {b}".strip() for a, b in party.ids)),
            (self.tr("E-invoicing"), " ".join(each for each in party.endpoint if each)),
            (self.tr("Contact"), ", ".join(each for each in reached if each)),
            (self.tr("In law"), party.legal_text),
        ]

    def lines(self) -> Sequence[LineRow]:
        """The lines, discounts and charges of the whole document below them."""
        rows = [self._line(line, at) for at, line in enumerate(self._invoice.lines, start=1)]
        for at, each in enumerate(self._invoice.adjustments, start=len(rows) + 1):
            rows.append(
                LineRow(
                    id=UUID(int=at),
                    number="",
                    text=self._adjustment_text(each),
                    quantity=None,
                    unit="",
                    price="",
                    adjusted=self._percent(each.percent),
                    vat=self._vat(each.tax),
                    net="" if each.amount is None else self.money(each.signed),
                )
            )
        return rows

    def columns(self) -> tuple[Column, ...]:
        """The columns of the lines."""
        right = ColumnKind.NUMBER
        return (
            Column(name="number", title=self.tr("No."), width=44),
            Column(name="text", title=self.tr("Description"), width=236),
            Column(name="quantity", title=self.tr("Quantity"), kind=right, width=76),
            Column(name="unit", title=self.tr("Unit"), width=62),
            Column(name="price", title=self.tr("Unit price"), kind=right, width=100),
            Column(name="adjusted", title=self.tr("Discount"), kind=right, width=92),
            Column(name="vat", title=self.tr("VAT"), kind=right, width=66),
            Column(name="net", title=self.tr("Net amount"), kind=right, width=110),
        )

    def vat(self) -> Sequence[tuple[str, str, str, str]]:
        """Treatment, basis, VAT and reason of each group."""
        return [
            (
                self._vat(each.tax),
                self.money(each.basis),
                self.money(each.amount),
                " ".join(part for part in (each.reason, each.reason_code) if part),
            )
            for each in self._invoice.vat
        ]

    def totals(self) -> Facts:
        """The sums, the amount due last."""
        sums = self._invoice.totals
        return [
            (self.tr("Lines"), self.money(sums.lines)),
            (self.tr("Discounts"), self.money(sums.allowances)),
            (self.tr("Charges"), self.money(sums.charges)),
            (self.tr("Excluding tax"), self.money(sums.excl_tax)),
            (self.tr("VAT"), self.money(sums.vat)),
            (self.tr("Including tax"), self.money(sums.incl_tax)),
            (self.tr("Already paid"), self.money(sums.paid)),
            (self.tr("Rounding"), self.money(sums.rounding)),
            (self.tr("To pay"), self.money(sums.due)),
        ]

    def payment(self) -> Facts:
        """How it is to be paid, and who else takes part."""
        invoice = self._invoice
        facts: list[tuple[str, str]] = []
        for each in invoice.payments:
            means = each.means_text or self._word("payment_code", each.means)
            facts += [
                (self.tr("Means of payment"), means),
                (self.tr("IBAN"), each.iban),
                (self.tr("BIC"), each.bic),
                (self.tr("Account of"), each.account_name),
                (self.tr("Reference"), each.reference),
                (self.tr("Mandate"), each.mandate),
                (self.tr("Debited account"), each.debited_iban),
            ]
        place = invoice.delivered_to
        parts = () if place is None else (place.line1, place.line2, place.postal_code, place.city)
        where = ", ".join(each for each in (invoice.delivered_to_name, *parts) if each)
        others = (
            (self.tr("Paid to"), invoice.payee),
            (self.tr("Tax representative"), invoice.tax_representative),
        )
        facts += [(name, "" if party is None else party.name) for name, party in others]
        return [*facts, (self.tr("Delivered to"), where)]

    def notes(self) -> str:
        """The notes and mentions, with their subject codes."""
        return "\n\n".join(
            f"{subject} – {text}" if subject != _NO_SUBJECT else text
            for subject, text in self._invoice.notes
        )

    def attachments(self) -> Sequence[str]:
        """One line for each file or link."""
        return [self._attachment(each) for each in self._invoice.attachments]

    def money(self, value: Decimal | None) -> str:
        """An amount with the decimals of its currency, or with more where the file has more."""
        if value is None:
            return ""
        try:
            return self._formats.money(Money(value, Currency(self._invoice.currency)))
        except RuleError:
            return f"{self._number(value)} {self._invoice.currency}".strip()

    def _number(self, value: Decimal) -> str:
        exponent = value.normalize().as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
        return self._formats.number(value, places=max(_FEWEST_PLACES, places))

    def _day(self, day: date | None) -> str:
        return "" if day is None else self._formats.date(day)

    def _percent(self, value: Decimal | None) -> str:
        return "" if value is None else self._formats.percent(value)

    def _format(self) -> str:
        invoice = self._invoice
        known = (name for part, name in _PROFILES if part in invoice.guideline)
        return f"{invoice.syntax.upper()} {next(known, invoice.guideline)}".strip()

    def _vat(self, tax: ReceivedTax) -> str:
        if tax.category in ("", "S"):
            return self._percent(tax.rate)
        return f"{tax.category} {self._percent(tax.rate)}".strip()

    def _line(self, line: ReceivedLine, at: int) -> LineRow:
        base = line.base_quantity
        price = "" if line.net_price is None else self._number(line.net_price)
        if price and base is not None and base != 1:
            price = f"{price} / {self._formats.quantity(base)}"
        adjusted = sum((each.signed for each in line.adjustments), Decimal(0))
        texts = (line.seller_code, line.name, line.description)
        return LineRow(
            id=UUID(int=at),
            number=line.number,
            text=" · ".join(_each_once(texts)),
            quantity=line.quantity,
            unit=self._word("unit", line.unit),
            price=price,
            adjusted=self.money(adjusted) if adjusted else "",
            vat=self._vat(line.tax),
            net=self.money(line.net),
        )

    def _adjustment_text(self, each: ReceivedAdjustment) -> str:
        kind = self.tr("Charge") if each.is_charge else self.tr("Discount")
        said = each.reason or each.reason_code
        return f"{kind} : {said}" if said else kind

    def _attachment(self, each: ReceivedAttachment) -> str:
        name = each.file_name or each.description or each.reference
        parts = [name, each.link]
        if each.description and each.description != name:
            parts.append(each.description)
        if each.size:
            size = self._formats.number(max(1, each.size // _KILOBYTE))
            kilobytes = self.tr("{size} kB").format(size=size)
            parts.append(kilobytes)
        return " · ".join(part for part in parts if part)


def _each_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(each.replace("\n", " ") for each in texts if each))

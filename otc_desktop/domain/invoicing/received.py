"""An e-invoice that somebody else wrote, as its file tells it.

Nothing is mended: amounts are what stands in the file, with as many decimals as stand there;
None or empty is what the file doesn't say. Each field names its business term of EN 16931;
`business_terms` tells those of parts that stand in several places.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from otc_desktop.domain.shared.findings import Finding

TERM = "term"
_CREDITS = frozenset(("81", "83", "261", "262", "296", "308", "381", "396", "502", "503", "532"))
_SIREN_DIGITS, _SIRET_DIGITS = 9, 14
_SCHEMES_OF_COMPANY = ("0002", "0009", "0225", "0231", "")


def _bt(*terms: str) -> Mapping[str, Any]:
    return {TERM: "/".join(terms)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedAddress:
    """A postal address; the terms are those of the seller."""

    line1: str = field(default="", metadata=_bt("BT-35"))
    line2: str = field(default="", metadata=_bt("BT-36"))
    line3: str = field(default="", metadata=_bt("BT-162"))
    postal_code: str = field(default="", metadata=_bt("BT-38"))
    city: str = field(default="", metadata=_bt("BT-37"))
    subdivision: str = field(default="", metadata=_bt("BT-39"))
    country: str = field(default="", metadata=_bt("BT-40"))


NOWHERE = ReceivedAddress()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedParty:
    """Seller, buyer, payee or tax representative; identifiers are pairs of scheme and value.

    The terms are those of the seller (BG-4); for a buyer they are BT-44 to BT-58.
    """

    name: str = field(default="", metadata=_bt("BT-27"))
    trading_name: str = field(default="", metadata=_bt("BT-28"))
    legal_id: tuple[str, str] = field(default=("", ""), metadata=_bt("BT-30"))
    ids: tuple[tuple[str, str], ...] = field(default=(), metadata=_bt("BT-29"))
    vat_number: str = field(default="", metadata=_bt("BT-31"))
    tax_number: str = field(default="", metadata=_bt("BT-32"))
    legal_text: str = field(default="", metadata=_bt("BT-33"))
    endpoint: tuple[str, str] = field(default=("", ""), metadata=_bt("BT-34"))
    address: ReceivedAddress = field(default=NOWHERE, metadata=_bt("BG-5"))
    contact: str = field(default="", metadata=_bt("BT-41"))
    phone: str = field(default="", metadata=_bt("BT-42"))
    email: str = field(default="", metadata=_bt("BT-43"))

    @property
    def siren(self) -> str:
        """The nine digits that name a French company, from whichever number shows them."""
        for scheme, value in (self.legal_id, *self.ids):
            digits = "".join(value.split())
            fits = digits.isascii() and digits.isdigit() and scheme in _SCHEMES_OF_COMPANY
            if fits and len(digits) in (_SIREN_DIGITS, _SIRET_DIGITS):
                return digits[:_SIREN_DIGITS]
        vat = "".join(self.vat_number.split()).upper()
        if vat.startswith("FR") and len(vat) == 4 + _SIREN_DIGITS and vat[4:].isdigit():
            return vat[4:]
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedTax:
    """A VAT category and its rate in percent, None where there is none."""

    category: str = field(default="", metadata=_bt("BT-151"))
    rate: Decimal | None = field(default=None, metadata=_bt("BT-152"))


NO_TAX = ReceivedTax()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedAdjustment:
    """A discount or a charge on a line (BG-27, BG-28) or on the document (BG-20, BG-21)."""

    is_charge: bool = field(default=False, metadata=_bt("BG-20", "BG-21"))
    amount: Decimal | None = field(default=None, metadata=_bt("BT-92", "BT-99"))
    base: Decimal | None = field(default=None, metadata=_bt("BT-93", "BT-100"))
    percent: Decimal | None = field(default=None, metadata=_bt("BT-94", "BT-101"))
    reason: str = field(default="", metadata=_bt("BT-97", "BT-104"))
    reason_code: str = field(default="", metadata=_bt("BT-98", "BT-105"))
    tax: ReceivedTax = field(default=NO_TAX, metadata=_bt("BT-95", "BT-96", "BT-102", "BT-103"))

    @property
    def signed(self) -> Decimal:
        """The effect on the total: negative for a discount."""
        amount = self.amount or Decimal(0)
        return amount if self.is_charge else -amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedLine:
    """A line (BG-25); the net price is for `base_quantity` units, one where it is None."""

    number: str = field(default="", metadata=_bt("BT-126"))
    remarks: tuple[str, ...] = field(default=(), metadata=_bt("BT-127"))
    name: str = field(default="", metadata=_bt("BT-153"))
    description: str = field(default="", metadata=_bt("BT-154"))
    seller_code: str = field(default="", metadata=_bt("BT-155"))
    buyer_code: str = field(default="", metadata=_bt("BT-156"))
    standard_code: str = field(default="", metadata=_bt("BT-157"))
    attributes: tuple[tuple[str, str], ...] = field(default=(), metadata=_bt("BG-32"))
    origin: str = field(default="", metadata=_bt("BT-159"))
    quantity: Decimal | None = field(default=None, metadata=_bt("BT-129"))
    unit: str = field(default="", metadata=_bt("BT-130"))
    net_price: Decimal | None = field(default=None, metadata=_bt("BT-146"))
    gross_price: Decimal | None = field(default=None, metadata=_bt("BT-148"))
    base_quantity: Decimal | None = field(default=None, metadata=_bt("BT-149"))
    adjustments: tuple[ReceivedAdjustment, ...] = field(default=(), metadata=_bt("BG-27", "BG-28"))
    net: Decimal | None = field(default=None, metadata=_bt("BT-131"))
    order_line: str = field(default="", metadata=_bt("BT-132"))
    period: tuple[date | None, date | None] = field(
        default=(None, None), metadata=_bt("BT-134", "BT-135")
    )
    tax: ReceivedTax = field(default=NO_TAX, metadata=_bt("BT-151", "BT-152"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedVat:
    """Basis and VAT of one category and rate (BG-23)."""

    tax: ReceivedTax = field(default=NO_TAX, metadata=_bt("BT-118", "BT-119"))
    basis: Decimal | None = field(default=None, metadata=_bt("BT-116"))
    amount: Decimal | None = field(default=None, metadata=_bt("BT-117"))
    reason: str = field(default="", metadata=_bt("BT-120"))
    reason_code: str = field(default="", metadata=_bt("BT-121"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedTotals:
    """The sums as the file states them (BG-22)."""

    lines: Decimal | None = field(default=None, metadata=_bt("BT-106"))
    allowances: Decimal | None = field(default=None, metadata=_bt("BT-107"))
    charges: Decimal | None = field(default=None, metadata=_bt("BT-108"))
    excl_tax: Decimal | None = field(default=None, metadata=_bt("BT-109"))
    vat: Decimal | None = field(default=None, metadata=_bt("BT-110"))
    vat_in_tax_currency: Decimal | None = field(default=None, metadata=_bt("BT-111"))
    incl_tax: Decimal | None = field(default=None, metadata=_bt("BT-112"))
    paid: Decimal | None = field(default=None, metadata=_bt("BT-113"))
    rounding: Decimal | None = field(default=None, metadata=_bt("BT-114"))
    due: Decimal | None = field(default=None, metadata=_bt("BT-115"))


NO_TOTALS = ReceivedTotals()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPayment:
    """One way to pay (BG-16 to BG-19); `means` is a code of UNTDID 4461."""

    means: str = field(default="", metadata=_bt("BT-81"))
    means_text: str = field(default="", metadata=_bt("BT-82"))
    reference: str = field(default="", metadata=_bt("BT-83"))
    iban: str = field(default="", metadata=_bt("BT-84"))
    account_name: str = field(default="", metadata=_bt("BT-85"))
    bic: str = field(default="", metadata=_bt("BT-86"))
    card: str = field(default="", metadata=_bt("BT-87"))
    mandate: str = field(default="", metadata=_bt("BT-89"))
    debited_iban: str = field(default="", metadata=_bt("BT-91"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedAttachment:
    """A document that comes with it or is pointed at (BG-24); `size` in bytes, 0 for a link."""

    reference: str = field(default="", metadata=_bt("BT-122"))
    description: str = field(default="", metadata=_bt("BT-123"))
    link: str = field(default="", metadata=_bt("BT-124"))
    file_name: str = field(default="", metadata=_bt("BT-125"))
    media_type: str = field(default="", metadata=_bt("BT-125"))
    size: int = field(default=0, metadata=_bt("BT-125"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedInvoice:
    """A CII or UBL document by its business terms.

    `syntax` is `cii` or `ubl`; `unreadable` are places whose text can't be what it should.
    """

    syntax: str
    number: str = field(default="", metadata=_bt("BT-1"))
    issued_on: date | None = field(default=None, metadata=_bt("BT-2"))
    type_code: str = field(default="", metadata=_bt("BT-3"))
    currency: str = field(default="", metadata=_bt("BT-5"))
    tax_currency: str = field(default="", metadata=_bt("BT-6"))
    tax_point_on: date | None = field(default=None, metadata=_bt("BT-7"))
    tax_point_code: str = field(default="", metadata=_bt("BT-8"))
    due_on: date | None = field(default=None, metadata=_bt("BT-9"))
    buyer_reference: str = field(default="", metadata=_bt("BT-10"))
    project: str = field(default="", metadata=_bt("BT-11"))
    contract: str = field(default="", metadata=_bt("BT-12"))
    purchase_order: str = field(default="", metadata=_bt("BT-13"))
    sales_order: str = field(default="", metadata=_bt("BT-14"))
    receipt: str = field(default="", metadata=_bt("BT-15"))
    despatch: str = field(default="", metadata=_bt("BT-16"))
    accounting_reference: str = field(default="", metadata=_bt("BT-19"))
    payment_terms: str = field(default="", metadata=_bt("BT-20"))
    notes: tuple[tuple[str, str], ...] = field(default=(), metadata=_bt("BT-21", "BT-22"))
    process: str = field(default="", metadata=_bt("BT-23"))
    guideline: str = field(default="", metadata=_bt("BT-24"))
    preceding: tuple[tuple[str, date | None], ...] = field(
        default=(), metadata=_bt("BT-25", "BT-26")
    )
    seller: ReceivedParty = field(default_factory=ReceivedParty, metadata=_bt("BG-4"))
    buyer: ReceivedParty = field(default_factory=ReceivedParty, metadata=_bt("BG-7"))
    payee: ReceivedParty | None = field(default=None, metadata=_bt("BG-10"))
    tax_representative: ReceivedParty | None = field(default=None, metadata=_bt("BG-11"))
    delivered_to_name: str = field(default="", metadata=_bt("BT-70"))
    delivered_on: date | None = field(default=None, metadata=_bt("BT-72"))
    delivered_to: ReceivedAddress | None = field(default=None, metadata=_bt("BG-15"))
    period: tuple[date | None, date | None] = field(
        default=(None, None), metadata=_bt("BT-73", "BT-74")
    )
    payments: tuple[ReceivedPayment, ...] = field(default=(), metadata=_bt("BG-16"))
    adjustments: tuple[ReceivedAdjustment, ...] = field(default=(), metadata=_bt("BG-20", "BG-21"))
    totals: ReceivedTotals = field(default=NO_TOTALS, metadata=_bt("BG-22"))
    vat: tuple[ReceivedVat, ...] = field(default=(), metadata=_bt("BG-23"))
    attachments: tuple[ReceivedAttachment, ...] = field(default=(), metadata=_bt("BG-24"))
    lines: tuple[ReceivedLine, ...] = field(default=(), metadata=_bt("BG-25"))
    unreadable: tuple[Finding, ...] = ()

    @property
    def is_credit(self) -> bool:
        """Whether it takes back what was owed, by its type code (UNTDID 1001)."""
        return self.type_code in _CREDITS

"""What the lists of the orders tab show."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.catalogue.queries import ProductRow
from otc_desktop.application.sales.queries import OrderRow
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.rounding import is_on_grid
from otc_desktop.domain.taxes.vat import VatCategory
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind

Words = Callable[[str, str], str]
_TONES = {
    OrderStatus.DRAFT: Tone.NEUTRAL,
    OrderStatus.HELD: Tone.WARNING,
    OrderStatus.CONFIRMED: Tone.INFO,
    OrderStatus.DELIVERED: Tone.GOOD,
    OrderStatus.CLOSED: Tone.GOOD,
    OrderStatus.CANCELLED: Tone.NEUTRAL,
}


def status_mark(status: OrderStatus, word: Words) -> StatusMark:
    """An order's status with its glyph."""
    return StatusMark(_TONES[status], word("order_status", status.value).capitalize())


def order_columns(word: Words) -> tuple[Column, ...]:
    """Orders."""

    def status(row: OrderRow) -> StatusMark:
        return status_mark(row.status, word)

    return (
        Column(
            name="number",
            title=QCoreApplication.translate("Orders", "Number"),
            width=112,
            sortable=True,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("Orders", "Status"),
            kind=ColumnKind.STATUS,
            width=105,
            value=status,
        ),
        Column(
            name="ordered_on",
            title=QCoreApplication.translate("Orders", "Date"),
            kind=ColumnKind.DATE,
            width=92,
            sortable=True,
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("Orders", "Customer"),
            width=190,
            sortable=True,
            value=lambda row: row.customer_name,
        ),
        Column(
            name="purchase_order",
            title=QCoreApplication.translate("Orders", "Purchase order"),
            width=95,
        ),
        Column(
            name="total_excl_tax",
            title=QCoreApplication.translate("Orders", "Excluding tax"),
            kind=ColumnKind.MONEY,
            width=105,
        ),
        Column(
            name="total_incl_tax",
            title=QCoreApplication.translate("Orders", "Including tax"),
            kind=ColumnKind.MONEY,
            width=105,
        ),
    )


def product_columns(word: Words) -> tuple[Column, ...]:
    """Products; kinds, units and categories in words."""
    number = ColumnKind.NUMBER

    def vat(row: ProductRow) -> Decimal | str:
        taxed = row.vat_category == VatCategory.STANDARD.value
        return row.vat_rate if taxed else word("vat_category", row.vat_category)

    return (
        Column(
            name="code",
            title=QCoreApplication.translate("Orders", "Code"),
            width=110,
            sortable=True,
        ),
        Column(
            name="name",
            title=QCoreApplication.translate("Orders", "Description"),
            width=330,
            sortable=True,
        ),
        Column(
            name="unit",
            title=QCoreApplication.translate("Orders", "Unit"),
            width=90,
            value=lambda row: word("unit", row.unit),
        ),
        Column(
            name="kind",
            title=QCoreApplication.translate("Orders", "Kind"),
            width=70,
            value=lambda row: word("product_kind", row.kind.value),
        ),
        Column(name="family", title=QCoreApplication.translate("Orders", "Family"), width=110),
        Column(
            name="price",
            title=QCoreApplication.translate("Orders", "Price excl. tax"),
            kind=ColumnKind.MONEY,
            value=_price,
        ),
        Column(
            name="vat_rate",
            title=QCoreApplication.translate("Orders", "VAT"),
            kind=ColumnKind.PERCENT,
            width=100,
            value=vat,
        ),
        Column(
            name="on_hand",
            title=QCoreApplication.translate("Orders", "Stock"),
            kind=number,
            width=90,
            value=lambda row: row.on_hand if row.is_stocked else None,
        ),
        Column(name="barcode", title=QCoreApplication.translate("Orders", "Barcode"), width=140),
    )


def _price(row: ProductRow) -> Money | Decimal:
    """In cents as an amount; a finer price keeps its decimals."""
    in_cents = is_on_grid(row.price, EUR.digits)
    return Money(row.price, EUR) if in_cents else row.price

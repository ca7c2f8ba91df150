"""What the lists of deliveries, back-orders, returns, stock and delays show."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.sales.delivery_queries import (
    BackOrderRow,
    DeliveryListRow,
    LateOrderRow,
    LateReason,
    ReturnRow,
)
from otc_desktop.application.stock.queries import MovementRow, StockRow
from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.lead_times import OrderStages, Stage
from otc_desktop.domain.sales.sales_return import ReturnStatus
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind

Words = Callable[[str, str], str]
_RETURN_TONES = {
    ReturnStatus.NOTED: Tone.INFO,
    ReturnStatus.RECEIVED: Tone.WARNING,
    ReturnStatus.CREDITED: Tone.GOOD,
    ReturnStatus.CANCELLED: Tone.NEUTRAL,
}
_LATE_TONES = {
    LateReason.HELD: Tone.WARNING,
    LateReason.STOCK: Tone.BAD,
    LateReason.PURCHASE_ORDER: Tone.WARNING,
    LateReason.NOT_SHIPPED: Tone.INFO,
}


def _text(name: str, title: str, width: int, *, sortable: bool = False) -> Column:
    return Column(name=name, title=title, width=width, sortable=sortable)


def _number(name: str, title: str, width: int = 90) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.NUMBER, width=width)


def _date(name: str, title: str, *, sortable: bool = False) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.DATE, width=96, sortable=sortable)


def delivery_list_columns(word: Words) -> tuple[Column, ...]:
    """Deliveries of any state."""

    def status(row: DeliveryListRow) -> StatusMark:
        if row.status is DeliveryStatus.DELIVERED:
            if row.invoiced:
                return StatusMark(Tone.GOOD, QCoreApplication.translate("Dispatch", "Invoiced"))
            return StatusMark(Tone.INFO, QCoreApplication.translate("Dispatch", "To invoice"))
        return StatusMark(Tone.NEUTRAL, word("delivery_status", row.status.value).capitalize())

    return (
        _text("number", QCoreApplication.translate("Dispatch", "Delivery"), 118, sortable=True),
        Column(
            name="status",
            title=QCoreApplication.translate("Dispatch", "Status"),
            kind=ColumnKind.STATUS,
            width=110,
            value=status,
        ),
        _date("delivered_on", QCoreApplication.translate("Dispatch", "Date"), sortable=True),
        _text("order_number", QCoreApplication.translate("Dispatch", "Order"), 112),
        _text("customer_name", QCoreApplication.translate("Dispatch", "Customer"), 200),
        _text("purchase_order", QCoreApplication.translate("Dispatch", "Purchase order"), 110),
        _text("carrier", QCoreApplication.translate("Dispatch", "Carrier"), 100),
    )


def back_order_columns() -> tuple[Column, ...]:
    """Lines still owed."""

    def due(row: BackOrderRow) -> StatusMark | None:
        if row.is_held:
            return StatusMark(Tone.WARNING, QCoreApplication.translate("Dispatch", "On hold"))
        if row.is_late:
            return StatusMark(Tone.BAD, QCoreApplication.translate("Dispatch", "Late"))
        if row.deliverable >= row.left:
            return StatusMark(Tone.GOOD, QCoreApplication.translate("Dispatch", "Available"))
        return StatusMark(Tone.NEUTRAL, QCoreApplication.translate("Dispatch", "Waits"))

    return (
        _text("order_number", QCoreApplication.translate("Dispatch", "Order"), 112),
        Column(
            name="state",
            title=QCoreApplication.translate("Dispatch", "Status"),
            kind=ColumnKind.STATUS,
            width=105,
            value=due,
        ),
        _date("due_on", QCoreApplication.translate("Dispatch", "Due on")),
        _text("customer_name", QCoreApplication.translate("Dispatch", "Customer"), 180),
        _text("product_code", QCoreApplication.translate("Dispatch", "Product"), 90),
        _text("description", QCoreApplication.translate("Dispatch", "Description"), 240),
        _number("ordered", QCoreApplication.translate("Dispatch", "Ordered")),
        _number("delivered", QCoreApplication.translate("Dispatch", "Delivered")),
        _number("left", QCoreApplication.translate("Dispatch", "Left")),
        _number("on_hand", QCoreApplication.translate("Dispatch", "On hand")),
    )


def return_columns(word: Words) -> tuple[Column, ...]:
    """Goods that came back."""

    def status(row: ReturnRow) -> StatusMark:
        if row.status is ReturnStatus.RECEIVED:
            text = (
                QCoreApplication.translate("Dispatch", "To credit")
                if row.credit_due
                else QCoreApplication.translate("Dispatch", "Received")
            )
            return StatusMark(Tone.WARNING if row.credit_due else Tone.GOOD, text)
        text = word("return_status", row.status.value).capitalize()
        return StatusMark(_RETURN_TONES[row.status], text)

    def reason(row: ReturnRow) -> str:
        text = word("return_reason", row.reason.value).capitalize()
        return f"{text} · {row.note}" if row.note else text

    return (
        _text("number", QCoreApplication.translate("Dispatch", "Return"), 112, sortable=True),
        Column(
            name="status",
            title=QCoreApplication.translate("Dispatch", "Status"),
            kind=ColumnKind.STATUS,
            width=130,
            value=status,
        ),
        _date("noted_on", QCoreApplication.translate("Dispatch", "Date"), sortable=True),
        _text("delivery_number", QCoreApplication.translate("Dispatch", "Delivery"), 118),
        _text("customer_name", QCoreApplication.translate("Dispatch", "Customer"), 210),
        Column(
            name="reason",
            title=QCoreApplication.translate("Dispatch", "Reason"),
            width=280,
            value=reason,
        ),
        _text("credit_number", QCoreApplication.translate("Dispatch", "Credit note"), 120),
    )


def stock_columns(word: Words) -> tuple[Column, ...]:
    """Stocked products."""

    def state(row: StockRow) -> StatusMark:
        if row.on_hand < 0:
            return StatusMark(Tone.BAD, QCoreApplication.translate("Dispatch", "Below zero"))
        if row.must_reorder:
            return StatusMark(Tone.WARNING, QCoreApplication.translate("Dispatch", "To reorder"))
        if row.available < 0:
            return StatusMark(Tone.WARNING, QCoreApplication.translate("Dispatch", "Short"))
        return StatusMark(Tone.GOOD, QCoreApplication.translate("Dispatch", "In stock"))

    return (
        _text("code", QCoreApplication.translate("Dispatch", "Code"), 100, sortable=True),
        _text("name", QCoreApplication.translate("Dispatch", "Description"), 250, sortable=True),
        Column(
            name="state",
            title=QCoreApplication.translate("Dispatch", "Status"),
            kind=ColumnKind.STATUS,
            width=120,
            value=state,
        ),
        _number("on_hand", QCoreApplication.translate("Dispatch", "On hand")),
        _number("reserved", QCoreApplication.translate("Dispatch", "Reserved")),
        _number("available", QCoreApplication.translate("Dispatch", "Available")),
        Column(
            name="unit",
            title=QCoreApplication.translate("Dispatch", "Unit"),
            width=80,
            value=lambda row: word("unit", row.unit),
        ),
        _number("reorder_point", QCoreApplication.translate("Dispatch", "Reorder point"), 130),
        _date("expected_on", QCoreApplication.translate("Dispatch", "Expected")),
        _text("location", QCoreApplication.translate("Dispatch", "Location"), 120),
        Column(
            name="value",
            title=QCoreApplication.translate("Dispatch", "Value"),
            kind=ColumnKind.MONEY,
            width=100,
        ),
    )


def movement_columns(word: Words) -> tuple[Column, ...]:
    """Stock movements."""

    def reason(row: MovementRow) -> str:
        return word("movement_reason", row.reason.value).capitalize()

    return (
        _date("moved_on", QCoreApplication.translate("Dispatch", "Date"), sortable=True),
        _text("product_code", QCoreApplication.translate("Dispatch", "Product"), 100),
        _text("product_name", QCoreApplication.translate("Dispatch", "Description"), 260),
        _number("quantity", QCoreApplication.translate("Dispatch", "Quantity"), 100),
        Column(
            name="reason",
            title=QCoreApplication.translate("Dispatch", "Reason"),
            width=150,
            value=reason,
        ),
        _text("document", QCoreApplication.translate("Dispatch", "Document"), 120),
        _text("note", QCoreApplication.translate("Dispatch", "Note"), 260),
    )


def late_columns(word: Words) -> tuple[Column, ...]:
    """Orders past their date."""

    def reason(row: LateOrderRow) -> StatusMark:
        text = word("late_reason", row.reason.value).capitalize()
        return StatusMark(_LATE_TONES[row.reason], text)

    def agreed(row: LateOrderRow) -> str:
        if row.is_agreed:
            return QCoreApplication.translate("Dispatch", "agreed")
        return QCoreApplication.translate("Dispatch", "usual")

    return (
        _text("number", QCoreApplication.translate("Dispatch", "Order"), 112),
        _number("days_late", QCoreApplication.translate("Dispatch", "Days late"), 120),
        Column(
            name="reason",
            title=QCoreApplication.translate("Dispatch", "What keeps it"),
            kind=ColumnKind.STATUS,
            width=250,
            value=reason,
        ),
        _date("due_on", QCoreApplication.translate("Dispatch", "Due on")),
        Column(
            name="is_agreed",
            title=QCoreApplication.translate("Dispatch", "Date"),
            width=80,
            value=agreed,
        ),
        _date("ordered_on", QCoreApplication.translate("Dispatch", "Ordered on")),
        _text("customer_name", QCoreApplication.translate("Dispatch", "Customer"), 220),
        Column(
            name="total_excl_tax",
            title=QCoreApplication.translate("Dispatch", "Excluding tax"),
            kind=ColumnKind.MONEY,
            width=110,
        ),
    )


def lead_time_columns(word: Words) -> tuple[Column, ...]:
    """Orders with the days of each stage."""

    def days(stage: Stage) -> Callable[[OrderStages], int | None]:
        return lambda row: row.days(stage)

    return (
        _text("number", QCoreApplication.translate("Dispatch", "Order"), 112, sortable=True),
        _date("ordered_on", QCoreApplication.translate("Dispatch", "Ordered on"), sortable=True),
        _text("customer_name", QCoreApplication.translate("Dispatch", "Customer"), 210),
        *(
            Column(
                name=stage.value,
                title=word("stage", stage.value).capitalize(),
                kind=ColumnKind.NUMBER,
                width=195,
                value=days(stage),
            )
            for stage in Stage
        ),
        _number("total_days", QCoreApplication.translate("Dispatch", "In all"), 80),
    )

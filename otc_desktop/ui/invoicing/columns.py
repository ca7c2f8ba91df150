"""What the lists of the invoicing tab show."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.invoicing.queries import DraftRow, InvoiceRow, InvoiceStatus
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind

Words = Callable[[str, str], str]
DEPOSIT_TONES = {
    "queued": Tone.INFO,
    "sending": Tone.INFO,
    "deposited": Tone.INFO,
    "accepted": Tone.GOOD,
    "rejected": Tone.BAD,
    "failed": Tone.BAD,
    "cancelled": Tone.NEUTRAL,
}
_REFORM_TONES = {
    "205": Tone.GOOD,
    "206": Tone.WARNING,
    "207": Tone.WARNING,
    "208": Tone.WARNING,
    "210": Tone.BAD,
    "211": Tone.GOOD,
    "212": Tone.GOOD,
    "213": Tone.BAD,
    "220": Tone.NEUTRAL,
    "221": Tone.BAD,
    "501": Tone.BAD,
}
_MAIL_TONES = {
    "ready": Tone.INFO,
    "sending": Tone.INFO,
    "sent": Tone.GOOD,
    "failed": Tone.BAD,
    "bounced": Tone.BAD,
    "uncertain": Tone.WARNING,
}


def delivery_columns() -> tuple[Column, ...]:
    """Deliveries that no document invoices yet."""
    return (
        Column(name="number", title=QCoreApplication.translate("Invoicing", "Delivery"), width=120),
        Column(
            name="delivered_on",
            title=QCoreApplication.translate("Invoicing", "Delivered on"),
            kind=ColumnKind.DATE,
            sortable=True,
        ),
        Column(
            name="order_number", title=QCoreApplication.translate("Invoicing", "Order"), width=120
        ),
        Column(
            name="purchase_order",
            title=QCoreApplication.translate("Invoicing", "Purchase order"),
            width=140,
        ),
        Column(
            name="customer_code", title=QCoreApplication.translate("Invoicing", "Code"), width=80
        ),
        Column(
            name="customer_name",
            title=QCoreApplication.translate("Invoicing", "Customer"),
            width=260,
        ),
    )


def draft_columns(word: Words) -> tuple[Column, ...]:
    """Drafts that wait to be issued."""

    def kind(row: DraftRow) -> str:
        return word("invoice_kind", row.kind.value)

    return (
        Column(
            name="kind", title=QCoreApplication.translate("Invoicing", "Kind"), width=80, value=kind
        ),
        Column(
            name="document_on",
            title=QCoreApplication.translate("Invoicing", "Date"),
            kind=ColumnKind.DATE,
            width=100,
            sortable=True,
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("Invoicing", "Customer"),
            width=230,
            sortable=True,
            value=lambda row: row.customer_name,
        ),
        Column(
            name="purchase_order",
            title=QCoreApplication.translate("Invoicing", "Purchase order"),
            width=130,
        ),
        Column(
            name="total_excl_tax",
            title=QCoreApplication.translate("Invoicing", "Excluding tax"),
            kind=ColumnKind.MONEY,
        ),
        Column(
            name="total_incl_tax",
            title=QCoreApplication.translate("Invoicing", "Including tax"),
            kind=ColumnKind.MONEY,
        ),
    )


def invoice_columns(word: Words) -> tuple[Column, ...]:
    """Issued documents."""

    def mail(row: InvoiceRow) -> StatusMark | None:
        if not row.mail_status:
            return None
        tone = _MAIL_TONES.get(row.mail_status, Tone.NEUTRAL)
        return StatusMark(tone, word("mail_status", row.mail_status))

    return (
        Column(
            name="number",
            title=QCoreApplication.translate("Invoicing", "Number"),
            width=102,
            sortable=True,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("Invoicing", "Status"),
            kind=ColumnKind.STATUS,
            width=116,
            value=status_mark,
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("Invoicing", "Customer"),
            width=130,
            sortable=True,
            value=lambda row: row.customer_name,
        ),
        Column(
            name="issued_on",
            title=QCoreApplication.translate("Invoicing", "Issued on"),
            kind=ColumnKind.DATE,
            width=88,
            sortable=True,
        ),
        Column(
            name="due_on",
            title=QCoreApplication.translate("Invoicing", "Due on"),
            kind=ColumnKind.DATE,
            width=88,
            sortable=True,
        ),
        Column(
            name="total_incl_tax",
            title=QCoreApplication.translate("Invoicing", "Including tax"),
            kind=ColumnKind.MONEY,
            width=98,
        ),
        Column(
            name="open_amount",
            title=QCoreApplication.translate("Invoicing", "Open"),
            kind=ColumnKind.MONEY,
            width=98,
            sortable=True,
        ),
        Column(
            name="reform_status",
            title=QCoreApplication.translate("Invoicing", "Reform"),
            kind=ColumnKind.STATUS,
            width=152,
            value=lambda row: reform_mark(row.reform_status, word, partial=row.reform_is_partial),
        ),
        Column(
            name="mail_status",
            title=QCoreApplication.translate("Invoicing", "E-mail"),
            kind=ColumnKind.STATUS,
            width=120,
            value=mail,
        ),
        Column(
            name="deposit_status",
            title=QCoreApplication.translate("Invoicing", "Platform"),
            kind=ColumnKind.STATUS,
            width=112,
            value=lambda row: deposit_mark(row.deposit_status, word),
        ),
    )


def deposit_mark(status: str, word: Words) -> StatusMark | None:
    """How far a deposit on the platform came; None without one."""
    if not status:
        return None
    return StatusMark(DEPOSIT_TONES[status], word("flow_status", status))


def reform_mark(code: str, word: Words, *, partial: bool = False) -> StatusMark | None:
    """Where a document stands in the reform: its code and name; None without life cycle."""
    if not code:
        return None
    name = f"{code} {word('reform_status', code)}"
    if partial:
        text = QCoreApplication.translate("Invoicing", "{status} in part").format(status=name)
        return StatusMark(Tone.INFO, text)
    return StatusMark(_REFORM_TONES.get(code, Tone.INFO), name)


def status_mark(row: InvoiceRow) -> StatusMark:
    """How far a document is from being settled, with the days it is late."""
    match row.status:
        case InvoiceStatus.PAID:
            return StatusMark(Tone.GOOD, QCoreApplication.translate("Invoicing", "Settled"))
        case InvoiceStatus.DISPUTED:
            return StatusMark(Tone.WARNING, QCoreApplication.translate("Invoicing", "Disputed"))
        case InvoiceStatus.OVERDUE:
            late = QCoreApplication.translate("Invoicing", "{days} days late").format(
                days=row.days_late
            )
            return StatusMark(Tone.BAD, late)
        case InvoiceStatus.PART_PAID:
            return StatusMark(Tone.INFO, QCoreApplication.translate("Invoicing", "Part paid"))
    return StatusMark(Tone.NEUTRAL, QCoreApplication.translate("Invoicing", "Not due"))

"""What the lists of the customers tab show."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.customers.queries import CustomerRow
from otc_desktop.domain.customers.customer import CustomerStatus
from otc_desktop.ui.customers.file_presenter import TONES
from otc_desktop.ui.customers.wording import TimelineWords
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind


def customer_columns(word: Callable[[str, str], str]) -> tuple[Column, ...]:
    """Customers with what they owe."""
    return (
        Column(
            name="code",
            title=QCoreApplication.translate("Customers", "Code"),
            width=80,
            sortable=True,
        ),
        Column(
            name="name",
            title=QCoreApplication.translate("Customers", "Name"),
            width=230,
            sortable=True,
        ),
        Column(
            name="city",
            title=QCoreApplication.translate("Customers", "City"),
            width=120,
            sortable=True,
        ),
        Column(
            name="state",
            title=QCoreApplication.translate("Customers", "File"),
            kind=ColumnKind.STATUS,
            width=95,
            value=lambda row: _state(row, word),
        ),
        Column(
            name="open_amount",
            title=QCoreApplication.translate("Customers", "Open"),
            kind=ColumnKind.MONEY,
            width=115,
        ),
        Column(
            name="overdue_amount",
            title=QCoreApplication.translate("Customers", "Overdue"),
            kind=ColumnKind.MONEY,
            width=115,
            value=lambda row: row.overdue_amount if row.overdue_amount else None,
        ),
    )


def timeline_columns(words: TimelineWords) -> tuple[Column, ...]:
    """What happened with a customer."""
    return (
        Column(
            name="at",
            title=QCoreApplication.translate("Customers", "Date"),
            kind=ColumnKind.DATE,
            width=100,
            value=lambda row: row.happened_on,
        ),
        Column(
            name="what",
            title=QCoreApplication.translate("Customers", "What happened"),
            width=360,
            value=words.sentence,
        ),
        Column(
            name="attachments",
            title=QCoreApplication.translate("Customers", "Attached"),
            kind=ColumnKind.NUMBER,
            width=60,
            value=lambda row: row.attachments or None,
        ),
    )


def _state(row: CustomerRow, word: Callable[[str, str], str]) -> StatusMark | None:
    """The state of a file that is not simply active."""
    if row.merged_into:
        return StatusMark(Tone.NEUTRAL, f"→ {row.merged_into}")
    if row.is_archived:
        return StatusMark(Tone.NEUTRAL, QCoreApplication.translate("Customers", "archived"))
    if row.status is CustomerStatus.ACTIVE:
        return None
    return StatusMark(TONES[row.status], word("customer_status", row.status.value))

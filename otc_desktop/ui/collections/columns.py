"""Columns and filters of the lists of reminders, mails and disputes."""

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.ui.collections.calls_presenter import CallsPresenter
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter
from otc_desktop.ui.collections.presenter import CollectionsPresenter
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.filters import FilterChoice

_FATES = {
    "waiting": Tone.WARNING,
    "ready": Tone.INFO,
    "queued": Tone.INFO,
    "sending": Tone.INFO,
    "sent": Tone.GOOD,
    "done": Tone.GOOD,
    "skipped": Tone.NEUTRAL,
    "failed": Tone.BAD,
    "bounced": Tone.BAD,
    "uncertain": Tone.WARNING,
    "withheld": Tone.NEUTRAL,
}


def planned_columns() -> tuple[Column, ...]:
    """Reminders that would leave."""
    translate = QCoreApplication.translate
    return (
        Column(name="customer", title=translate("CollectionsColumns", "Customer"), width=200),
        Column(name="step", title=translate("CollectionsColumns", "Step"), width=74),
        Column(name="channel", title=translate("CollectionsColumns", "Channel"), width=140),
        Column(
            name="amount",
            title=translate("CollectionsColumns", "Amount"),
            kind=ColumnKind.MONEY,
            width=100,
        ),
        Column(
            name="fate",
            title=translate("CollectionsColumns", "Leaves"),
            kind=ColumnKind.STATUS,
            width=124,
        ),
        Column(name="recipient", title=translate("CollectionsColumns", "Recipient"), width=100),
    )


def withheld_columns() -> tuple[Column, ...]:
    """Documents that will not be reminded of, and why."""
    translate = QCoreApplication.translate
    return (
        Column(name="customer", title=translate("CollectionsColumns", "Customer"), width=200),
        Column(name="invoice", title=translate("CollectionsColumns", "Document"), width=110),
        Column(
            name="amount",
            title=translate("CollectionsColumns", "Open"),
            kind=ColumnKind.MONEY,
            width=100,
        ),
        Column(name="reason", title=translate("CollectionsColumns", "Why not"), width=340),
    )


def notice_columns(presenter: CollectionsPresenter) -> tuple[Column, ...]:
    """Reminders that were made."""
    translate = QCoreApplication.translate

    def status(row: Any) -> StatusMark:
        return fate_mark(presenter, "notice_status", row.status)

    return (
        Column(
            name="planned_on",
            title=translate("CollectionsColumns", "Date"),
            kind=ColumnKind.DATE,
            width=92,
            sortable=True,
        ),
        _customer_column(),
        Column(
            name="step",
            title=translate("CollectionsColumns", "Step"),
            width=74,
            value=lambda row: presenter.step_text(row.step),
        ),
        Column(
            name="channel",
            title=translate("CollectionsColumns", "Channel"),
            width=160,
            value=lambda row: presenter.word("channel", row.channel),
        ),
        Column(
            name="amount",
            title=translate("CollectionsColumns", "Amount"),
            kind=ColumnKind.MONEY,
            width=100,
        ),
        Column(
            name="status",
            title=translate("CollectionsColumns", "Status"),
            kind=ColumnKind.STATUS,
            width=130,
            value=status,
        ),
    )


def mail_columns(presenter: CollectionsPresenter) -> tuple[Column, ...]:
    """Mails of the outbox."""
    translate = QCoreApplication.translate

    def status(row: Any) -> StatusMark:
        return fate_mark(presenter, "mail_status", row.status)

    return (
        Column(
            name="created_at",
            title=translate("CollectionsColumns", "Written on"),
            kind=ColumnKind.DATE,
            width=92,
            sortable=True,
            value=lambda row: row.created_at.date(),
        ),
        _customer_column(),
        Column(name="subject", title=translate("CollectionsColumns", "Subject"), width=190),
        Column(
            name="status",
            title=translate("CollectionsColumns", "Status"),
            kind=ColumnKind.STATUS,
            width=120,
            value=status,
        ),
        Column(
            name="server_answer",
            title=translate("CollectionsColumns", "Answer of the server"),
            width=170,
            value=lambda row: presenter.answer_text(row.server_answer),
        ),
    )


def dispute_columns(presenter: DisputesPresenter, today: date) -> tuple[Column, ...]:
    """Disputes; an open one past its date is marked late."""
    translate = QCoreApplication.translate

    def status(row: Any) -> StatusMark:
        word = presenter.word("dispute_status", row.status)
        if row.status is DisputeStatus.CLOSED:
            return StatusMark(Tone.GOOD, word)
        if row.due_on < today:
            return StatusMark(Tone.BAD, translate("CollectionsColumns", "late"))
        return StatusMark(Tone.WARNING, presenter.word("dispute_stage", row.stage))

    return (
        Column(
            name="status",
            title=translate("CollectionsColumns", "Status"),
            kind=ColumnKind.STATUS,
            width=110,
            value=status,
        ),
        Column(name="invoice_number", title=translate("CollectionsColumns", "Document"), width=130),
        _customer_column(),
        Column(
            name="reason",
            title=translate("CollectionsColumns", "Reason"),
            width=220,
            value=presenter.why,
        ),
        Column(
            name="amount",
            title=translate("CollectionsColumns", "Contested"),
            kind=ColumnKind.MONEY,
            width=110,
        ),
        Column(
            name="opened_on",
            title=translate("CollectionsColumns", "Opened on"),
            kind=ColumnKind.DATE,
            width=100,
            sortable=True,
        ),
        Column(
            name="due_on",
            title=translate("CollectionsColumns", "To settle by"),
            kind=ColumnKind.DATE,
            width=150,
            sortable=True,
        ),
        Column(name="owner", title=translate("CollectionsColumns", "In charge"), width=110),
        Column(
            name="resolution",
            title=translate("CollectionsColumns", "Outcome"),
            width=260,
            value=presenter.end,
        ),
    )


def call_columns(presenter: CallsPresenter) -> tuple[Column, ...]:
    """Calls to make, those that may bring most first."""
    translate = QCoreApplication.translate

    def customer(row: Any) -> str:
        waits = " ●" if row.task.pays_already else ""
        return f"{row.task.customer_code} · {row.task.customer_name}{waits}"

    return (
        Column(
            name="customer",
            title=translate("CollectionsColumns", "Customer"),
            width=200,
            value=customer,
        ),
        Column(
            name="reason",
            title=translate("CollectionsColumns", "Why"),
            kind=ColumnKind.STATUS,
            width=170,
            value=lambda row: presenter.reason_mark(row.task),
        ),
        Column(
            name="asked",
            title=translate("CollectionsColumns", "Asked for"),
            kind=ColumnKind.MONEY,
            width=110,
            value=lambda row: row.task.asked,
        ),
        Column(
            name="days_late",
            title=translate("CollectionsColumns", "Days late"),
            kind=ColumnKind.NUMBER,
            width=115,
            value=lambda row: row.task.days_late,
        ),
        Column(
            name="chance",
            title=translate("CollectionsColumns", "Chance"),
            kind=ColumnKind.PERCENT,
            width=76,
            value=lambda row: row.task.gain.chance * 100,
        ),
        Column(
            name="expected",
            title=translate("CollectionsColumns", "Expected"),
            kind=ColumnKind.MONEY,
            width=110,
            value=lambda row: row.task.gain.expected,
        ),
        Column(
            name="phone",
            title=translate("CollectionsColumns", "Phone"),
            width=130,
            value=lambda row: row.task.phone,
        ),
    )


def fate_mark(presenter: CollectionsPresenter, kind: str, status: str) -> StatusMark:
    """What became of a reminder or mail, with its sign and word."""
    return StatusMark(_FATES.get(status, Tone.NEUTRAL), presenter.word(kind, status))


def status_filter(
    presenter: Presenter, kind: str, statuses: tuple[str | None, ...]
) -> FilterChoice:
    """Chips for these statuses, the first in force; None stands for all."""
    return FilterChoice(
        name="status",
        title=QCoreApplication.translate("CollectionsColumns", "Status"),
        options=tuple(
            (
                status,
                QCoreApplication.translate("CollectionsColumns", "All")
                if status is None
                else presenter.word(kind, status).capitalize(),
            )
            for status in statuses
        ),
    )


def _customer_column() -> Column:
    return Column(
        name="customer",
        title=QCoreApplication.translate("CollectionsColumns", "Customer"),
        width=190,
        value=lambda row: f"{row.customer_code} · {row.customer_name}",
    )

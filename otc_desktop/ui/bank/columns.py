"""Columns and filters of the bank tab's list."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.filters import FilterChoice

TO_DO = "waiting"

_TONES = {
    TransactionStatus.OPEN: Tone.INFO,
    TransactionStatus.PARTIAL: Tone.WARNING,
    TransactionStatus.MATCHED: Tone.GOOD,
    TransactionStatus.IGNORED: Tone.NEUTRAL,
}


def status_mark(status: str, word: Callable[[str, str], str]) -> StatusMark:
    """A line's status with its sign and word; `word` gives the word of a kind and value."""
    return StatusMark(_TONES[TransactionStatus(status)], word("transaction_status", status))


def movement_columns(word: Callable[[str, str], str]) -> tuple[Column, ...]:
    """What the list of statement lines shows."""

    def status(row: Any) -> StatusMark:
        return status_mark(row.status, word)

    return (
        Column(
            name="booked_on",
            title=QCoreApplication.translate("BankColumns", "Date"),
            kind=ColumnKind.DATE,
            width=92,
            sortable=True,
        ),
        Column(
            name="amount",
            title=QCoreApplication.translate("BankColumns", "Amount"),
            kind=ColumnKind.MONEY,
            width=108,
            sortable=True,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("BankColumns", "Status"),
            kind=ColumnKind.STATUS,
            width=150,
            value=status,
        ),
        Column(
            name="counterparty",
            title=QCoreApplication.translate("BankColumns", "From or to"),
            width=180,
        ),
        Column(
            name="label",
            title=QCoreApplication.translate("BankColumns", "Label"),
            width=180,
        ),
    )


def status_filter() -> FilterChoice:
    """Which lines: those that wait for somebody first."""
    return FilterChoice(
        name="status",
        title=QCoreApplication.translate("BankColumns", "Status"),
        options=(
            (TO_DO, QCoreApplication.translate("BankColumns", "To do")),
            (
                TransactionStatus.MATCHED.value,
                QCoreApplication.translate("BankColumns", "Matched"),
            ),
            (
                TransactionStatus.IGNORED.value,
                QCoreApplication.translate("BankColumns", "Set aside"),
            ),
            (None, QCoreApplication.translate("BankColumns", "All")),
        ),
    )

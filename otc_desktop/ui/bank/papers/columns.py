"""Columns and filters of receipts and slips."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.banking.queries import masked
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperStatus
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.filters import FilterChoice

Words = Callable[[str, str], str]

_PAPER_TONES = {
    PaperStatus.HELD: Tone.INFO,
    PaperStatus.REMITTED: Tone.WARNING,
    PaperStatus.PAID: Tone.GOOD,
    PaperStatus.RETURNED: Tone.BAD,
    PaperStatus.UNDONE: Tone.NEUTRAL,
}
_SLIP_TONES = {
    SlipStatus.REMITTED: Tone.WARNING,
    SlipStatus.CREDITED: Tone.GOOD,
    SlipStatus.WITHDRAWN: Tone.NEUTRAL,
}


def paper_columns(word: Words) -> tuple[Column, ...]:
    """What the list of receipts shows."""

    def status(row: Any) -> StatusMark:
        return StatusMark(_PAPER_TONES[row.status], word("paper_status", row.status.value))

    return (
        Column(
            name="received_on",
            title=QCoreApplication.translate("PaperColumns", "Received"),
            kind=ColumnKind.DATE,
            width=96,
            sortable=True,
        ),
        Column(
            name="kind",
            title=QCoreApplication.translate("PaperColumns", "Means"),
            width=110,
            value=lambda row: word("paper", row.kind.value),
        ),
        Column(
            name="number",
            title=QCoreApplication.translate("PaperColumns", "Number"),
            width=110,
            sortable=True,
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("PaperColumns", "Customer"),
            width=230,
            value=lambda row: f"{row.customer_code} · {row.customer_name}",
        ),
        Column(name="bank", title=QCoreApplication.translate("PaperColumns", "Bank"), width=130),
        Column(
            name="amount",
            title=QCoreApplication.translate("PaperColumns", "Amount"),
            kind=ColumnKind.MONEY,
            width=112,
            sortable=True,
        ),
        Column(
            name="due_on",
            title=QCoreApplication.translate("PaperColumns", "Falls due on"),
            kind=ColumnKind.DATE,
            width=96,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("PaperColumns", "State"),
            kind=ColumnKind.STATUS,
            width=150,
            value=status,
        ),
        Column(name="slip", title=QCoreApplication.translate("PaperColumns", "Slip"), width=130),
        Column(
            name="return_reason",
            title=QCoreApplication.translate("PaperColumns", "Reason of return"),
            width=160,
        ),
    )


def slip_columns(word: Words) -> tuple[Column, ...]:
    """What the list of slips shows."""

    def status(row: Any) -> StatusMark:
        return StatusMark(_SLIP_TONES[row.status], word("slip_status", row.status.value))

    return (
        Column(
            name="made_on",
            title=QCoreApplication.translate("PaperColumns", "Date"),
            kind=ColumnKind.DATE,
            width=96,
            sortable=True,
        ),
        Column(name="number", title=QCoreApplication.translate("PaperColumns", "Slip"), width=130),
        Column(
            name="kind",
            title=QCoreApplication.translate("PaperColumns", "Means"),
            width=230,
            value=lambda row: (
                f"{word('paper', row.kind.value)}, {word('remittance', row.remittance.value)}"
            ),
        ),
        Column(
            name="papers",
            title=QCoreApplication.translate("PaperColumns", "Count"),
            kind=ColumnKind.NUMBER,
            width=70,
        ),
        Column(
            name="total",
            title=QCoreApplication.translate("PaperColumns", "Total"),
            kind=ColumnKind.MONEY,
            width=112,
            sortable=True,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("PaperColumns", "State"),
            kind=ColumnKind.STATUS,
            width=190,
            value=status,
        ),
        Column(
            name="credited_on",
            title=QCoreApplication.translate("PaperColumns", "Credited on"),
            kind=ColumnKind.DATE,
            width=110,
        ),
        Column(
            name="account",
            title=QCoreApplication.translate("PaperColumns", "Account"),
            width=240,
            value=lambda row: masked(row.account),
        ),
    )


def paper_filters(word: Words) -> list[FilterChoice]:
    """Where receipts are: those in hand first; and of which kind."""
    everything = QCoreApplication.translate("PaperColumns", "All")
    order = (PaperStatus.HELD, PaperStatus.REMITTED, PaperStatus.RETURNED, PaperStatus.PAID)
    return [
        FilterChoice(
            name="status",
            title=QCoreApplication.translate("PaperColumns", "State"),
            options=(
                *((each.value, word("paper_status", each.value).capitalize()) for each in order),
                (None, everything),
            ),
        ),
        FilterChoice(
            name="kind",
            title=QCoreApplication.translate("PaperColumns", "Means"),
            options=(
                (None, everything),
                *((each.value, word("paper", each.value)) for each in PaperKind),
            ),
        ),
    ]


def slip_filter(word: Words) -> FilterChoice:
    """Where slips are."""
    return FilterChoice(
        name="status",
        title=QCoreApplication.translate("PaperColumns", "State"),
        options=(
            (None, QCoreApplication.translate("PaperColumns", "All slips")),
            *((each.value, word("slip_status", each.value).capitalize()) for each in SlipStatus),
        ),
    )

"""Columns and filters of collections and mandates."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.direct_debits.queries import CollectionRow, MandateRow
from otc_desktop.domain.direct_debits.collection import CollectionStatus
from otc_desktop.domain.direct_debits.mandate import MandateState
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.filters import FilterChoice

Words = Callable[[str, str], str]

_TONES = {
    CollectionStatus.PREPARED: Tone.INFO,
    CollectionStatus.HANDED_OVER: Tone.WARNING,
    CollectionStatus.CANCELLED: Tone.NEUTRAL,
}
_SLIP_TONES = {SlipStatus.CREDITED: Tone.GOOD, SlipStatus.WITHDRAWN: Tone.NEUTRAL}
_MANDATE_TONES = {
    MandateState.ACTIVE: Tone.GOOD,
    MandateState.BLOCKED: Tone.BAD,
    MandateState.LAPSED: Tone.WARNING,
    MandateState.REVOKED: Tone.NEUTRAL,
    MandateState.USED_UP: Tone.NEUTRAL,
}


def collection_columns(word: Words) -> tuple[Column, ...]:
    """What the list of collections shows."""

    def status(row: CollectionRow) -> StatusMark:
        if row.slip_status in _SLIP_TONES:
            tone = _SLIP_TONES[row.slip_status]
            return StatusMark(tone, word("slip_status", row.slip_status.value))
        return StatusMark(_TONES[row.status], word("collection_status", row.status.value))

    return (
        Column(
            name="number",
            title=QCoreApplication.translate("DebitColumns", "Collection"),
            width=130,
        ),
        Column(
            name="collect_on",
            title=QCoreApplication.translate("DebitColumns", "Day of the debit"),
            kind=ColumnKind.DATE,
            width=165,
            sortable=True,
        ),
        Column(
            name="debits",
            title=QCoreApplication.translate("DebitColumns", "Debits"),
            kind=ColumnKind.NUMBER,
            width=125,
        ),
        Column(
            name="total",
            title=QCoreApplication.translate("DebitColumns", "Amount"),
            kind=ColumnKind.MONEY,
            width=120,
        ),
        Column(
            name="status",
            title=QCoreApplication.translate("DebitColumns", "State"),
            kind=ColumnKind.STATUS,
            width=170,
            value=status,
        ),
        Column(
            name="returned",
            title=QCoreApplication.translate("DebitColumns", "Came back"),
            kind=ColumnKind.NUMBER,
            width=100,
        ),
        Column(
            name="account",
            title=QCoreApplication.translate("DebitColumns", "Account to credit"),
            width=150,
        ),
    )


def mandate_columns(word: Words) -> tuple[Column, ...]:
    """What the list of mandates shows; accounts are masked."""

    def state(row: MandateRow) -> StatusMark:
        text = word("mandate_state", row.state.value)
        if row.state is MandateState.BLOCKED:
            text = f"{text} ({row.blocked_for})"
        return StatusMark(_MANDATE_TONES[row.state], text)

    return (
        Column(
            name="rum",
            title=QCoreApplication.translate("DebitColumns", "Mandate (RUM)"),
            width=190,
            sortable=True,
        ),
        Column(
            name="customer",
            title=QCoreApplication.translate("DebitColumns", "Customer"),
            width=240,
            value=lambda row: f"{row.customer_code} · {row.customer_name}",
        ),
        Column(name="iban", title=QCoreApplication.translate("DebitColumns", "Account"), width=110),
        Column(name="scheme", title=QCoreApplication.translate("DebitColumns", "Scheme"), width=90),
        Column(
            name="signed_on",
            title=QCoreApplication.translate("DebitColumns", "Signed"),
            kind=ColumnKind.DATE,
            width=100,
            sortable=True,
        ),
        Column(
            name="collected_on",
            title=QCoreApplication.translate("DebitColumns", "Last debit"),
            kind=ColumnKind.DATE,
            width=110,
        ),
        Column(
            name="expires_on",
            title=QCoreApplication.translate("DebitColumns", "Lapses"),
            kind=ColumnKind.DATE,
            width=100,
        ),
        Column(
            name="state",
            title=QCoreApplication.translate("DebitColumns", "State"),
            kind=ColumnKind.STATUS,
            width=170,
            value=state,
        ),
    )


def collection_filter(word: Words) -> FilterChoice:
    """Where collections are."""
    return FilterChoice(
        name="status",
        title=QCoreApplication.translate("DebitColumns", "State"),
        options=(
            (None, QCoreApplication.translate("DebitColumns", "All collections")),
            *(
                (each.value, word("collection_status", each.value).capitalize())
                for each in CollectionStatus
            ),
        ),
    )

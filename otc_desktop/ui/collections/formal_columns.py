"""Columns of letters for the post, of hand-overs, and of proposed entries."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from otc_desktop.domain.dunning.formal_notice import LetterState
from otc_desktop.domain.dunning.handover import HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import ProposalState
from otc_desktop.ui.collections.formal_presenter import FormalPresenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind

_TONES = {
    LetterState.TO_PRINT.value: Tone.WARNING,
    LetterState.POSTED.value: Tone.INFO,
    LetterState.RECEIVED.value: Tone.GOOD,
    LetterState.UNCLAIMED.value: Tone.BAD,
    HandoverOutcome.OPEN.value: Tone.INFO,
    HandoverOutcome.PAID.value: Tone.GOOD,
    HandoverOutcome.PARTLY_PAID.value: Tone.WARNING,
    HandoverOutcome.NOT_PAID.value: Tone.BAD,
    ProposalState.DRAFT.value: Tone.WARNING,
}


def letter_columns(presenter: FormalPresenter) -> tuple[Column, ...]:
    """Letters to print and post."""
    return (
        _column("made_on", _title("Made"), 92, ColumnKind.DATE),
        _customer(),
        _column("title", _title("Letter"), 170),
        _word(presenter, "kind", _title("Kind"), "letter_kind", 130),
        _mark(presenter, "state", "letter_state"),
        _column("posted_on", _title("Posted"), 92, ColumnKind.DATE),
        _column("registered_number", _title("Registered number"), 160),
        _column("settled_on", _title("Returned"), 92, ColumnKind.DATE),
    )


def handover_columns(presenter: FormalPresenter) -> tuple[Column, ...]:
    """Claims handed over."""
    return (
        _column("handed_on", _title("Handed over"), 96, ColumnKind.DATE),
        _column("number", _title("File"), 120),
        _customer(),
        _word(presenter, "kind", _title("Way"), "handover_kind", 160),
        _column("to", _title("To"), 160),
        _column("reference", _title("Their reference"), 110),
        _column("amount", _title("Amount"), 110, ColumnKind.MONEY),
        _mark(presenter, "outcome", "handover_outcome"),
        _column("fee", _title("Fee"), 90, ColumnKind.MONEY),
        _column("closed_on", _title("Closed"), 92, ColumnKind.DATE),
    )


def proposal_columns(presenter: FormalPresenter) -> tuple[Column, ...]:
    """Proposed entries."""
    return (
        _column("proposed_on", _title("Proposed"), 92, ColumnKind.DATE),
        _column("number", _title("Proposal"), 120),
        _customer(),
        _word(presenter, "kind", _title("Entry"), "proposal_kind", 210),
        _column("entry_on", _title("Entry date"), 96, ColumnKind.DATE),
        _column("amount", _title("Amount"), 110, ColumnKind.MONEY),
        _column("vat", _title("of which VAT"), 100, ColumnKind.MONEY),
        _mark(presenter, "state", "proposal_state"),
        _column("reason", _title("Reason"), 200),
    )


def _title(text: str) -> str:
    titles = {
        "Made": QCoreApplication.translate("FormalColumns", "Made"),
        "Letter": QCoreApplication.translate("FormalColumns", "Letter"),
        "Kind": QCoreApplication.translate("FormalColumns", "Kind"),
        "Posted": QCoreApplication.translate("FormalColumns", "Posted"),
        "Registered number": QCoreApplication.translate("FormalColumns", "Registered number"),
        "Returned": QCoreApplication.translate("FormalColumns", "Returned"),
        "Handed over": QCoreApplication.translate("FormalColumns", "Handed over"),
        "File": QCoreApplication.translate("FormalColumns", "File"),
        "Way": QCoreApplication.translate("FormalColumns", "Way"),
        "To": QCoreApplication.translate("FormalColumns", "To"),
        "Their reference": QCoreApplication.translate("FormalColumns", "Their reference"),
        "Amount": QCoreApplication.translate("FormalColumns", "Amount"),
        "Fee": QCoreApplication.translate("FormalColumns", "Fee"),
        "Closed": QCoreApplication.translate("FormalColumns", "Closed"),
        "Proposed": QCoreApplication.translate("FormalColumns", "Proposed"),
        "Proposal": QCoreApplication.translate("FormalColumns", "Proposal"),
        "Entry": QCoreApplication.translate("FormalColumns", "Entry"),
        "Entry date": QCoreApplication.translate("FormalColumns", "Entry date"),
        "of which VAT": QCoreApplication.translate("FormalColumns", "of which VAT"),
        "Reason": QCoreApplication.translate("FormalColumns", "Reason"),
        "Customer": QCoreApplication.translate("FormalColumns", "Customer"),
        "State": QCoreApplication.translate("FormalColumns", "State"),
    }
    return titles[text]


def _column(name: str, title: str, width: int, kind: ColumnKind | None = None) -> Column:
    if kind is None:
        return Column(name=name, title=title, width=width)
    return Column(name=name, title=title, kind=kind, width=width)


def _customer() -> Column:
    return Column(
        name="customer",
        title=_title("Customer"),
        width=200,
        value=lambda row: f"{row.customer_code} · {row.customer_name}",
    )


def _word(presenter: FormalPresenter, name: str, title: str, words: str, width: int) -> Column:
    def value(row: Any) -> str:
        return presenter.word(words, getattr(row, name).value)

    return Column(name=name, title=title, width=width, value=value)


def _mark(presenter: FormalPresenter, name: str, words: str) -> Column:
    def value(row: Any) -> StatusMark:
        state = getattr(row, name).value
        return StatusMark(_TONES.get(state, Tone.NEUTRAL), presenter.word(words, state))

    return Column(name=name, title=_title("State"), kind=ColumnKind.STATUS, width=140, value=value)

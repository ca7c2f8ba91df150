"""Sentences of formal notices, hand-overs and proposed entries in a timeline."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def formal_sentences() -> Mapping[str, str]:
    """What went by post or to somebody who collects."""
    return {
        "FormalNoticeMade": QCoreApplication.translate(
            "Timeline", "Formal notice {number}: {amount} for {numbers}"
        ),
        "LetterPosted": QCoreApplication.translate(
            "Timeline", "Letter {title} posted {registered_number}"
        ),
        "LetterSettled": QCoreApplication.translate("Timeline", "Letter {title}: {letter_state}"),
        "HandedOver": QCoreApplication.translate(
            "Timeline", "File {number} handed over to {to}: {amount} ({numbers})"
        ),
        "HandoverReferenced": QCoreApplication.translate(
            "Timeline", "File {number}: their reference {reference}"
        ),
        "HandoverClosed": QCoreApplication.translate(
            "Timeline", "File {number} closed: {handover_outcome}"
        ),
    }


def proposal_sentences() -> Mapping[str, str]:
    """What became of proposed entries."""
    return {
        "EntryProposed": QCoreApplication.translate(
            "Timeline", "Entry proposed, {number}: {proposal_kind} {amount}"
        ),
        "ProposalPosted": QCoreApplication.translate(
            "Timeline", "Entry posted, {number}: {proposal_kind} {amount}"
        ),
        "ProposalDropped": QCoreApplication.translate(
            "Timeline", "Proposal {number} dropped: {proposal_kind}"
        ),
    }

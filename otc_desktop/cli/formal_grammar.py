"""The grammar of the formal end: notices, hand-overs, proposed entries."""

from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import formal_end
from otc_desktop.cli.grammar import command, day, group
from otc_desktop.domain.dunning.formal_notice import USUAL_DEADLINE, LetterState
from otc_desktop.domain.dunning.handover import HandoverKind, HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import ProposalKind, ProposalState

_SETTLED = [each.value for each in LetterState if each is not LetterState.TO_PRINT]
_ENDS = [each.value for each in HandoverOutcome if each is not HandoverOutcome.OPEN]
_PROPOSED = [each.value for each in ProposalKind if each is not ProposalKind.DIFFERENCE_VAT]


def add_formal_end(commands: Any) -> None:
    """`otc notice …`, `otc handover …`, `otc proposal …`."""
    _add_notices(group(commands, "notice", "formal notices and letters for the post"))
    _add_handovers(group(commands, "handover", "claims handed over for collection"))
    _add_proposals(group(commands, "proposal", "entries proposed for claims in doubt"))


def _add_notices(notice: Any) -> None:
    made = command(notice, "create", formal_end.make_notice, "make a formal notice to pay")
    made.add_argument("customer")
    made.add_argument("--signatory", required=True)
    made.add_argument("--place", default="")
    made.add_argument("--days", type=int, default=USUAL_DEADLINE, help="time to pay")
    made.add_argument("--out", type=Path, default=None, help="the letter as PDF")
    _invoices(made)
    settled = command(notice, "settle", formal_end.settle, "tell what became of a letter")
    settled.add_argument("letter")
    settled.add_argument("--state", required=True, choices=_SETTLED)
    settled.add_argument("--number", default="", help="number of the registered letter")
    settled.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    listed = command(notice, "letters", formal_end.list_letters, "list letters to post")
    listed.add_argument("--state", choices=[each.value for each in LetterState], default=None)


def _add_handovers(handover: Any) -> None:
    created = command(handover, "create", formal_end.create, "hand claims over, with their file")
    created.add_argument("customer")
    created.add_argument("--to", required=True, help="agency, lawyer, bailiff or court")
    created.add_argument(
        "--kind",
        choices=[each.value for each in HandoverKind],
        default=HandoverKind.AGENCY.value,
    )
    created.add_argument("--reference", default="")
    written = command(handover, "file", formal_end.write, "write the file only")
    written.add_argument("customer")
    for each in (created, written):
        each.add_argument("--out", type=Path, required=True, metavar="F.zip")
        each.add_argument("--signatory", default="", help="legal representative")
        _invoices(each)
    referenced = command(handover, "reference", formal_end.reference, "keep their reference")
    referenced.add_argument("number")
    referenced.add_argument("reference")
    closed = command(handover, "close", formal_end.close, "end a hand-over, or take it back")
    closed.add_argument("number")
    closed.add_argument("--outcome", required=True, choices=_ENDS)
    closed.add_argument("--fee", default=None)
    closed.add_argument("--note", default="")
    closed.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    command(handover, "list", formal_end.list_handovers, "list hand-overs")


def _add_proposals(proposal: Any) -> None:
    made = command(proposal, "create", formal_end.propose, "propose an entry")
    made.add_argument("customer")
    made.add_argument("--kind", required=True, choices=_PROPOSED)
    made.add_argument("--percent", default=None, help="of the provision")
    made.add_argument("--reason", default="")
    made.add_argument("--amount", default=None, help="money on a claim that was given up")
    made.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    _invoices(made)
    adjusted = command(proposal, "adjust", formal_end.adjust, "adjust provisions")
    adjusted.add_argument("--on", type=day, default=None, metavar="YYYY-MM-DD")
    shown = command(proposal, "show", formal_end.show, "show a proposal and its entry")
    shown.add_argument("number")
    shown.add_argument("--duplicates", type=Path, default=None, help="duplicates as PDF")
    for name, run, text in (
        ("accept", formal_end.accept, "post the entry"),
        ("drop", formal_end.drop, "put it aside"),
    ):
        command(proposal, name, run, text).add_argument("number")
    listed = command(proposal, "list", formal_end.list_proposals, "list proposed entries")
    listed.add_argument("--state", choices=[each.value for each in ProposalState], default=None)


def _invoices(parser: Any) -> None:
    parser.add_argument("--invoice", action="append", default=[], help="only this one; repeat")

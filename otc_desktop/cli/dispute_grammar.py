"""The grammar of disputes."""

from typing import Any

from otc_desktop.cli.commands import disputes
from otc_desktop.cli.grammar import command, day, group
from otc_desktop.domain.disputes.dispute import DisputeOutcome, DisputeReason, DisputeStage

_REASONS = [each.value for each in DisputeReason]
# The others are carried out by commands of their own.
_PLAIN_OUTCOMES = [DisputeOutcome.ACCEPTED.value, DisputeOutcome.OTHER.value]


def add_disputes(commands: Any) -> None:
    """`otc dispute …`."""
    dispute = group(commands, "dispute", "disputes")
    opened = command(dispute, "open", disputes.open_one, "note that an invoice is contested")
    opened.add_argument("invoice")
    opened.add_argument("--reason", required=True, choices=_REASONS)
    opened.add_argument("--amount", default=None)
    opened.add_argument("--line", type=int, default=0, help="the contested line, counted from 1")
    opened.add_argument("--cause", default="", help="one of the company's own")
    opened.add_argument("--owner", default="")
    opened.add_argument("--due", type=day, default=None, metavar="YYYY-MM-DD")
    opened.add_argument("--note", default="", help="the customer's words")
    changed = command(dispute, "change", disputes.change, "work on a dispute")
    changed.add_argument("id")
    changed.add_argument("--stage", choices=[each.value for each in DisputeStage], default=None)
    changed.add_argument("--owner", default=None)
    changed.add_argument("--due", type=day, default=None, metavar="YYYY-MM-DD")
    changed.add_argument("--amount", default=None)
    changed.add_argument("--note", default=None)
    changed.add_argument("--reason", choices=_REASONS, default=None)
    changed.add_argument("--cause", default="")
    closed = command(dispute, "close", disputes.close, "settle a dispute")
    closed.add_argument("id")
    closed.add_argument("--resolution", required=True)
    closed.add_argument("--outcome", choices=_PLAIN_OUTCOMES, default=DisputeOutcome.OTHER.value)
    credited = command(dispute, "credit", disputes.credit, "grant it with a credit note")
    credited.add_argument("id")
    credited.add_argument("--resolution", default="")
    credited.add_argument("--send", action="store_true", help="mail the credit note at once")
    replaced = command(dispute, "replace", disputes.replace, "deliver the line again, free")
    replaced.add_argument("id")
    replaced.add_argument("--quantity", default=None)
    replaced.add_argument("--resolution", default="")
    rejected = command(dispute, "reject", disputes.reject, "reject it with a letter")
    rejected.add_argument("id")
    rejected.add_argument("--explanation", required=True, help="what the customer is told")
    rejected.add_argument("--show", action="store_true", help="only show the letter")
    tree = command(dispute, "causes", disputes.causes, "the company's own causes")
    for name in ("add", "archive"):
        tree.add_argument(f"--{name}", nargs=2, default=None, metavar=("REASON", "TITLE"))
    command(dispute, "list", disputes.list_disputes, "list disputes")

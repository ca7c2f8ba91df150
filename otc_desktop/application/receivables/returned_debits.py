"""Direct debits that came back: the bank lines that say so, booked by their reference."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.return_paper import ReturnPaper, send_back
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConflictError, RuleError
from otc_desktop.domain.shared.findings import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeReturnedDebits:
    """Ask for every bank line that takes a direct debit back to be booked as its return."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedDebits:
    """The debits that came back, and the lines that could not be booked so."""

    returned: Sequence[PaperReceipt]
    refused: Sequence[Finding] = ()


@use_case(permission=Permission.ALLOCATE)
def take_returned_debits(command: TakeReturnedDebits, ctx: Context, task: Task) -> ReturnedDebits:
    """Book each line that carries the reference of one of our debits, in its own transaction.

    The bank gives back the reference that we gave (AT-41): nothing is guessed. The amount is the
    debit's, with the bank's charge at most; another is left to a person.
    """
    with ctx.snapshot() as uow:
        lines = uow.direct_debits.returning_lines()
    returned: list[PaperReceipt] = []
    refused: list[Finding] = []
    for done, line in enumerate(lines):
        task.check_cancelled()
        task.progress(done, len(lines))
        command_of_line = ReturnPaper(
            paper_id=line.paper_id, reason=line.reason, transaction_id=line.transaction_id
        )
        try:
            with ctx.unit_of_work() as uow:
                returned.append(uow.commit(send_back(uow, ctx, command_of_line)))
        except (RuleError, ConflictError) as problem:
            refused.append(Finding(Severity.WARNING, problem.code, problem.params, line.reference))
    return ReturnedDebits(returned=returned, refused=refused)

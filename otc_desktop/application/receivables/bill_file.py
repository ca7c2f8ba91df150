"""Write a slip of bills as the file that the bank takes."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.receivables.paper_receipt import PaperKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBillFile:
    """Ask for the CFONB 160 file of a slip of bills of exchange."""

    number: str
    path: Path


@use_case(permission=Permission.ALLOCATE)
def write_bill_file(command: WriteBillFile, ctx: Context, task: Task) -> Path:
    """Write the file; one that stood there before is replaced whole. Nothing is stored.

    Raises:
        NotFoundError: `receivables.slip_not_found`.
        RuleError: `receivables.no_bills` for another slip than of bills, `receivables.
            bill_without_account`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        slip = uow.papers.slip_by_number(command.number)
        if slip.kind is not PaperKind.BILL:
            raise RuleError("receivables.no_bills", number=slip.number)
        bills = uow.papers.of_slip(slip.id, lock=False)
        account = uow.bank.get_account(slip.bank_account_id)
        company = uow.company.get()
    content = ctx.ports.bill_files.write(slip, bills, account, company)
    ctx.ports.files.write_atomically(command.path, iter((content,)))
    return command.path

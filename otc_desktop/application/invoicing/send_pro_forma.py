"""Queue the mail that brings a pro forma to its customer."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.document_mail import DocumentToSend, queue_document
from otc_desktop.application.kernel.repositories.contracts import ProForma
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.recipients import Purpose
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event

PRO_FORMA_MAIL = "pro_forma"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendProForma:
    """Ask for a pro forma to be mailed as it was made; `again` accepts a second time."""

    number: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProFormaQueued(Event):
    """A pro forma was put in the outbox."""

    number: str
    recipient: str


@use_case(permission=Permission.SEND_MAIL)
def send_pro_forma(command: SendProForma, ctx: Context, task: Task) -> ProForma:
    """Queue a pro forma with the PDF that was kept; it leaves with the next sending.

    Raises:
        NotFoundError: `invoicing.pro_forma_not_found`.
        RuleError: `mail.no_recipient`.
        ConfirmationRequired: `mail.document_already_queued`.
    """
    with ctx.unit_of_work() as uow:
        made = uow.pro_formas.get_by_number(command.number, lock=True)
        queue_pro_forma(uow, ctx, made, again=command.again)
        return uow.commit(made)


def queue_pro_forma(uow: UnitOfWork, ctx: Context, made: ProForma, *, again: bool = True) -> None:
    """Put a pro forma in the outbox, inside the caller's transaction.

    Raises:
        RuleError: `mail.no_recipient`.
        ConfirmationRequired: `mail.document_already_queued`, unless `again`.
    """
    customer = uow.customers.get(made.customer_id)
    paper = DocumentToSend(
        kind=PRO_FORMA_MAIL,
        number=made.number,
        document=made.number,
        customer=customer,
        purpose=Purpose.ORDER_CONFIRMATION,
        pdf=uow.archive.content(made.sha256),
        values={
            "number": made.number,
            "made_on": made.made_on,
            "total": made.total_incl_tax,
        },
    )
    recipient = queue_document(uow, ctx, paper, again=again)
    uow.record(
        ProFormaQueued(
            subject_id=customer.id,
            customer_id=customer.id,
            number=made.number,
            recipient=recipient,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProForma:
    """Ask for the PDF of a pro forma as it was made; `path` is where to write it, too."""

    number: str
    path: Path | None = None


@use_case(permission=Permission.READ)
def open_pro_forma(command: OpenProForma, ctx: Context, task: Task) -> bytes:
    """The PDF that was kept.

    Raises:
        NotFoundError: `invoicing.pro_forma_not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`; no half file is left.
    """
    with ctx.snapshot() as uow:
        content = uow.archive.content(uow.pro_formas.get_by_number(command.number).sha256)
    if command.path is not None:
        ctx.ports.files.write_atomically(command.path, [content])
    return content

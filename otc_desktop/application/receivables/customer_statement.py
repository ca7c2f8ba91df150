"""A customer's statement of account: as a PDF, and by mail."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.document_mail import DocumentToSend, queue_document
from otc_desktop.application.kernel.statement_values import statement_values
from otc_desktop.application.kernel.statements import drawn_statement
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.recipients import Purpose
from otc_desktop.domain.receivables.account_statement import AccountStatement
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.events import Event

STATEMENT_MAIL = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawStatement:
    """Ask for the statement of a customer, by code; `path` is where to write it, too."""

    customer: str
    path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnStatement:
    """A statement and its PDF."""

    statement: AccountStatement
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SendStatement:
    """Ask for the statement to be mailed; `again` accepts a second one on the same day."""

    customer: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQueued(Event):
    """A statement of account was put in the outbox."""

    recipient: str
    amount: str


@use_case(permission=Permission.READ)
def draw_statement(command: DrawStatement, ctx: Context, task: Task) -> DrawnStatement:
    """Draw what is open now, in the customer's language.

    Raises:
        NotFoundError: `customers.not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`; no half file is left.
    """
    with ctx.snapshot() as uow:
        drawn = _draw(uow, ctx, command.customer)
    if command.path is not None:
        ctx.ports.files.write_atomically(command.path, [drawn.pdf])
    return drawn


@use_case(permission=Permission.SEND_MAIL)
def send_statement(command: SendStatement, ctx: Context, task: Task) -> DrawnStatement:
    """Queue the statement for whoever is asked to pay; it leaves with the next sending.

    Raises:
        NotFoundError: `customers.not_found`.
        RuleError: `mail.no_recipient`.
        ConfirmationRequired: `mail.document_already_queued`.
    """
    with ctx.unit_of_work() as uow:
        drawn = _draw(uow, ctx, command.customer)
        statement = drawn.statement
        customer = statement.customer
        paper = DocumentToSend(
            kind=STATEMENT_MAIL,
            number=f"{customer.code}-{statement.on:%Y-%m-%d}",
            document=f"{customer.id.hex}/{statement.on:%Y-%m-%d}",
            customer=customer,
            purpose=Purpose.REMINDER,
            pdf=drawn.pdf,
            values=statement_values(statement),
        )
        recipient = queue_document(uow, ctx, paper, again=command.again)
        uow.record(
            StatementQueued(
                subject_id=customer.id,
                customer_id=customer.id,
                recipient=recipient,
                amount=str(statement.balance(statement.currencies[0])),
            )
        )
        return uow.commit(drawn)


def _draw(uow: UnitOfWork, ctx: Context, code: str) -> DrawnStatement:
    customer = uow.customers.find_by_code(code)
    if customer is None:
        raise NotFoundError("customers.not_found", customer=code)
    statement, pdf = drawn_statement(uow, ctx, customer)
    return DrawnStatement(statement=statement, pdf=pdf)

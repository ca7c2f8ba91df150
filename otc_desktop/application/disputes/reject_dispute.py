"""Reject what a customer contests: the letter and the end of the dispute, in one step."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import settle_dispute
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.mailing import RenderedMail
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.disputes.dispute import Dispute, DisputeOutcome
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DisputeId, MailId

TEMPLATE = "dispute_rejected"
DISPUTE_MAIL = "dispute"


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectDispute:
    """Ask for a dispute to be rejected for a reason that the customer is told.

    `subject` and `body` are the letter as the user changed it; empty for the template's.
    """

    dispute_id: DisputeId
    explanation: str
    subject: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRejection:
    """Ask for the letter before it leaves."""

    dispute_id: DisputeId
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """The letter, and whom it goes to."""

    recipient: str
    words: RenderedMail


@use_case(permission=Permission.READ)
def preview_rejection(command: PreviewRejection, ctx: Context, task: Task) -> Rejection:
    """The letter as it would leave; nothing is written.

    Raises:
        NotFoundError: `disputes.not_found`.
    """
    with ctx.snapshot() as view:
        return _letter(view, ctx, view.disputes.get(command.dispute_id), command.explanation)


@use_case(permission=Permission.HANDLE_DISPUTES)
def reject_dispute(command: RejectDispute, ctx: Context, task: Task) -> Dispute:
    """Close the dispute as rejected and queue the letter: both, or neither.

    Raises:
        NotFoundError: `disputes.not_found`.
        RuleError: `disputes.already_closed`, `disputes.missing_resolution` without an
            explanation, `mail.no_recipient`.
    """
    ctx.user.require(Permission.SEND_MAIL)
    with ctx.unit_of_work() as uow:
        dispute = uow.disputes.get(command.dispute_id)
        dispute.refuse_closed()
        letter = _letter(uow, ctx, dispute, command.explanation)
        customer = uow.customers.get(dispute.customer_id)
        if not letter.recipient:
            raise RuleError("mail.no_recipient", where="email", customer=customer.code)
        closed = settle_dispute(
            uow,
            ctx,
            dispute,
            command.explanation,
            outcome=DisputeOutcome.REJECTED,
            settled_by=letter.recipient,
        )
        uow.outbox.add(
            QueuedMail(
                id=MailId(ctx.new_id()),
                kind=DISPUTE_MAIL,
                customer_id=customer.id,
                invoice_id=None,
                notice_id=None,
                recipient=letter.recipient,
                subject=" ".join(command.subject.split()) or letter.words.subject,
                body=command.body.strip("\n") + "\n" if command.body else letter.words.text,
                attachments=(),
            )
        )
        return uow.commit(closed)


def _letter(uow: UnitOfWork, ctx: Context, dispute: Dispute, explanation: str) -> Rejection:
    customer = uow.customers.get(dispute.customer_id)
    item = uow.open_items.get(dispute.item_id)
    found = recipients(customer, uow.customers.contacts_of(customer.id), Purpose.DISPUTE).addressees
    words = words_of_mail(
        uow,
        ctx,
        TEMPLATE,
        language=customer.language,
        values={
            "company": uow.company.get(),
            "customer": customer,
            "today": ctx.today,
            "dispute": dispute,
            "number": item.number,
            "issued_on": item.issued_on,
            "explanation": explanation.strip(),
        },
    )
    return Rejection(recipient=found[0].email if found else "", words=words)

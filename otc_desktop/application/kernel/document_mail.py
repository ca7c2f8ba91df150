"""The mail that brings a paper drawn for it: quote, confirmation, pro forma, note, statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.mailing import RenderedMail
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.ids import MailId

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentToSend:
    """A paper on its way to a customer.

    `kind` names the mail; its words are `<kind>_sent`. `document` is what the paper is, for
    ever, such as its id: it keeps two who send at once from sending it twice. `values` are
    what the words speak of besides company, customer and day.
    """

    kind: str
    number: str
    document: str
    customer: Customer
    purpose: Purpose
    pdf: bytes
    values: Mapping[str, Any]


def _words(
    uow: UnitOfWork,
    ctx: Context,
    kind: str,
    customer: Customer,
    values: Mapping[str, Any],
) -> RenderedMail:
    """What the mail says.

    Raises:
        RuleError: `templates.not_found`, `templates.bad`.
    """
    return words_of_mail(
        uow,
        ctx,
        f"{kind}_sent",
        language=customer.language,
        values={
            "company": uow.company.get(),
            "customer": customer,
            "today": ctx.today,
            **values,
        },
    )


def queue_document(
    uow: UnitOfWork, ctx: Context, paper: DocumentToSend, *, again: bool = True
) -> str:
    """Put a paper in the outbox, for everybody whom the rule of recipients names.

    Unless `again`, a paper that waits or left already is asked about.

    Returns:
        The recipients, separated by commas.

    Raises:
        RuleError: `mail.no_recipient`.
        ConfirmationRequired: `mail.document_already_queued`.
    """
    customer = paper.customer
    if not again and uow.outbox.has_document(paper.kind, paper.document):
        raise ConfirmationRequired("mail.document_already_queued", number=paper.number)
    found = recipients(customer, uow.customers.contacts_of(customer.id), paper.purpose).addressees
    if not found:
        raise RuleError("mail.no_recipient", where="email", customer=customer.code)
    words = _words(uow, ctx, paper.kind, customer, paper.values)
    sha256 = uow.archive.keep(paper.pdf)
    for addressee in found:
        uow.outbox.add(
            QueuedMail(
                id=MailId(ctx.new_id()),
                kind=paper.kind,
                customer_id=customer.id,
                invoice_id=None,
                notice_id=None,
                recipient=addressee.email,
                subject=words.subject,
                body=words.text,
                attachments=((f"{paper.number.replace('/', '-')}.pdf", PDF, sha256),),
                document=paper.document,
            )
        )
    return ", ".join(addressee.email for addressee in found)

"""Queueing the mail that brings a quote or a confirmation to its customer."""

from collections.abc import Mapping
from typing import Any

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.sales.papers import PDF, file_name
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import MailId


def queue_document(
    uow: UnitOfWork,
    ctx: Context,
    customer: Customer,
    *,
    kind: str,
    number: str,
    pdf: bytes,
    values: Mapping[str, Any],
) -> str:
    """Put a document into the outbox, for everybody who receives confirmations.

    Args:
        uow: the transaction; the mails leave only if it is committed.
        ctx: of the use case.
        customer: who receives it.
        kind: of the mail, `quote` or `order_confirmation`; its template is `<kind>_sent`.
        number: of the document.
        pdf: the document.
        values: what the template needs besides company and customer.

    Returns:
        The recipients, separated by commas.

    Raises:
        RuleError: `mail.no_recipient`.
    """
    contacts = uow.customers.contacts_of(customer.id)
    found = recipients(customer, contacts, Purpose.ORDER_CONFIRMATION).addressees
    if not found:
        raise RuleError("mail.no_recipient", where="email", customer=customer.code)
    rendered = words_of_mail(
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
    sha256 = uow.archive.keep(pdf)
    for addressee in found:
        uow.outbox.add(
            QueuedMail(
                id=MailId(ctx.new_id()),
                kind=kind,
                customer_id=customer.id,
                invoice_id=None,
                notice_id=None,
                recipient=addressee.email,
                subject=rendered.subject,
                body=rendered.text,
                attachments=((file_name(number), PDF, sha256),),
            )
        )
    return ", ".join(addressee.email for addressee in found)

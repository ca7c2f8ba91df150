"""The mail of a reminder, rendered and queued inside the caller's transaction."""

from collections.abc import Sequence
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.mailing import (
    RenderedMail,
)
from otc_desktop.application.kernel.repositories import QueuedMail
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose, Recipients, recipients
from otc_desktop.domain.dunning.plan import DunningStep
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.ids import MailId, ReminderId
from otc_desktop.domain.shared.money import Money, total

REMINDER = "reminder"


def queue_reminder(
    uow: UnitOfWork,
    ctx: Context,
    company: Company,
    *,
    notice_id: ReminderId,
    customer: Customer,
    step: DunningStep,
    items: Sequence[DueItem],
    amount: Money,
    on: date,
) -> None:
    """Write the mail as it will leave; what is rendered now is what the customer reads.

    One person is asked to pay: with several in copy, each thinks that another will.
    """
    addressee = reminded(uow, customer)
    rendered = render_reminder(
        uow, ctx, company, customer=customer, step=step, items=items, amount=amount, on=on
    )
    uow.outbox.add(
        QueuedMail(
            id=MailId(ctx.new_id()),
            kind=REMINDER,
            customer_id=customer.id,
            invoice_id=None,
            notice_id=notice_id,
            recipient=addressee.email,
            subject=rendered.subject,
            body=rendered.text,
            attachments=(),
        )
    )


def reminded(uow: UnitOfWork, customer: Customer) -> Recipients:
    """Who is asked to pay, by the rule of recipients."""
    return recipients(customer, uow.customers.contacts_of(customer.id), Purpose.REMINDER)


def render_reminder(
    uow: UnitOfWork,
    ctx: Context,
    company: Company,
    *,
    customer: Customer,
    step: DunningStep,
    items: Sequence[DueItem],
    amount: Money,
    on: date,
) -> RenderedMail:
    """The words of a reminder in the customer's language; the step must have a template."""
    return words_of_mail(
        uow,
        ctx,
        step.template,
        language=customer.language,
        values={
            "company": company,
            "customer": customer,
            "total": amount,
            "today": on,
            "invoices": [
                {
                    "number": item.number,
                    "issued_on": item.issued_on,
                    "due_on": item.due_on,
                    "open": item.open - item.disputed,
                    "days_late": max(0, (on - item.due_on).days),
                }
                for item in items
            ],
        },
    )


def what_is_due(items: Sequence[DueItem]) -> tuple[Sequence[DueItem], Money]:
    """The items of a kept reminder that still have something to claim, and the sum claimed."""
    due = [item for item in items if item.open > item.disputed]
    return due, total((item.open - item.disputed for item in due), items[0].open.currency)

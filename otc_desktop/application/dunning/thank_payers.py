"""Thank customers for what they paid, once for each payment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from otc_desktop.application.dunning.plan_reminders import plans_of
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.repositories import Payment, QueuedMail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.dunning.plan import DunningPlan, Thanks
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId, MailId

TEMPLATE = "payment_thanks"
# Thanks are for news: what was booked earlier is let be, as when a plan begins to thank.
_NEWS_DAYS = 3
THANKED, NOT_WANTED, STILL_OWES, NO_ADDRESS, NOT_SETTLED = (
    "thanked",
    "not_wanted",
    "still_owes",
    "no_address",
    "not_settled",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankPayers:
    """Ask for thanks to be put in the outbox where the customer's plan has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerThanked(Event):
    """A customer was thanked for a payment."""

    amount: str
    numbers: tuple[str, ...]


@use_case(permission=Permission.RUN_REMINDERS)
def thank_payers(command: ThankPayers, ctx: Context, task: Task) -> Mapping[str, int]:
    """Decide on each new payment that settled an invoice, and how many met which fate.

    The decision is kept with the payment's own name: the same money laid again on other
    invoices is not thanked for again, and neither is what a second workstation finds.
    """
    counts: dict[str, int] = {}
    with ctx.unit_of_work() as uow:
        uow.dunning.lock_planning()
        payments = uow.thanks.payments_since(ctx.now() - timedelta(days=_NEWS_DAYS))
        plans = _plans(uow, {payment.customer_id for payment in payments}) if payments else {}
        for place, payment in enumerate(payments):
            task.progress(place, len(payments))
            fate, mail_id = _thank(uow, ctx, payment, plans[payment.customer_id])
            uow.thanks.decide(payment, ctx.new_id(), on=ctx.today, mail_id=mail_id, reason=fate)
            counts[fate] = counts.get(fate, 0) + 1
        return uow.commit(counts)


def _thank(
    uow: UnitOfWork, ctx: Context, payment: Payment, plan: DunningPlan
) -> tuple[str, MailId | None]:
    if plan.thanks is Thanks.NEVER:
        return NOT_WANTED, None
    if not payment.settled:
        return NOT_SETTLED, None
    if plan.thanks is Thanks.UNLESS_OVERDUE and _still_owes(uow, ctx, payment.customer_id):
        return STILL_OWES, None
    customer = uow.customers.get(payment.customer_id)
    contacts = uow.customers.contacts_of(customer.id)
    recipient = recipients(customer, contacts, Purpose.REMINDER).email
    if not recipient:
        return NO_ADDRESS, None
    mail = _mail(uow, ctx, customer, payment, recipient)
    uow.outbox.add(mail)
    uow.record(
        CustomerThanked(
            subject_id=mail.id,
            customer_id=customer.id,
            amount=str(payment.amount),
            numbers=payment.settled,
        )
    )
    return THANKED, mail.id


def _mail(
    uow: UnitOfWork, ctx: Context, customer: Customer, payment: Payment, recipient: str
) -> QueuedMail:
    words = words_of_mail(
        uow,
        ctx,
        TEMPLATE,
        language=customer.language,
        values={
            "company": uow.company.get(),
            "customer": customer,
            "today": ctx.today,
            "amount": payment.amount,
            "paid_on": payment.paid_on,
            "numbers": list(payment.numbers),
        },
    )
    return QueuedMail(
        id=MailId(ctx.new_id()),
        kind=TEMPLATE,
        customer_id=customer.id,
        invoice_id=None,
        notice_id=None,
        recipient=recipient,
        subject=words.subject,
        body=words.text,
        attachments=(),
    )


def _still_owes(uow: UnitOfWork, ctx: Context, customer_id: CustomerId) -> bool:
    return any(
        item.open.amount > 0 and item.due_on < ctx.today
        for item in uow.open_items.open_of(customer_id)
    )


def _plans(uow: UnitOfWork, customer_ids: set[CustomerId]) -> Mapping[CustomerId, DunningPlan]:
    plans = [each.plan for each in uow.dunning_plans.plans()]
    return plans_of(uow, uow.dunning.debtors(customer_ids), (), plans)

"""The letter of a payment plan: shown, written to a file, and sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.document_mail import DocumentToSend, queue_document
from otc_desktop.application.kernel.letters import Letter
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.recipients import Purpose
from otc_desktop.domain.dunning.payment_plan import PaymentPlan
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event

LETTER, MAIL = "payment_plan_letter", "payment_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPaymentPlan:
    """Ask for the letter of a plan as PDF."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPaymentPlan:
    """Ask for a copy of the letter for the system's viewer."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPaymentPlan:
    """Ask for the letter to leave by e-mail; unless `again`, only if it did not already."""

    number: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlanSent(Event):
    """The letter of a payment plan was put in the outbox."""

    number: str
    recipient: str


@use_case(permission=Permission.READ)
def draw_payment_plan(command: DrawPaymentPlan, ctx: Context, task: Task) -> bytes:
    """The letter of a plan.

    Raises:
        NotFoundError: `dunning.payment_plan_not_found`.
        RuleError: `templates.bad`.
    """
    with ctx.snapshot() as uow:
        return _drawn(uow, ctx, uow.payment_plans.by_number(command.number))


@use_case(permission=Permission.READ)
def show_payment_plan(command: ShowPaymentPlan, ctx: Context, task: Task) -> Path:
    """A copy of the letter, to look at.

    Raises:
        NotFoundError: `dunning.payment_plan_not_found`.
        RuleError: `templates.bad`.
    """
    with ctx.snapshot() as uow:
        content = _drawn(uow, ctx, uow.payment_plans.by_number(command.number))
        return ctx.ports.viewer_files.put(f"{command.number}.pdf", content)


@use_case(permission=Permission.SEND_MAIL)
def send_payment_plan(command: SendPaymentPlan, ctx: Context, task: Task) -> str:
    """Queue the letter, and say to whom.

    Raises:
        NotFoundError: `dunning.payment_plan_not_found`.
        RuleError: `dunning.plan_not_approved`, `dunning.plan_cancelled_already`,
            `mail.no_recipient`, `templates.bad`.
        ConfirmationRequired: `mail.document_already_queued`.
    """
    with ctx.unit_of_work() as uow:
        plan = uow.payment_plans.by_number(command.number)
        if plan.cancelled_on is not None:
            raise RuleError("dunning.plan_cancelled_already", number=plan.number)
        if not plan.approved_by:
            raise RuleError("dunning.plan_not_approved", number=plan.number)
        recipient = queue_document(
            uow,
            ctx,
            DocumentToSend(
                kind=MAIL,
                number=plan.number,
                document=str(plan.id),
                customer=uow.customers.get(plan.customer_id),
                purpose=Purpose.REMINDER,
                pdf=_drawn(uow, ctx, plan),
                values=_values(uow, plan),
            ),
            again=command.again,
        )
        uow.record(
            PaymentPlanSent(
                subject_id=plan.id,
                customer_id=plan.customer_id,
                number=plan.number,
                recipient=recipient,
            )
        )
        return uow.commit(recipient)


def _drawn(uow: UnitOfWork, ctx: Context, plan: PaymentPlan) -> bytes:
    customer, company = uow.customers.get(plan.customer_id), uow.company.get()
    words = words_of_mail(
        uow,
        ctx,
        LETTER,
        language=customer.language,
        values={
            "company": company,
            "customer": customer,
            "today": ctx.today,
            **_values(uow, plan),
        },
    )
    return ctx.ports.letters.pdf(
        Letter(
            company=company,
            customer=customer,
            language=customer.language,
            on=plan.agreed_on,
            subject=words.subject,
            text=words.text,
            is_registered=False,
            label="letter_payment_plan",
        )
    )


def _values(uow: UnitOfWork, plan: PaymentPlan) -> Mapping[str, Any]:
    paid_off = {each.item_id: each.amount for each in plan.items}
    items = sorted(
        (uow.open_items.get(item_id) for item_id in paid_off),
        key=lambda item: (item.due_on, item.number),
    )
    return {
        "number": plan.number,
        "agreed_on": plan.agreed_on,
        "total": plan.amount,
        "tolerance_days": plan.tolerance_days,
        "text": plan.text,
        "invoices": [
            {
                "number": item.number,
                "issued_on": item.issued_on,
                "due_on": item.due_on,
                "amount": paid_off[item.id],
            }
            for item in items
        ],
        "instalments": [
            {"place": str(place), "due_on": each.due_on, "amount": each.amount}
            for place, each in enumerate(plan.instalments, start=1)
        ],
    }

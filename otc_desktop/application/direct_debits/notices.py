"""Telling payers of a debit before it comes (EPC 016-06, 4.3: pre-notification)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.document_mail import DocumentToSend, queue_document
from otc_desktop.application.kernel.letters import Letter
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.file_changes import masked_iban
from otc_desktop.domain.customers.recipients import Purpose
from otc_desktop.domain.direct_debits.collection import Collection, Debit
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, Severity

LETTER, MAIL = "debit_notice_letter", "debit_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellPayers:
    """Ask for the payers of a prepared collection to be told, those not told yet."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayersTold:
    """How many were told now, how many before, and who could not be."""

    told: int
    before: int
    refused: tuple[Finding, ...]


@use_case(permission=Permission.SEND_MAIL)
def tell_payers(command: TellPayers, ctx: Context, task: Task) -> PayersTold:
    """Queue a notice for each payer, each in a transaction of its own and each once.

    Raises:
        NotFoundError: `direct_debits.collection_not_found`.
        RuleError: `direct_debits.not_prepared`.
    """
    with ctx.snapshot() as uow:
        collection = uow.direct_debits.get(command.number)
        collection.require_prepared()
    told = before = 0
    refused = []
    for done, debit in enumerate(collection.debits):
        task.progress(done, len(collection.debits))
        task.check_cancelled()
        try:
            with ctx.unit_of_work() as uow:
                # Waits for another workstation that tells them at this moment.
                uow.direct_debits.get(command.number, lock=True).require_prepared()
                if uow.outbox.has_document(MAIL, str(debit.id)):
                    before += 1
                    continue
                _tell(uow, ctx, collection, debit)
                uow.commit(None)
                told += 1
        except RuleError as problem:
            if problem.code != "mail.no_recipient":
                raise
            refused.append(
                Finding(Severity.WARNING, problem.code, problem.params, debit.end_to_end_id)
            )
    return PayersTold(told=told, before=before, refused=tuple(refused))


def _tell(uow: UnitOfWork, ctx: Context, collection: Collection, debit: Debit) -> None:
    customer, company = uow.customers.get(debit.customer_id), uow.company.get()
    values = _values(uow, collection, debit)
    words = words_of_mail(
        uow,
        ctx,
        LETTER,
        language=customer.language,
        values={"company": company, "customer": customer, "today": ctx.today, **values},
    )
    pdf = ctx.ports.letters.pdf(
        Letter(
            company=company,
            customer=customer,
            language=customer.language,
            on=ctx.today,
            subject=words.subject,
            text=words.text,
            is_registered=False,
            label="letter_debit_notice",
        )
    )
    queue_document(
        uow,
        ctx,
        DocumentToSend(
            kind=MAIL,
            number=debit.end_to_end_id,
            document=str(debit.id),
            customer=customer,
            purpose=Purpose.REMINDER,
            pdf=pdf,
            values=values,
        ),
    )


def _values(uow: UnitOfWork, collection: Collection, debit: Debit) -> Mapping[str, Any]:
    mandate = uow.direct_debits.get_mandate(debit.mandate_id)
    amounts = dict(debit.parts)
    items = sorted(
        (uow.open_items.get(item_id) for item_id in amounts),
        key=lambda item: (item.due_on, item.number),
    )
    return {
        "number": debit.end_to_end_id,
        "collect_on": collection.collect_on,
        "total": debit.amount,
        "rum": mandate.rum,
        "ics": collection.ics,
        "iban": masked_iban(mandate.iban),
        "invoices": [
            {
                "number": item.number,
                "issued_on": item.issued_on,
                "due_on": item.due_on,
                "amount": amounts[item.id],
            }
            for item in items
        ],
    }

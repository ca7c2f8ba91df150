"""Queueing the mail that brings a quote or a confirmation to its customer."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.document_mail import DocumentToSend
from otc_desktop.application.kernel.document_mail import queue_document as queue_paper
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.recipients import Purpose


def queue_document(
    uow: UnitOfWork,
    ctx: Context,
    customer: Customer,
    *,
    kind: str,
    document_id: UUID,
    number: str,
    pdf: bytes,
    values: Mapping[str, Any],
    again: bool = True,
) -> str:
    """Put a document of sales into the outbox, for everybody who receives confirmations.

    Returns:
        The recipients, separated by commas.

    Raises:
        RuleError: `mail.no_recipient`.
        ConfirmationRequired: `mail.document_already_queued`, unless `again`.
    """
    paper = DocumentToSend(
        kind=kind,
        number=number,
        document=document_id.hex,
        customer=customer,
        purpose=Purpose.ORDER_CONFIRMATION,
        pdf=pdf,
        values=values,
    )
    return queue_paper(uow, ctx, paper, again=again)

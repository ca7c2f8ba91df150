"""Where an issued document stands in the reform, and how it came there."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.status_keeping import gross_of
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.domain.invoicing.lifecycle_history import (
    Present,
    ReformStatus,
    in_order,
    may_follow,
    present_status,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLifeCycle:
    """Ask for the life cycle of a document, by its number."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeCycle:
    """The history by the statuses' own instants, what it says together, and what may come.

    `may_be_noted` are the statuses that a person can set where it stands now.
    """

    invoice_id: InvoiceId
    number: str
    kind: InvoiceKind
    customer_name: str
    issued_on: date
    present: Present | None
    history: tuple[ReformStatus, ...]
    may_be_noted: tuple[StatusCode, ...]


@use_case(permission=Permission.READ)
def read_life_cycle(command: ReadLifeCycle, ctx: Context, task: Task) -> LifeCycle:
    """The life cycle; a document that no platform has yet has an empty one.

    Raises:
        NotFoundError: `invoicing.not_found`.
    """
    with ctx.snapshot() as uow:
        invoice = uow.invoices.get_by_number(command.number)
        history = in_order(uow.reform_statuses.history(invoice.id))
    present = present_status(history, gross_of(invoice))
    stands = None if present is None else present.code
    return LifeCycle(
        invoice_id=invoice.id,
        number=invoice.number,
        kind=invoice.kind,
        customer_name=invoice.buyer.name,
        issued_on=invoice.issued_on,
        present=present,
        history=history,
        may_be_noted=tuple(
            code
            for code in StatusCode
            if code is not StatusCode.CASHED and may_follow(stands, code)
        ),
    )

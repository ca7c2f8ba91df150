"""Keep a works contract that is invoiced as the works advance."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import LineInput, build_lines
from otc_desktop.application.kernel.lookups import customer_to_sell_to, document_currency
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.invoicing.works import WorksContract
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import WorksContractId

SERIES = "works"
NUMBERS = NumberFormat("MT{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateWorks:
    """Ask for a works contract: of an order, or of a customer and lines."""

    order: str = ""
    customer: str = ""
    lines: tuple[LineInput, ...] = ()
    title: str = ""
    purchase_order: str = ""
    retention_percent: Decimal = Decimal(0)
    retention_months: int = 12
    frame_case: FrameCase = FrameCase.ORDINARY
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksAgreed(Event):
    """A works contract was agreed."""

    number: str


@use_case(permission=Permission.DRAFT_INVOICE)
def create_works(command: CreateWorks, ctx: Context, task: Task) -> WorksContract:
    """Keep a works contract. That of an order bills the order: it is not delivered as well.

    Raises:
        NotFoundError: `customers.unknown_code`, `sales.order_not_found`.
        RuleError: `invoicing.retention_too_high`, `invoicing.contract_without_lines`, and
            what billing the order refuses.
        BlockingFindings: faulty lines, all at once.
    """
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        order = None
        if command.order:
            order = uow.sales_orders.get_by_number(command.order, lock=True)
            if order.adjustments or any(order.delivered) or any(order.ahead):
                raise RuleError("invoicing.order_billed_otherwise", number=order.number)
            uow.sales_orders.save(order.bill_ahead(order.to_bill_ahead()))
            customer = uow.customers.get(order.customer_id)
            lines = order.lines
        else:
            customer = customer_to_sell_to(uow, command.customer)
            lines = build_lines(
                command.lines,
                uow,
                company,
                customer=customer,
                on=ctx.today,
                rates=ctx.ports.vat_rates,
            )
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        contract = WorksContract(
            id=WorksContractId(ctx.new_id()),
            number=NUMBERS.format(sequence, ctx.today),
            customer_id=customer.id,
            currency=document_currency("", company) if order is None else order.currency,
            lines=lines,
            signed_on=command.signed_on or ctx.today,
            order_id=None if order is None else order.id,
            order_number="" if order is None else order.number,
            title=command.title.strip(),
            purchase_order=command.purchase_order
            or ("" if order is None else order.purchase_order),
            retention_percent=command.retention_percent,
            retention_months=command.retention_months,
            frame_case=command.frame_case,
        )
        uow.works.add(contract, customer)
        uow.record(
            WorksAgreed(subject_id=contract.id, customer_id=customer.id, number=contract.number)
        )
        return uow.commit(contract)

"""What an order would come to, before it is taken."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import LineInput, build_lines
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals, compute_totals


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceOrder:
    """Ask for lines to be priced; nothing is kept.

    Without a customer the catalogue's prices apply; `on` None means today.
    """

    lines: tuple[LineInput, ...]
    customer: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedOrder:
    """Lines completed from the products, the net of each, and the totals."""

    lines: tuple[DocumentLine, ...]
    nets: tuple[Money, ...]
    totals: DocumentTotals


@use_case(permission=Permission.READ)
def price_order(command: PriceOrder, ctx: Context, task: Task) -> PricedOrder:
    """Price lines exactly as `create_order` will.

    Raises:
        NotFoundError: `customers.unknown_code`.
        BlockingFindings: faulty lines, all at once.
    """
    with ctx.snapshot() as uow:
        company = uow.company.get()
        customer = customer_by_code(uow, command.customer) if command.customer else None
        lines = build_lines(
            command.lines,
            uow,
            company,
            customer=customer,
            on=command.on or ctx.today,
            rates=ctx.ports.vat_rates,
        )
    currency = company.currency
    return PricedOrder(
        lines=lines,
        nets=tuple(line.net(currency) for line in lines),
        totals=compute_totals(lines, (), currency),
    )

"""Change an accepted order: quantities and lines that were not delivered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import order_holds
from otc_desktop.application.kernel.credit_release import settle_request
from otc_desktop.application.kernel.line_input import LineInput, build_lines
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.order_content import input_of
from otc_desktop.domain.credit.trace import Gate, RequestStatus
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.taxes.lines import DocumentLine
from otc_desktop.domain.taxes.rates import VatRates


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedLine:
    """A line of an amended order; `position` is the one it had, None for a new line."""

    line: LineInput
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendOrder:
    """Ask for an accepted order, read at `version`, to be changed.

    Lines that are not named are struck. `promised_on` is the date told to the customer.
    """

    number: str
    version: int
    lines: tuple[AmendedLine, ...]
    purchase_order: str = ""
    wished_on: date | None = None
    promised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAmended(Event):
    """An accepted order was changed; `changes` says how, article by article."""

    number: str
    changes: tuple[str, ...]
    holds: tuple[str, ...]


@use_case(permission=Permission.TAKE_ORDERS)
def amend_order(command: AmendOrder, ctx: Context, task: Task) -> SalesOrder:
    """Change an accepted order; it passes the credit gate anew and may be held.

    Raises:
        NotFoundError: `sales.order_not_found`.
        RuleError: `sales.not_confirmed`, `sales.order_ended`, `sales.delivered_already`,
            `sales.less_than_delivered`, `sales.delivered_line_fixed`,
            `sales.amended_to_nothing`, `sales.promise_before_order`.
        ConflictError: `database.changed_meanwhile`.
        BlockingFindings: faulty lines, all at once.
    """
    with ctx.unit_of_work() as uow:
        order = uow.sales_orders.get_by_number(command.number, lock=True)
        customer = uow.customers.get(order.customer_id)
        changes, added = _wanted(uow, order, command.lines, ctx.ports.vat_rates)
        amended = order.amend(changes, added)
        if command.promised_on != order.promised_on:
            order.promise(command.promised_on)
        holds: tuple[str, ...] = ()
        if amended.status is OrderStatus.DELIVERED:
            settle_request(uow, ctx, order, RequestStatus.LIFTED)
        else:
            holds = order_holds(uow, ctx, amended, Gate.AMEND)
        after = replace(
            amended.gated(holds),
            purchase_order=command.purchase_order,
            wished_on=command.wished_on,
            promised_on=command.promised_on,
            version=command.version,
        )
        uow.sales_orders.rewrite(after, customer)
        uow.record(
            OrderAmended(
                subject_id=order.id,
                customer_id=customer.id,
                number=order.number,
                changes=_told(order, after),
                holds=holds,
            )
        )
        return uow.commit(replace(after, version=command.version + 1))


def _wanted(
    uow: UnitOfWork, order: SalesOrder, wanted: tuple[AmendedLine, ...], rates: VatRates
) -> tuple[Mapping[int, DocumentLine], tuple[DocumentLine, ...]]:
    """The changed lines by position, and the new ones; a line that stays is left untouched."""
    kept = {each.position: each.line for each in wanted if each.position is not None}
    for position in kept:
        if not 0 <= position < len(order.lines):
            raise RuleError("sales.unknown_line", where=f"lines[{position}]")
    changes: dict[int, DocumentLine] = {}
    rebuilt: dict[int, LineInput] = {}
    for position, line in enumerate(order.lines):
        typed = kept.get(position)
        if typed is None:
            if line.quantity:
                changes[position] = replace(line, quantity=order.delivered[position])
        elif typed == replace(input_of(line), quantity=typed.quantity):
            # Only the quantity: article, price and VAT stay those that were agreed.
            changes[position] = replace(line, quantity=typed.quantity)
        else:
            rebuilt[position] = typed
    added = [each.line for each in wanted if each.position is None]
    built = build_lines(
        [*rebuilt.values(), *added],
        uow,
        uow.company.get(),
        customer=uow.customers.get(order.customer_id),
        on=order.ordered_on,
        rates=rates,
    )
    changes.update(zip(rebuilt, built, strict=False))
    return changes, built[len(rebuilt) :]


def _told(before: SalesOrder, after: SalesOrder) -> tuple[str, ...]:
    told = []
    for position, line in enumerate(after.lines):
        old = before.lines[position] if position < len(before.lines) else None
        if line == old:
            continue
        name = line.product_code or line.description
        was = _figures(old) if old is not None else "–"
        told.append(f"{name}: {was} → {_figures(line)}")
    return tuple(told)


def _figures(line: DocumentLine) -> str:
    discount = f" −{line.discount_percent:f} %" if line.discount_percent else ""
    return f"{_plain(line.quantity)} × {_plain(line.unit_price)}{discount}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

"""Which claims a collection takes, by which mandate, and why it leaves others out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.repositories.direct_debits import DueClaim
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.direct_debits.collection import told_by, withheld
from otc_desktop.domain.direct_debits.mandate import Mandate, Scheme
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be collected: claims due by a day, on a day, of some customers or all."""

    scheme: Scheme
    due_by: date
    collect_on: date
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A claim that is not collected, and why (a code of `words.debit_withheld`)."""

    number: str
    customer_code: str
    open: Money
    reason: str


def choose(
    uow: UnitOfWork, wish: Wish, *, notice_days: int, today: date
) -> tuple[list[tuple[OpenItem, Mandate]], list[Withheld]]:
    """The claims with the mandate that collects each, and those left out.

    Args:
        uow: the caller's transaction.
        wish: what is asked for.
        notice_days: the company's days of notice.
        today: the business date.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    wanted = _customers(uow, wish.customers)
    mandates: dict[CustomerId, Mandate | None] = {}
    codes: dict[CustomerId, str] = {}
    chosen: list[tuple[OpenItem, Mandate]] = []
    left_out: list[Withheld] = []
    for claim in uow.direct_debits.due_claims(wish.scheme, wish.due_by):
        item = claim.item
        if wanted and item.customer_id not in wanted:
            continue
        if item.customer_id not in mandates:
            mandates[item.customer_id] = _mandate_for(uow, item.customer_id, wish)
            codes[item.customer_id] = uow.customers.get(item.customer_id).code
        mandate = mandates[item.customer_id]
        reason = withheld(
            item.open,
            mandate,
            _against(claim, mandate, wish.collect_on, notice_days, today),
            wish.collect_on,
        )
        if mandate is not None and not reason:
            chosen.append((item, mandate))
        else:
            left_out.append(
                Withheld(
                    number=item.number,
                    customer_code=codes[item.customer_id],
                    open=item.open,
                    reason=reason,
                )
            )
    return chosen, left_out


def _against(
    claim: DueClaim, mandate: Mandate | None, collect_on: date, notice: int, today: date
) -> Mapping[str, bool]:
    late = mandate is not None and told_by(mandate, collect_on, notice) < today
    return {"disputed": claim.disputed, "taken": claim.taken, "notice_too_short": late}


def _customers(uow: UnitOfWork, codes: Sequence[str]) -> set[CustomerId]:
    found = set()
    for code in codes:
        customer = uow.customers.find_by_code(code.strip())
        if customer is None:
            raise NotFoundError("customers.unknown_code", code=code, where="customer")
        found.add(customer.id)
    return found


def _mandate_for(uow: UnitOfWork, customer_id: CustomerId, wish: Wish) -> Mandate | None:
    """The newest that can be collected, else the newest, which says why it can't."""
    signed = [
        mandate
        for mandate in uow.direct_debits.mandates_of(customer_id)
        if mandate.scheme is wish.scheme
    ]
    for mandate in signed:
        try:
            mandate.next_sequence(wish.collect_on)
        except RuleError:
            continue
        return mandate
    return signed[0] if signed else None

"""A collection: the debits that one file asks the bank for (EPC 130-08, pain.008)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.direct_debits.mandate import Mandate, Scheme
from otc_desktop.domain.direct_debits.mandate import Sequence as Place
from otc_desktop.domain.shared.business_days import is_bank_day
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankAccountId, CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money, total

# Days before the debit on which the payer is told, unless less is agreed (EPC 016-06, 4.3).
STANDARD_NOTICE = 14
# A bank takes a file at most so many days ahead (EPC 130-08, AT-11).
MOST_DAYS_AHEAD = 14 + 90


class CollectionStatus(StrEnum):
    """Where a collection is; from `HANDED_OVER` its deposit slip says what became of it."""

    PREPARED = "prepared"
    HANDED_OVER = "handed_over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debit:
    """One debit of a payer's account; `parts` are the claims it settles.

    `end_to_end_id` travels through both banks, comes back with a return, and is the number of
    the receipt that the debit becomes when it is handed over.
    """

    id: UUID
    mandate_id: UUID
    customer_id: CustomerId
    end_to_end_id: str
    place: Place
    amount: Money
    parts: tuple[tuple[OpenItemId, Money], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Debits of one scheme on one day, for one account of the company.

    Its claims are taken from the day it is prepared: no other live collection holds them.
    """

    id: UUID
    number: str
    bank_account_id: BankAccountId
    scheme: Scheme
    ics: str
    collect_on: date
    made_on: date
    debits: tuple[Debit, ...]
    status: CollectionStatus = CollectionStatus.PREPARED
    slip_id: UUID | None = None
    sha256: str = ""
    version: int = 0

    @property
    def total(self) -> Money:
        """What it amounts to."""
        return total((debit.amount for debit in self.debits), self.debits[0].amount.currency)

    def hand_over(self, slip_id: UUID, sha256: str) -> "Collection":
        """Its file was written: from now on nothing of it changes.

        Raises:
            RuleError: `direct_debits.not_prepared`.
        """
        self.require_prepared()
        return replace(self, status=CollectionStatus.HANDED_OVER, slip_id=slip_id, sha256=sha256)

    def cancel(self) -> "Collection":
        """Not handed over after all; its claims are free again.

        Raises:
            RuleError: `direct_debits.not_prepared`.
        """
        self.require_prepared()
        return replace(self, status=CollectionStatus.CANCELLED)

    def require_prepared(self) -> None:
        """Stop what only a collection can do that is not handed over yet.

        Raises:
            RuleError: `direct_debits.not_prepared`.
        """
        if self.status is not CollectionStatus.PREPARED:
            raise RuleError("direct_debits.not_prepared", number=self.number)


def collection_number(day: date, sequence: int) -> str:
    """The number of a collection, such as `PRL-2026-0007`."""
    return f"PRL-{day.year}-{sequence:04d}"


def end_to_end_id(number: str, place: int) -> str:
    """The reference of a debit within its collection, such as `PRL-2026-0007-003`."""
    return f"{number}-{place:03d}"


def check_collect_on(collect_on: date, today: date) -> None:
    """Refuse a day on which no bank debits.

    Raises:
        RuleError: `direct_debits.no_bank_day`, `direct_debits.collect_too_early` (a bank needs
            the file a day before), `direct_debits.collect_too_far`.
    """
    if not is_bank_day(collect_on):
        raise RuleError("direct_debits.no_bank_day", on=collect_on, where="collect_on")
    if collect_on <= today:
        raise RuleError("direct_debits.collect_too_early", on=collect_on, where="collect_on")
    if (collect_on - today).days > MOST_DAYS_AHEAD:
        raise RuleError("direct_debits.collect_too_far", on=collect_on, where="collect_on")


def told_by(mandate: Mandate, collect_on: date, standard_days: int) -> date:
    """The last day to tell the payer of the debit."""
    days = standard_days if mandate.notice_days is None else mandate.notice_days
    return collect_on - timedelta(days=days)


def withheld(
    claim_open: Money, mandate: Mandate | None, reasons: Mapping[str, bool], on: date
) -> str:
    """Why a claim is not collected: a code, empty where it can be.

    Args:
        claim_open: what is open of it.
        mandate: the customer's, None where it has none.
        reasons: what stands against it by code, such as a dispute; the first that holds counts.
        on: the day of the debit.
    """
    if claim_open.amount <= 0:
        return "nothing_open"
    if mandate is None:
        return "no_mandate"
    try:
        mandate.next_sequence(on)
    except RuleError as problem:
        return problem.code.partition(".")[2]
    return next((code for code, holds in reasons.items() if holds), "")

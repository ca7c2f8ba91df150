"""Rows of the lists of mandates and of collections."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from otc_desktop.domain.direct_debits.collection import CollectionStatus
from otc_desktop.domain.direct_debits.mandate import MandateState, Scheme
from otc_desktop.domain.direct_debits.refund import RefundStatus
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRow:
    """A mandate with its customer; `iban` is masked."""

    id: UUID
    rum: str
    customer_code: str
    customer_name: str
    debtor_name: str
    iban: str
    scheme: Scheme
    recurrent: bool
    signed_on: date
    collected_on: date | None
    expires_on: date
    state: MandateState
    blocked_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionRow:
    """A collection; `slip_status` says what became of it at the bank, None before."""

    id: UUID
    number: str
    scheme: Scheme
    account: str
    collect_on: date
    made_on: date
    total: Money
    debits: int
    status: CollectionStatus
    slip_status: SlipStatus | None
    returned: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRow:
    """An order of refunds."""

    id: UUID
    number: str
    pay_on: date
    total: Money
    refunds: int
    status: RefundStatus
    sha256: str

"""What a progress invoice («situation de travaux») says beside its lines."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.domain.shared.ids import WorksContractId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """What the customer keeps back until the works are accepted (law 71-584, at most 5 %).

    `amount` includes tax; it is a part of the document's total that falls due on `release_on`.
    """

    percent: Decimal
    amount: Money
    release_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressFacts:
    """Where the works stand with this document; amounts exclude tax.

    `situation` counts from 1; `is_final` marks the final account («décompte général et
    définitif»). `cumulated` = `previous` + what this document invoices.
    """

    contract_id: WorksContractId
    situation: int
    cumulative_percent: Decimal
    contract_total: Money
    cumulated: Money
    previous: Money
    is_final: bool = False
    retention: Retention | None = None

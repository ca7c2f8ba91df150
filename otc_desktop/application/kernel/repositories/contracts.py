"""Contracts invoiced over time, as use cases load and save them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.recurring import Period, RecurringContract
from otc_desktop.domain.invoicing.works import Situation, WorksContract
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, RecurringContractId, SalesOrderId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ProForma:
    """A pro forma as it is kept; its PDF is a blob."""

    number: str
    customer_id: CustomerId
    order_id: SalesOrderId | None
    draft_id: InvoiceId | None
    made_on: date
    total_excl_tax: Money
    total_incl_tax: Money
    sha256: str


class ProFormaRepository(Protocol):
    """Pro formas."""

    def add(self, made: ProForma, new_id: UUID, customer: Customer) -> None:
        """A new one."""

    def get_by_number(self, number: str, *, lock: bool = False) -> ProForma:
        """By number; NotFoundError `invoicing.pro_forma_not_found`."""


class RecurringRepository(Protocol):
    """Recurring contracts, what was prepared of them, and index values."""

    def get(self, contract_id: RecurringContractId, *, lock: bool = False) -> RecurringContract:
        """By id."""

    def get_by_number(self, number: str, *, lock: bool = False) -> RecurringContract:
        """By number; NotFoundError `invoicing.contract_not_found`."""

    def add(self, contract: RecurringContract, customer: Customer) -> None:
        """A new contract."""

    def save(self, contract: RecurringContract, customer: Customer) -> None:
        """A changed contract, its lines included."""

    def due(self, on: date) -> Sequence[RecurringContractId]:
        """Contracts with a period to prepare by a day, the earliest first."""

    def prepared(self, contract_id: RecurringContractId) -> frozenset[date]:
        """The first days of the periods that were prepared."""

    def add_period(
        self, contract: RecurringContract, period: Period, invoice_id: InvoiceId
    ) -> None:
        """A period with the draft that invoices it: once, or the database refuses."""

    def release_period(self, invoice_id: InvoiceId) -> None:
        """The period of a draft that was thrown away is to be prepared again."""

    def index_values(self, series: str) -> Mapping[date, Decimal]:
        """The values of an index, by the day from which each is in force."""

    def set_index_value(self, series: str, valid_from: date, value: Decimal) -> None:
        """A value as the user entered it; it replaces that of the same day."""


class WorksRepository(Protocol):
    """Works contracts with their situations."""

    def get_by_number(self, number: str, *, lock: bool = False) -> WorksContract:
        """By number; NotFoundError `invoicing.works_not_found`."""

    def find_by_invoice(self, invoice_id: InvoiceId) -> WorksContract | None:
        """The contract of a situation, locked."""

    def add(self, contract: WorksContract, customer: Customer) -> None:
        """A new contract."""

    def add_situation(self, contract: WorksContract, situation: Situation) -> None:
        """A situation with the contract after it."""

    def save(self, contract: WorksContract) -> None:
        """The contract after a situation was cancelled or its draft thrown away."""

"""Recurring contracts, what was prepared of them, and index values."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.recurring import (
    Indexation,
    Period,
    RecurringContract,
    Timing,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, RecurringContractId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.repositories import lines as mapping
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import contracts as tables

_CONTRACTS = tables.recurring_contract
_LINES = tables.recurring_contract_line
_PERIODS = tables.recurring_period
_VALUES = tables.index_value


class SqlRecurringRepository:
    """Recurring contracts of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, contract_id: RecurringContractId, *, lock: bool = False) -> RecurringContract:
        """By id."""
        return self._load(_CONTRACTS.c.id == contract_id, str(contract_id), lock=lock)

    def get_by_number(self, number: str, *, lock: bool = False) -> RecurringContract:
        """By number."""
        return self._load(_CONTRACTS.c.number == number, number, lock=lock)

    def add(self, contract: RecurringContract, customer: Customer) -> None:
        """A new contract."""
        self._session.insert(
            _CONTRACTS,
            {
                "id": contract.id,
                "version": 1,
                **_values(contract, customer),
                "next_due_on": contract.next_due_on(frozenset()),
            },
        )
        self._add_lines(contract)

    def save(self, contract: RecurringContract, customer: Customer) -> None:
        """A changed contract, its lines included."""
        self._session.update_versioned(
            _CONTRACTS,
            contract.id,
            contract.version,
            {
                **_values(contract, customer),
                "next_due_on": contract.next_due_on(self.prepared(contract.id)),
            },
        )
        self._session.connection.execute(delete(_LINES).where(_LINES.c.contract_id == contract.id))
        self._add_lines(contract)

    def due(self, on: date) -> Sequence[RecurringContractId]:
        """Contracts with a period to prepare by a day, the earliest first."""
        query = (
            select(_CONTRACTS.c.id)
            .where(_CONTRACTS.c.next_due_on <= on)
            .order_by(_CONTRACTS.c.next_due_on, _CONTRACTS.c.id)
        )
        return [RecurringContractId(row["id"]) for row in self._session.rows(query)]

    def prepared(self, contract_id: RecurringContractId) -> frozenset[date]:
        """The first days of the periods that were prepared."""
        query = select(_PERIODS.c.starts_on).where(_PERIODS.c.contract_id == contract_id)
        return frozenset(row["starts_on"] for row in self._session.rows(query))

    def add_period(
        self, contract: RecurringContract, period: Period, invoice_id: InvoiceId
    ) -> None:
        """A period with the draft that invoices it: once, or the database refuses."""
        self._session.insert_many(
            _PERIODS,
            [
                {
                    "contract_id": contract.id,
                    "starts_on": period.starts_on,
                    "ends_on": period.ends_on,
                    "invoice_id": invoice_id,
                    "skipped": False,
                }
            ],
        )
        self._move_on(contract)

    def release_period(self, invoice_id: InvoiceId) -> None:
        """The period of a draft that was thrown away is to be prepared again."""
        row = self._session.one(
            select(_PERIODS.c.contract_id).where(_PERIODS.c.invoice_id == invoice_id)
        )
        if row is None:
            return
        self._session.connection.execute(
            delete(_PERIODS).where(_PERIODS.c.invoice_id == invoice_id)
        )
        self._move_on(self.get(RecurringContractId(row["contract_id"])))

    def index_values(self, series: str) -> Mapping[date, Decimal]:
        """The values of an index, by the day from which each is in force."""
        rows = self._session.rows(select(_VALUES).where(_VALUES.c.series == series))
        return {row["valid_from"]: row["value"] for row in rows}

    def set_index_value(self, series: str, valid_from: date, value: Decimal) -> None:
        """A value as the user entered it; it replaces that of the same day."""
        key = (_VALUES.c.series == series) & (_VALUES.c.valid_from == valid_from)
        connection = self._session.connection
        if not connection.execute(update(_VALUES).where(key).values(value=value)).rowcount:
            connection.execute(
                insert(_VALUES).values(series=series, valid_from=valid_from, value=value)
            )
        self._session.changes.append(
            {"table": "index_value", "series": series, "from": str(valid_from), "value": str(value)}
        )
        self._session.topics.add(Topic.INVOICING)

    def _move_on(self, contract: RecurringContract) -> None:
        following = contract.next_due_on(self.prepared(contract.id))
        self._session.connection.execute(
            update(_CONTRACTS).where(_CONTRACTS.c.id == contract.id).values(next_due_on=following)
        )
        self._session.topics.add(Topic.INVOICING)

    def _add_lines(self, contract: RecurringContract) -> None:
        self._session.insert_many(
            _LINES,
            mapping.line_values("contract_id", contract.id, contract.lines, contract.currency),
        )
        self._session.topics.add(Topic.INVOICING)

    def _load(self, key: ColumnElement[bool], name: str, *, lock: bool) -> RecurringContract:
        row = self._session.one(select(_CONTRACTS).where(key), lock=lock)
        if row is None:
            raise NotFoundError("invoicing.contract_not_found", number=name)
        lines = self._session.parts_of(_LINES, "contract_id", row["id"])
        rule = json.loads(row["indexation"]) if row["indexation"] else None
        return RecurringContract(
            id=RecurringContractId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            currency=Currency(row["currency"]),
            lines=tuple(mapping.line_of(each) for each in lines),
            months=row["months"],
            starts_on=row["starts_on"],
            anchor_on=row["anchor_on"],
            timing=Timing(row["timing"]),
            ends_on=row["ends_on"],
            renewal_months=row["renewal_months"],
            cancelled_on=row["cancelled_on"],
            cancel_reason=row["cancel_reason"],
            indexation=None
            if rule is None
            else Indexation(
                percent=Decimal(rule["percent"]),
                series=rule["series"],
                base_value=Decimal(rule["base_value"]),
            ),
            title=row["title"],
            purchase_order=row["purchase_order"],
            version=row["version"],
        )


def _values(contract: RecurringContract, customer: Customer) -> dict[str, Any]:
    rule = contract.indexation
    return {
        "number": contract.number,
        "customer_id": contract.customer_id,
        "customer_name_folded": fold(customer.name),
        "title": contract.title,
        "purchase_order": contract.purchase_order,
        "currency": contract.currency.code,
        "months": contract.months,
        "timing": contract.timing.value,
        "anchor_on": contract.anchor_on,
        "starts_on": contract.starts_on,
        "ends_on": contract.ends_on,
        "renewal_months": contract.renewal_months,
        "cancelled_on": contract.cancelled_on,
        "cancel_reason": contract.cancel_reason,
        "indexation": ""
        if rule is None
        else json.dumps(
            {
                "percent": str(rule.percent),
                "series": rule.series,
                "base_value": str(rule.base_value),
            }
        ),
        "period_minor": contract.totals().total_excl_tax.minor,
    }

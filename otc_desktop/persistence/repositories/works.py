"""Works contracts with their situations."""

import json
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.works import Situation, WorksContract, WorksStatus
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    CustomerId,
    InvoiceId,
    SalesOrderId,
    WorksContractId,
)
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.repositories import lines as mapping
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import contracts as tables
from otc_desktop.persistence.tables.sales import sales_order

_CONTRACTS = tables.works_contract
_LINES = tables.works_contract_line
_SITUATIONS = tables.works_situation


class SqlWorksRepository:
    """Works contracts of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_by_number(self, number: str, *, lock: bool = False) -> WorksContract:
        """By number."""
        return self._load(_CONTRACTS.c.number == number, number, lock=lock)

    def find_by_invoice(self, invoice_id: InvoiceId) -> WorksContract | None:
        """The contract of a situation, locked."""
        row = self._session.one(
            select(_SITUATIONS.c.contract_id).where(_SITUATIONS.c.invoice_id == invoice_id)
        )
        if row is None:
            return None
        return self._load(_CONTRACTS.c.id == row["contract_id"], "", lock=True)

    def add(self, contract: WorksContract, customer: Customer) -> None:
        """A new contract."""
        self._session.insert(
            _CONTRACTS,
            {
                "id": contract.id,
                "number": contract.number,
                "customer_id": contract.customer_id,
                "customer_name_folded": fold(customer.name),
                "order_id": contract.order_id,
                "title": contract.title,
                "purchase_order": contract.purchase_order,
                "currency": contract.currency.code,
                "signed_on": contract.signed_on,
                "retention_percent": contract.retention_percent,
                "retention_months": contract.retention_months,
                "frame_case": contract.frame_case.value,
                "version": 1,
                **_changing(contract),
            },
        )
        self._session.insert_many(
            _LINES,
            mapping.line_values("contract_id", contract.id, contract.lines, contract.currency),
        )
        self._session.topics.add(Topic.INVOICING)

    def add_situation(self, contract: WorksContract, situation: Situation) -> None:
        """A situation with the contract after it."""
        self._session.insert_many(
            _SITUATIONS,
            [
                {
                    "contract_id": contract.id,
                    "situation": situation.situation,
                    "invoice_id": situation.invoice_id,
                    "percents": json.dumps([str(each) for each in situation.percents]),
                    "is_final": situation.is_final,
                    "cancelled": False,
                }
            ],
        )
        self._update(contract)

    def save(self, contract: WorksContract) -> None:
        """The contract after a situation was cancelled or its draft thrown away."""
        kept = [each.invoice_id for each in contract.situations]
        of_contract = _SITUATIONS.c.contract_id == contract.id
        connection = self._session.connection
        connection.execute(
            delete(_SITUATIONS).where(of_contract, _SITUATIONS.c.invoice_id.not_in(kept))
        )
        for each in contract.situations:
            connection.execute(
                update(_SITUATIONS)
                .where(of_contract, _SITUATIONS.c.situation == each.situation)
                .values(cancelled=each.cancelled)
            )
        self._update(contract)

    def _update(self, contract: WorksContract) -> None:
        self._session.update_versioned(
            _CONTRACTS, contract.id, contract.version, _changing(contract)
        )
        self._session.topics.add(Topic.INVOICING)

    def _load(self, key: ColumnElement[bool], name: str, *, lock: bool) -> WorksContract:
        row = self._session.one(select(_CONTRACTS).where(key), lock=lock)
        if row is None:
            raise NotFoundError("invoicing.works_not_found", number=name)
        lines = self._session.parts_of(_LINES, "contract_id", row["id"])
        situations = self._session.rows(
            select(_SITUATIONS)
            .where(_SITUATIONS.c.contract_id == row["id"])
            .order_by(_SITUATIONS.c.situation)
        )
        order = None
        if row["order_id"] is not None:
            order = self._session.by_id(sales_order, row["order_id"])
        return WorksContract(
            id=WorksContractId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            currency=Currency(row["currency"]),
            lines=tuple(mapping.line_of(each) for each in lines),
            signed_on=row["signed_on"],
            order_id=None if order is None else SalesOrderId(order["id"]),
            order_number="" if order is None else order["number"],
            title=row["title"],
            purchase_order=row["purchase_order"],
            retention_percent=row["retention_percent"],
            retention_months=row["retention_months"],
            frame_case=FrameCase(row["frame_case"]),
            status=WorksStatus(row["status"]),
            situations=tuple(
                Situation(
                    situation=each["situation"],
                    invoice_id=InvoiceId(each["invoice_id"]),
                    percents=tuple(Decimal(text) for text in json.loads(each["percents"])),
                    is_final=each["is_final"],
                    cancelled=each["cancelled"],
                )
                for each in situations
            ),
            version=row["version"],
        )


def _changing(contract: WorksContract) -> dict[str, Any]:
    return {
        "status": contract.status.value,
        "total_minor": contract.total.minor,
        "cumulated_minor": contract.cumulated(contract.reached).minor,
    }

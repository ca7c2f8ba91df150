"""Year-end rebates of a database."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, case, func, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.rebates import RebateAccrual
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.rebate import (
    RebateAgreement,
    RebateMethod,
    RebateStatus,
    RebateTier,
)
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.vat import VatTreatment
from otc_desktop.persistence.repositories.lines import vat_of
from otc_desktop.persistence.session import Session, in_chunks, sum_minor
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.invoicing import invoice, invoice_line, invoice_vat
from otc_desktop.persistence.tables.rebates import rebate_accrual, rebate_agreement

_CREDITS = [kind.value for kind in InvoiceKind if kind.is_credit]


class SqlRebateRepository:
    """Agreements, and what was accrued for them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, agreement_id: UUID, *, lock: bool = False) -> RebateAgreement:
        """By id."""
        query = select(rebate_agreement).where(rebate_agreement.c.id == agreement_id)
        row = self._session.one(query, lock=lock)
        if row is None:
            raise NotFoundError("rebates.not_found", id=str(agreement_id))
        return _agreement_of(row)

    def find_by_note(self, note_id: InvoiceId) -> RebateAgreement | None:
        """The agreement that a credit note settles."""
        row = self._session.one(
            select(rebate_agreement).where(rebate_agreement.c.note_id == note_id)
        )
        return None if row is None else _agreement_of(row)

    def agreements(self, customer_id: CustomerId | None = None) -> Sequence[RebateAgreement]:
        """All, or one customer's, the latest period first."""
        query = select(rebate_agreement).order_by(
            rebate_agreement.c.last_on.desc(), rebate_agreement.c.id
        )
        if customer_id is not None:
            query = query.where(rebate_agreement.c.customer_id == customer_id)
        return [_agreement_of(row) for row in self._session.rows(query)]

    def is_taken(self, reference: str) -> bool:
        """Whether an agreement that was not ended has this reference."""
        query = select(rebate_agreement.c.id).where(
            rebate_agreement.c.reference == reference,
            rebate_agreement.c.status != RebateStatus.ENDED.value,
        )
        return bool(self._session.rows(query.limit(1)))

    def add(self, agreement: RebateAgreement) -> None:
        """A new agreement."""
        self._session.insert(
            rebate_agreement, {"id": agreement.id, "version": 1, **_values(agreement)}
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.INVOICING})

    def save(self, agreement: RebateAgreement) -> None:
        """A changed agreement."""
        self._session.update_versioned(
            rebate_agreement, agreement.id, agreement.version, _values(agreement)
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.INVOICING})

    def turnover(self, agreement: RebateAgreement, until: date) -> Mapping[VatTreatment, Money]:
        """What was invoiced in its period up to a day, by VAT treatment, excluding tax.

        Rebates already credited are no turnover. A family's is that of its lines.
        """
        last = min(agreement.last, until)
        within = (
            (invoice.c.customer_id == agreement.customer_id)
            & invoice.c.number.is_not(None)
            & (invoice.c.document_on >= agreement.first)
            & (invoice.c.document_on <= last)
            & (invoice.c.kind != InvoiceKind.GLOBAL_CREDIT_NOTE.value)
        )
        family = agreement.family
        rows = self._session.rows(_of_family(within, family) if family else _of_all(within))
        return {vat_of(row): Money.from_minor(int(row["minor"]), EUR) for row in rows}

    def accrued(
        self, agreement_ids: Sequence[UUID], currency: Currency
    ) -> Mapping[UUID, tuple[Money, Money]]:
        """What is accrued for each: excluding tax, and VAT."""
        zero = Money.zero(currency)
        found = dict.fromkeys(agreement_ids, (zero, zero))
        for some in in_chunks(agreement_ids):
            query = (
                select(
                    rebate_accrual.c.agreement_id,
                    sum_minor(rebate_accrual.c.excl_tax_minor).label("excl_tax"),
                    sum_minor(rebate_accrual.c.vat_minor).label("vat"),
                )
                .where(rebate_accrual.c.agreement_id.in_(some))
                .group_by(rebate_accrual.c.agreement_id)
            )
            for row in self._session.rows(query):
                found[row["agreement_id"]] = (
                    Money.from_minor(int(row["excl_tax"]), currency),
                    Money.from_minor(int(row["vat"]), currency),
                )
        return found

    def accrued_until(self) -> Mapping[UUID, date]:
        """The day of the last accrual of each agreement that has one."""
        query = select(
            rebate_accrual.c.agreement_id, func.max(rebate_accrual.c.accrued_on).label("last")
        ).group_by(rebate_accrual.c.agreement_id)
        return {row["agreement_id"]: row["last"] for row in self._session.rows(query)}

    def add_accrual(self, accrual: RebateAccrual) -> None:
        """A change of what is accrued."""
        self._session.insert(
            rebate_accrual,
            {
                "id": accrual.id,
                "agreement_id": accrual.agreement_id,
                "accrued_on": accrual.on,
                "excl_tax_minor": accrual.excl_tax.minor,
                "vat_minor": accrual.vat.minor,
                "entry_id": accrual.entry_id,
            },
        )
        self._session.topics.update({Topic.LEDGER, Topic.CUSTOMERS})


def _signed(amount: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((invoice.c.kind.in_(_CREDITS), -amount), else_=amount)


def _of_all(within: ColumnElement[bool]) -> Select[Any]:
    vat = invoice_vat.c
    keys = (vat.vat_category, vat.vat_rate, vat.vatex, vat.vat_reason)
    return (
        select(*keys, sum_minor(_signed(vat.basis_minor)).label("minor"))
        .join(invoice, invoice.c.id == vat.invoice_id)
        .where(within)
        .group_by(*keys)
    )


def _of_family(within: ColumnElement[bool], family: str) -> Select[Any]:
    line = invoice_line.c
    keys = (line.vat_category, line.vat_rate, line.vatex, line.vat_reason)
    return (
        select(*keys, sum_minor(_signed(line.net_minor)).label("minor"))
        .join(invoice, invoice.c.id == line.invoice_id)
        .join(product, product.c.id == line.product_id)
        .where(within & (product.c.family == family))
        .group_by(*keys)
    )


def _agreement_of(row: RowMapping) -> RebateAgreement:
    return RebateAgreement(
        id=row["id"],
        customer_id=CustomerId(row["customer_id"]),
        reference=row["reference"],
        first=row["first_on"],
        last=row["last_on"],
        tiers=tuple(
            RebateTier(Decimal(turnover), Decimal(percent))
            for turnover, percent in json.loads(row["tiers"])
        ),
        method=RebateMethod(row["method"]),
        family=row["family"],
        status=RebateStatus(row["status"]),
        note_id=None if row["note_id"] is None else InvoiceId(row["note_id"]),
        version=row["version"],
    )


def _values(agreement: RebateAgreement) -> dict[str, Any]:
    tiers = [[str(tier.turnover), str(tier.percent)] for tier in agreement.tiers]
    return {
        "customer_id": agreement.customer_id,
        "reference": agreement.reference,
        "first_on": agreement.first,
        "last_on": agreement.last,
        "tiers": json.dumps(tiers),
        "method": agreement.method.value,
        "family": agreement.family,
        "status": agreement.status.value,
        "note_id": agreement.note_id,
    }

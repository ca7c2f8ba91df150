"""Whether what was told of receipts (212) is what was allocated, and statuses stand as told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.domain.invoicing.lifecycle_cashed import RateAmount, by_rate, cashed_so_far
from otc_desktop.domain.invoicing.lifecycle_history import (
    ReformStatus,
    StatusAmount,
    StatusId,
    StatusSource,
    present_status,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import AllocationId, InvoiceId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.persistence.cashed_money import receipts_of_invoices
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.tables.invoicing import invoice, invoice_vat
from otc_desktop.persistence.tables.lifecycle import (
    invoice_lifecycle,
    invoice_status,
    invoice_status_amount,
)

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Document:
    number: str
    kind: InvoiceKind
    total: Money


def told_against_allocations(connection: Connection) -> Offenders:
    """Receipts told with another amount than allocated, or shared otherwise among the rates."""
    for ids in _chunks(connection):
        documents, statuses = _documents(connection, ids), _statuses(connection, ids)
        allocated = receipts_of_invoices(connection, ids)
        gross = _gross(connection, ids, documents)
        for invoice_id, document in documents.items():
            told = [each for each in statuses[invoice_id] if each.allocation_id is not None]
            moved = {each.allocation_id: each.received for each in allocated.get(invoice_id, ())}
            zero = Money.zero(document.total.currency)
            for each in told:
                sum_told = total((part.amount for part in each.amounts), zero.currency)
                owed = zero if each.allocation_id is None else moved.get(each.allocation_id, zero)
                if sum_told != owed:
                    yield f"{document.number}: {sum_told} ≠ {owed}"
            parts = [
                RateAmount(part.rate, part.amount)
                for each in told
                for part in each.amounts
                if part.rate is not None
            ]
            whole = total((each.amount for each in parts), zero.currency)
            shared = by_rate(cashed_so_far(gross[invoice_id], whole))
            if {rate: amount for rate, amount in by_rate(parts).items() if amount} != {
                rate: amount for rate, amount in shared.items() if amount
            }:
                yield f"{document.number}: {whole}"


def standing_against_history(connection: Connection) -> Offenders:
    """Documents whose kept present status is not what their history says."""
    for ids in _chunks(connection):
        documents, statuses = _documents(connection, ids), _statuses(connection, ids)
        kept = {
            row["id"]: row
            for row in connection.execute(
                select(invoice_lifecycle).where(invoice_lifecycle.c.id.in_(ids))
            ).mappings()
        }
        for invoice_id, document in documents.items():
            gross = document.total if document.kind.sign > 0 else -document.total
            present, row = present_status(statuses[invoice_id], gross), kept.get(invoice_id)
            if present is None or row is None:
                yield document.number
                continue
            said = (row["code"], row["since"], row["cashed_minor"], row["is_partial"])
            found = (present.code.value, present.since, present.cashed.minor, present.is_partial)
            if said != found:
                yield document.number


def _chunks(connection: Connection) -> Iterator[list[InvoiceId]]:
    """Documents with a history or a kept status, a portion at a time."""
    last = UUID(int=0)
    while True:
        with_status = select(invoice_status.c.invoice_id.label("id"))
        kept = select(invoice_lifecycle.c.id)
        known = with_status.union(kept).subquery()
        query = select(known.c.id).where(known.c.id > last).order_by(known.c.id).limit(_CHUNK)
        ids = [InvoiceId(each) for (each,) in connection.execute(query)]
        if not ids:
            return
        yield ids
        last = ids[-1]


def _documents(connection: Connection, ids: Sequence[InvoiceId]) -> dict[InvoiceId, _Document]:
    query = select(
        invoice.c.id,
        invoice.c.number,
        invoice.c.kind,
        invoice.c.currency,
        invoice.c.total_incl_tax_minor,
    ).where(invoice.c.id.in_(ids))
    return {
        InvoiceId(invoice_id): _Document(
            number or str(invoice_id),
            InvoiceKind(kind),
            Money.from_minor(minor, Currency(currency)),
        )
        for invoice_id, number, kind, currency, minor in stream(connection, query)
    }


def _gross(
    connection: Connection, ids: Sequence[InvoiceId], documents: dict[InvoiceId, _Document]
) -> dict[InvoiceId, list[RateAmount]]:
    vat = invoice_vat.c
    query = select(vat.invoice_id, vat.vat_rate, vat.basis_minor, vat.tax_minor).where(
        vat.invoice_id.in_(ids)
    )
    found: dict[InvoiceId, list[RateAmount]] = defaultdict(list)
    for invoice_id, rate, basis, tax in stream(connection, query):
        owner = InvoiceId(invoice_id)
        currency = documents[owner].total.currency
        found[owner].append(RateAmount(rate, Money.from_minor(basis + tax, currency)))
    return defaultdict(
        list,
        {
            owner: [RateAmount(rate, sums[rate]) for rate in sorted(sums, reverse=True)]
            for owner, amounts in found.items()
            for sums in [by_rate(amounts)]
        },
    )


def _statuses(
    connection: Connection, ids: Sequence[InvoiceId]
) -> dict[InvoiceId, list[ReformStatus]]:
    amounts: dict[UUID, list[StatusAmount]] = defaultdict(list)
    told = (
        select(invoice_status_amount)
        .join(invoice_status, invoice_status.c.id == invoice_status_amount.c.status_id)
        .where(invoice_status.c.invoice_id.in_(ids))
        .order_by(invoice_status_amount.c.status_id, invoice_status_amount.c.position)
    )
    for row in connection.execute(told).mappings():
        money = Money.from_minor(row["amount_minor"], Currency(row["currency"]))
        amounts[row["status_id"]].append(
            StatusAmount(kind=row["kind"], amount=money, rate=row["rate"])
        )
    status = invoice_status.c
    query = (
        select(status.id, status.invoice_id, status.code, status.at, status.allocation_id)
        .where(status.invoice_id.in_(ids))
        .order_by(status.at, status.recorded_at, status.id)
    )
    found: dict[InvoiceId, list[ReformStatus]] = defaultdict(list)
    for each in stream(connection, query):
        found[InvoiceId(each[1])].append(_status(each, tuple(amounts[each[0]])))
    return found


def _status(row: tuple[Any, ...], amounts: tuple[StatusAmount, ...]) -> ReformStatus:
    status_id, invoice_id, code, at, allocation_id = row
    instant: datetime = at
    return ReformStatus(
        id=StatusId(status_id),
        invoice_id=InvoiceId(invoice_id),
        code=StatusCode(code),
        at=instant,
        source=StatusSource.MESSAGE,
        amounts=amounts,
        allocation_id=None if allocation_id is None else AllocationId(allocation_id),
    )

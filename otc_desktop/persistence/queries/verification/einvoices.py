"""The XML that was archived is the one inside its PDF, and says what the books say."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from otc_desktop.application.kernel.issued_files import (
    IssuedFiles,
    IssuedSums,
    UnreadableFileError,
)
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.invoicing import archived_document, blob, invoice, invoice_vat
from otc_desktop.persistence.tables.receivables import open_item

_PDF, _XML = "application/pdf", "application/xml"
# A PDF weighs some 50 kB: few at a time.
_PDFS_A_FETCH = 20
_XML_A_FETCH = 200

Group = tuple[str, Decimal, Decimal, Decimal]


def xml_against_pdf(connection: Connection, files: IssuedFiles) -> Offenders:
    """Documents whose archived XML is not, byte by byte, the one inside their PDF.

    Plain PDFs without XML are those of earlier versions, or of a seller without SIREN.
    """
    pdf, xml, drawn, told = (
        archived_document.alias(),
        archived_document.alias(),
        blob.alias(),
        blob.alias(),
    )
    query = (
        select(invoice.c.number, drawn.c.content, told.c.content)
        .join(pdf, (pdf.c.invoice_id == invoice.c.id) & (pdf.c.media_type == _PDF))
        .join(drawn, drawn.c.sha256 == pdf.c.sha256)
        .outerjoin(xml, (xml.c.invoice_id == invoice.c.id) & (xml.c.media_type == _XML))
        .outerjoin(told, told.c.sha256 == xml.c.sha256)
    )
    for number, content, alone in stream(connection, query, rows_a_fetch=_PDFS_A_FETCH):
        try:
            inside = files.embedded(content)
        except UnreadableFileError:
            yield number
        else:
            if inside != (None if alone is None else bytes(alone)):
                yield number


def xml_against_books(connection: Connection, files: IssuedFiles) -> Offenders:
    """Documents whose archived XML has another number, day, sum or VAT than the books.

    What is owed is compared with the open items, the kept-back part of works included; that
    these equal the entries is a check of its own.
    """
    part = open_item.alias()
    kept_back = (
        select(sum_minor(part.c.total_minor))
        .where(part.c.part_of_id == invoice.c.id, part.c.kind != InvoiceKind.CREDIT_NOTE.value)
        .scalar_subquery()
    )
    row = invoice.c
    query = (
        select(
            row.id,
            row.number,
            row.document_on,
            row.currency,
            row.total_excl_tax_minor,
            row.total_vat_minor,
            row.total_incl_tax_minor,
            (func.abs(open_item.c.total_minor) + kept_back).label("owed_minor"),
            blob.c.content,
        )
        .join(archived_document, archived_document.c.invoice_id == row.id)
        .join(blob, blob.c.sha256 == archived_document.c.sha256)
        .outerjoin(open_item, open_item.c.invoice_id == row.id)
        .where(archived_document.c.media_type == _XML)
    )
    names = query.selected_columns.keys()
    rows = stream(connection, query, rows_a_fetch=_XML_A_FETCH)
    while portion := [dict(zip(names, each, strict=True)) for each in islice(rows, _XML_A_FETCH)]:
        groups = _vat_groups(connection, portion)
        for found in portion:
            try:
                said = files.sums(found["content"])
            except UnreadableFileError:
                yield found["number"]
            else:
                if not _agrees(said, found, tuple(sorted(groups[found["id"]]))):
                    yield found["number"]


def _vat_groups(
    connection: Connection, rows: Sequence[Mapping[str, Any]]
) -> Mapping[UUID, list[Group]]:
    group = invoice_vat.c
    query = select(
        group.invoice_id, group.vat_category, group.vat_rate, group.basis_minor, group.tax_minor
    ).where(group.invoice_id.in_([row["id"] for row in rows]))
    currencies = {row["id"]: Currency(row["currency"]) for row in rows}
    found: dict[UUID, list[Group]] = defaultdict(list)
    for invoice_id, category, rate, basis, tax in connection.execute(query):
        currency = currencies[invoice_id]
        found[invoice_id].append((category, rate, _units(basis, currency), _units(tax, currency)))
    return found


def _agrees(said: IssuedSums, row: Mapping[str, Any], groups: tuple[Group, ...]) -> bool:
    currency = Currency(row["currency"])
    return (
        (said.number, said.issued_on, said.currency)
        == (row["number"], row["document_on"], row["currency"])
        and said.total_excl_tax == _units(row["total_excl_tax_minor"], currency)
        and said.total_vat == _units(row["total_vat_minor"], currency)
        and said.total_incl_tax == _units(row["total_incl_tax_minor"], currency)
        and said.due + said.paid == _units(row["owed_minor"] or 0, currency)
        and said.vat_groups == groups
    )


def _units(minor: int, currency: Currency) -> Decimal:
    return Money.from_minor(minor, currency).amount

"""Products."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.catalogue.product import Product, ProductKind
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.repositories.lines import vat_of, vat_values
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.catalogue import product as table

_SAME_NAME = "code name unit price income_account barcode family details archived_on".split()


class SqlProductRepository:
    """Products of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find_by_code(self, code: str) -> Product | None:
        """By code."""
        row = self._session.one(select(table).where(table.c.code == code))
        return None if row is None else _from_row(row)

    def by_codes(self, codes: Collection[str]) -> Mapping[str, Product]:
        """Those that exist, by code."""
        return {
            row["code"]: _from_row(row)
            for some in in_chunks(codes)
            for row in self._session.rows(select(table).where(table.c.code.in_(some)))
        }

    def sold(self) -> Sequence[Product]:
        """All that are not archived, by code."""
        query = select(table).where(table.c.archived_on.is_(None)).order_by(table.c.code)
        return [_from_row(row) for row in self._session.rows(query)]

    def by_barcodes(self, barcodes: Collection[str]) -> Mapping[str, Product]:
        """Those that exist, by barcode."""
        return {
            row["barcode"]: _from_row(row)
            for some in in_chunks(barcodes)
            for row in self._session.rows(select(table).where(table.c.barcode.in_(some)))
        }

    def add_many(self, products: Sequence[Product]) -> None:
        """New products."""
        self._session.insert_many(
            table, [{"id": each.id, "version": 1, **_values(each)} for each in products]
        )
        self._session.topics.add(Topic.CATALOGUE)

    def save(self, product: Product) -> None:
        """A changed product."""
        self._session.update_versioned(table, product.id, product.version, _values(product))
        self._session.topics.add(Topic.CATALOGUE)


def _values(product: Product) -> dict[str, Any]:
    return {
        **{name: getattr(product, name) for name in _SAME_NAME},
        "name_folded": fold(product.name),
        **vat_values(product.vat),
        "kind": product.kind.value,
    }


def _from_row(row: RowMapping) -> Product:
    return Product(
        id=ProductId(row["id"]),
        **{name: row[name] for name in _SAME_NAME},
        vat=vat_of(row),
        kind=ProductKind(row["kind"]),
        version=row["version"],
    )

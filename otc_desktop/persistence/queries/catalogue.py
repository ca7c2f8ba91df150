"""The list of products."""

from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, func, or_, select

from otc_desktop.application.catalogue.queries import ProductRow
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.catalogue.product import ProductKind
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.stock import stock_level


class ProductList(PagedQuery[ProductRow]):
    """Products by code, with stock on hand. Search: code, name or barcode."""

    sorts: ClassVar[Sorts] = {"code": product.c.code, "name": product.c.name_folded}
    default_sort = "code"
    tie = product.c.id

    def rows_query(self) -> Select[Any]:
        """Products with the sum of their movements."""
        on_hand = func.coalesce(stock_level.c.on_hand, Decimal(0), type_=stock_level.c.on_hand.type)
        return select(product, on_hand.label("on_hand")).outerjoin(
            stock_level, stock_level.c.product_id == product.c.id
        )

    def counted(self) -> FromClause:
        """Products."""
        return product

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """`archived` shows what is sold no more; `family` and `kind` narrow."""
        archived = product.c.archived_on
        wanted = archived.is_not(None) if request.filters.get("archived") else archived.is_(None)
        found: list[ColumnElement[bool]] = [wanted]
        if request.filters.get("kind"):
            found.append(product.c.kind == request.filters["kind"])
        if request.filters.get("family"):
            found.append(product.c.family == request.filters["family"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of a code, of a word of the name, or a barcode."""
        return [
            or_(
                starts_with(product.c.code, search.text),
                starts_with(product.c.code, search.text.upper()),
            ),
            starts_with(product.c.name_folded, search.words),
            product.c.id.in_(things(search.asked, FoundKind.PRODUCT)),
            product.c.barcode == search.text,
        ]

    def row(self, row: RowMapping) -> ProductRow:
        """A product."""
        return ProductRow(
            id=ProductId(row["id"]),
            code=row["code"],
            name=row["name"],
            kind=ProductKind(row["kind"]),
            family=row["family"],
            unit=row["unit"],
            price=row["price"],
            vat_rate=row["vat_rate"],
            vat_category=row["vat_category"],
            barcode=row["barcode"],
            on_hand=row["on_hand"],
            is_stocked=row["is_stocked"],
            is_archived=row["archived_on"] is not None,
            version=row["version"],
        )

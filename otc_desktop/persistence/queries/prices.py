"""Lists of price lists, of their prices, and of prices agreed with customers."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, func, or_, select

from otc_desktop.application.catalogue.queries import AgreedPriceRow, ListPriceRow, PriceListRow
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, ProductId
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.prices import agreed_price, list_price, price_list


class PriceLists(PagedQuery[PriceListRow]):
    """Price lists by code. Search: the beginning of a code."""

    sorts: ClassVar[Sorts] = {"code": price_list.c.code}
    default_sort = "code"
    tie = price_list.c.id

    def rows_query(self) -> Select[Any]:
        """Lists with how much they are used."""
        prices = (
            select(func.count())
            .where(list_price.c.list_id == price_list.c.id)
            .correlate(price_list)
            .scalar_subquery()
        )
        buyers = (
            select(func.count())
            .select_from(customer)
            .where(customer.c.price_list == price_list.c.code, customer.c.archived_on.is_(None))
            .correlate(price_list)
            .scalar_subquery()
        )
        return select(price_list, prices.label("prices"), buyers.label("customers"))

    def counted(self) -> FromClause:
        """Price lists."""
        return price_list

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of a code, as typed or in capitals."""
        return [
            starts_with(price_list.c.code, search.text),
            starts_with(price_list.c.code, search.text.upper()),
        ]

    def row(self, row: RowMapping) -> PriceListRow:
        """A price list."""
        return PriceListRow(
            id=row["id"],
            code=row["code"],
            name=row["name"],
            currency=Currency(row["currency"]),
            prices=row["prices"],
            customers=row["customers"],
            version=row["version"],
        )


class ListPrices(PagedQuery[ListPriceRow]):
    """Prices of lists by product and quantity. Search: the product."""

    sorts: ClassVar[Sorts] = {"product": product.c.code}
    default_sort = "product"
    tie = list_price.c.id

    def rows_query(self) -> Select[Any]:
        """Prices with their list and product."""
        return (
            select(
                list_price,
                price_list.c.code.label("list_code"),
                price_list.c.currency,
                product.c.code.label("product_code"),
                product.c.name.label("product_name"),
                product.c.price.label("usual_price"),
            )
            .join(price_list, price_list.c.id == list_price.c.list_id)
            .join(product, product.c.id == list_price.c.product_id)
        )

    def counted(self) -> FromClause:
        """Prices with their product."""
        return list_price.join(product, product.c.id == list_price.c.product_id)

    def order(self, request: PageRequest) -> list[ColumnElement[Any]]:
        """Tiers of one product stand together, the smallest quantity first."""
        key, *rest = super().order(request)
        return [key, list_price.c.min_quantity, *rest]

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """`list_id` shows one list."""
        if request.filters.get("list_id") is None:
            return []
        return [list_price.c.list_id == request.filters["list_id"]]

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """Products by code or name."""
        found = select(product.c.id).where(
            or_(
                starts_with(product.c.code, search.text),
                starts_with(product.c.code, search.text.upper()),
                product.c.id.in_(things(search.asked, FoundKind.PRODUCT)),
            )
        )
        return [list_price.c.product_id.in_(found)]

    def row(self, row: RowMapping) -> ListPriceRow:
        """A price."""
        return ListPriceRow(
            id=row["id"],
            list_code=row["list_code"],
            currency=Currency(row["currency"]),
            product_id=ProductId(row["product_id"]),
            product_code=row["product_code"],
            product_name=row["product_name"],
            price=row["price"],
            usual_price=row["usual_price"],
            min_quantity=row["min_quantity"],
            valid_from=row["valid_from"],
            valid_until=row["valid_until"],
        )


class AgreedPrices(PagedQuery[AgreedPriceRow]):
    """Prices agreed with customers. Search: the customer, or the product."""

    sorts: ClassVar[Sorts] = {"customer": customer.c.name_folded}
    default_sort = "customer"
    tie = agreed_price.c.id

    def rows_query(self) -> Select[Any]:
        """Agreements with customer and product."""
        return (
            select(
                agreed_price,
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
                product.c.code.label("product_code"),
                product.c.name.label("product_name"),
            )
            .join(customer, customer.c.id == agreed_price.c.customer_id)
            .outerjoin(product, product.c.id == agreed_price.c.product_id)
        )

    def counted(self) -> FromClause:
        """Agreements with their customer."""
        return agreed_price.join(customer, customer.c.id == agreed_price.c.customer_id)

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """`customer_id` shows one customer's; `state` is `now`, `past` or `future`."""
        found = []
        if request.filters.get("customer_id") is not None:
            found.append(agreed_price.c.customer_id == request.filters["customer_id"])
        today = self._today()
        first, last = agreed_price.c.valid_from, agreed_price.c.valid_until
        state = request.filters.get("state")
        if state == "now":
            found += [or_(first.is_(None), first <= today), or_(last.is_(None), last >= today)]
        elif state == "past":
            found.append(last < today)
        elif state == "future":
            found.append(first > today)
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The customer by name or code, the product by code or name, the family."""
        by_code = select(customer.c.id).where(starts_with(customer.c.code, search.text.upper()))
        products = select(product.c.id).where(
            or_(
                starts_with(product.c.code, search.text),
                starts_with(product.c.code, search.text.upper()),
                product.c.id.in_(things(search.asked, FoundKind.PRODUCT)),
            )
        )
        return [
            agreed_price.c.customer_id.in_(customers_named(search)),
            agreed_price.c.customer_id.in_(by_code),
            agreed_price.c.product_id.in_(products),
        ]

    def row(self, row: RowMapping) -> AgreedPriceRow:
        """An agreement."""
        return AgreedPriceRow(
            id=row["id"],
            customer_id=CustomerId(row["customer_id"]),
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            product_code=row["product_code"] or "",
            product_name=row["product_name"] or "",
            family=row["family"],
            price=row["price"],
            discount_percent=row["discount_percent"],
            min_quantity=row["min_quantity"],
            valid_from=row["valid_from"],
            valid_until=row["valid_until"],
            reference=row["reference"],
        )

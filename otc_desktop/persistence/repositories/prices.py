"""Price lists and agreed prices of a database."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, delete, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.catalogue.price_list import AgreedPrice, ListPrice, PriceList, Validity
from otc_desktop.domain.catalogue.pricing import Condition, PriceSource, Scope
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, ProductId
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.customers import customer as customer_table
from otc_desktop.persistence.tables.prices import agreed_price, list_price, price_list


class SqlPriceRepository:
    """Prices of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find_list(self, code: str) -> PriceList | None:
        """A list by its code."""
        return self.lists_by_codes([code]).get(code)

    def lists_by_codes(self, codes: Collection[str]) -> Mapping[str, PriceList]:
        """Those that exist, by code."""
        query = select(price_list).where(price_list.c.code.in_(set(codes)))
        return {row["code"]: _list_of(row) for row in self._session.rows(query)}

    def add_list(self, price_list_: PriceList) -> None:
        """A new list."""
        self._session.insert(
            price_list, {"id": price_list_.id, "version": 1, **_list_values(price_list_)}
        )
        self._session.topics.add(Topic.CATALOGUE)

    def save_list(self, price_list_: PriceList) -> None:
        """A changed list."""
        self._session.update_versioned(
            price_list, price_list_.id, price_list_.version, _list_values(price_list_)
        )
        self._session.topics.add(Topic.CATALOGUE)

    def prices_of(self, list_id: UUID) -> Sequence[ListPrice]:
        """All prices of a list, by product and quantity."""
        query = (
            select(list_price)
            .where(list_price.c.list_id == list_id)
            .order_by(list_price.c.product_id, list_price.c.min_quantity)
        )
        return [_list_price_of(row) for row in self._session.rows(query)]

    def replace_prices(
        self, list_id: UUID, product_ids: Collection[ProductId], prices: Sequence[ListPrice]
    ) -> None:
        """New prices of these products in a list, in place of all they had."""
        for some in in_chunks(product_ids):
            self._session.connection.execute(
                delete(list_price).where(
                    (list_price.c.list_id == list_id) & list_price.c.product_id.in_(some)
                )
            )
        self._session.insert_many(list_price, [_list_price_values(each) for each in prices])
        self._session.topics.add(Topic.CATALOGUE)

    def agreed_with(self, customer_ids: Collection[CustomerId]) -> Sequence[AgreedPrice]:
        """What was agreed with these customers."""
        return [
            _agreed_of(row)
            for some in in_chunks(customer_ids)
            for row in self._session.rows(
                select(agreed_price)
                .where(agreed_price.c.customer_id.in_(some))
                .order_by(agreed_price.c.id)
            )
        ]

    def get_agreed(self, price_id: UUID) -> AgreedPrice:
        """One agreement."""
        row = self._session.by_id(agreed_price, price_id)
        if row is None:
            raise NotFoundError("prices.not_found", id=str(price_id))
        return _agreed_of(row)

    def add_agreed(self, prices: Sequence[AgreedPrice]) -> None:
        """New agreements."""
        self._session.insert_many(
            agreed_price, [{"id": each.id, "version": 1, **_agreed_values(each)} for each in prices]
        )
        self._session.topics.update({Topic.CATALOGUE, Topic.CUSTOMERS})

    def save_agreed(self, price: AgreedPrice) -> None:
        """A changed agreement."""
        self._session.update_versioned(agreed_price, price.id, price.version, _agreed_values(price))
        self._session.topics.update({Topic.CATALOGUE, Topic.CUSTOMERS})

    def conditions(
        self, customer: Customer | None, products: Collection[Product]
    ) -> Mapping[ProductId, Sequence[Condition]]:
        """All that may price each product for a customer, by three queries at most."""
        found: dict[ProductId, list[Condition]] = defaultdict(list)
        for product in products:
            found[product.id].append(
                Condition(source=PriceSource.CATALOGUE, price=product.price, currency=EUR)
            )
        if customer is None or not products:
            return found
        head = self._head(customer)
        for row in self._list_rows(customer, head, products):
            found[row["product_id"]].append(
                Condition(
                    source=PriceSource.LIST,
                    price=row["price"],
                    currency=Currency(row["currency"]),
                    min_quantity=row["min_quantity"],
                    validity=_validity(row),
                    label=row["name"],
                )
            )
        for row in self._agreed_rows(customer, head):
            for product in products:
                if _is_about(row, product):
                    found[product.id].append(_agreed_condition(row, customer))
        return found

    def _head(self, customer: Customer) -> RowMapping | None:
        return (
            None
            if customer.parent_id is None
            else self._session.by_id(customer_table, customer.parent_id)
        )

    def _list_rows(
        self, customer: Customer, head: RowMapping | None, products: Collection[Product]
    ) -> Sequence[RowMapping]:
        """Prices of the customer's list, or of its group's where it has none of its own."""
        code = customer.price_list or ("" if head is None else head["price_list"])
        if not code:
            return []
        query = (
            select(list_price, price_list.c.currency, price_list.c.name)
            .join(price_list, price_list.c.id == list_price.c.list_id)
            .where(
                (price_list.c.code == code)
                & list_price.c.product_id.in_([product.id for product in products])
            )
        )
        return self._session.rows(query)

    def _agreed_rows(self, customer: Customer, head: RowMapping | None) -> Sequence[RowMapping]:
        whose = [customer.id] if head is None else [customer.id, head["id"]]
        return self._session.rows(select(agreed_price).where(agreed_price.c.customer_id.in_(whose)))


def _is_about(row: RowMapping, product: Product) -> bool:
    if row["product_id"] is not None:
        return bool(row["product_id"] == product.id)
    return not row["family"] or row["family"] == product.family


def _agreed_condition(row: RowMapping, customer: Customer) -> Condition:
    if row["product_id"] is not None:
        scope = Scope.PRODUCT
    else:
        scope = Scope.FAMILY if row["family"] else Scope.ALL
    own = row["customer_id"] == customer.id
    return Condition(
        source=PriceSource.AGREED if own else PriceSource.GROUP,
        price=row["price"],
        discount_percent=row["discount_percent"],
        currency=EUR,
        min_quantity=row["min_quantity"],
        validity=_validity(row),
        scope=scope,
        label=row["reference"],
    )


def _validity(row: RowMapping) -> Validity:
    return Validity(first=row["valid_from"], last=row["valid_until"])


def _list_of(row: RowMapping) -> PriceList:
    return PriceList(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        currency=Currency(row["currency"]),
        version=row["version"],
    )


def _list_values(each: PriceList) -> dict[str, Any]:
    return {"code": each.code, "name": each.name, "currency": each.currency.code}


def _list_price_of(row: RowMapping) -> ListPrice:
    return ListPrice(
        id=row["id"],
        list_id=row["list_id"],
        product_id=ProductId(row["product_id"]),
        price=row["price"],
        min_quantity=row["min_quantity"],
        validity=_validity(row),
    )


def _list_price_values(each: ListPrice) -> dict[str, Any]:
    return {
        "id": each.id,
        "list_id": each.list_id,
        "product_id": each.product_id,
        "price": each.price,
        "min_quantity": each.min_quantity,
        "valid_from": each.validity.first,
        "valid_until": each.validity.last,
    }


def _agreed_of(row: RowMapping) -> AgreedPrice:
    return AgreedPrice(
        id=row["id"],
        customer_id=CustomerId(row["customer_id"]),
        product_id=None if row["product_id"] is None else ProductId(row["product_id"]),
        family=row["family"],
        price=row["price"],
        discount_percent=row["discount_percent"],
        min_quantity=row["min_quantity"],
        validity=_validity(row),
        reference=row["reference"],
        version=row["version"],
    )


def _agreed_values(each: AgreedPrice) -> dict[str, Any]:
    return {
        "customer_id": each.customer_id,
        "product_id": each.product_id,
        "family": each.family,
        "price": each.price,
        "discount_percent": each.discount_percent,
        "min_quantity": each.min_quantity,
        "valid_from": each.validity.first,
        "valid_until": each.validity.last,
        "reference": each.reference,
    }

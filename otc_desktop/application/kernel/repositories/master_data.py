"""Company, numbers, customers, products, stock, as use cases load and save them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from otc_desktop.application.kernel.repositories.customer_book import CustomerBook
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.own_texts import OwnText, OwnTexts
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.ids import (
    CustomerId,
)
from otc_desktop.domain.shared.paper_look import PaperLook


class CompanyRepository(Protocol):
    """The company and its settings."""

    def get(self) -> Company:
        """The company; NotFoundError `company.not_initialised` before `init`."""

    def find(self) -> Company | None:
        """The company, or None before `init`."""

    def save(self, company: Company) -> None:
        """Create or replace it."""


class NumberSeries(Protocol):
    """Continuous numbers. `take` locks the series until the transaction ends."""

    def take(self, series: str, period: str, day: date) -> int:
        """The next number; RuleError `invoicing.date_goes_back` when a later date was used."""

    def last_day(self, series: str, period: str) -> date | None:
        """The date of the last number taken, None before the first."""


class PaperLookRepository(Protocol):
    """How the company's documents look."""

    def get(self) -> PaperLook:
        """The company's look, or the house's while it chose none."""

    def save(self, look: PaperLook) -> None:
        """A changed look.

        Raises:
            ConflictError: `database.changed_meanwhile`.
        """


class OwnTextRepository(Protocol):
    """Legal sentences in the company's own words."""

    def get(self) -> OwnTexts:
        """All of them."""

    def save(self, text: OwnText, new_id: UUID) -> None:
        """A new sentence (version 0), or another wording of one that begins on the same day.

        Raises:
            ConflictError: `database.changed_meanwhile`.
        """


class CustomerRepository(CustomerBook, Protocol):
    """Customer files."""

    def get(self, customer_id: CustomerId) -> Customer:
        """By id."""

    def find_by_code(self, code: str) -> Customer | None:
        """By the code people use; that of a merged file means the one it went into."""

    def find_file(self, code: str) -> Customer | None:
        """The file of that very code, merged or not."""

    def by_codes(self, codes: Collection[str]) -> Mapping[str, Customer]:
        """Those that exist, by code; that of a merged file means the one it went into."""

    def by_sirens(self, sirens: Collection[str]) -> Sequence[Customer]:
        """Those whose SIREN is one of these."""

    def by_names(self, names: Collection[str]) -> Sequence[Customer]:
        """Those with one of these names, compared folded."""

    def add_many(self, customers: Sequence[Customer]) -> None:
        """New files."""

    def save(self, customer: Customer) -> None:
        """A changed file."""

    def payers(self) -> Iterable[tuple[CustomerId, str, str]]:
        """Id, name and IBAN of every customer, for recognising who paid."""


class ProductRepository(Protocol):
    """Products and services."""

    def find_by_code(self, code: str) -> Product | None:
        """By the code people use."""

    def by_codes(self, codes: Collection[str]) -> Mapping[str, Product]:
        """Those that exist, by code."""

    def sold(self) -> Sequence[Product]:
        """All that are not archived, by code."""

    def by_barcodes(self, barcodes: Collection[str]) -> Mapping[str, Product]:
        """Those that exist, by barcode."""

    def add_many(self, products: Sequence[Product]) -> None:
        """New products."""

    def save(self, product: Product) -> None:
        """A changed product."""

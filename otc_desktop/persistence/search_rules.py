"""What each kind of row is found by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, Table

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.domain.shared.search_words import (
    correctable,
    free_words,
    joined,
    name_words,
    number_words,
    once_each,
    plain_words,
)
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.customer_book import contact
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.quotes import quote
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.returns import sales_return
from otc_desktop.persistence.tables.sales import delivery, sales_order

Row = Mapping[str, Any] | RowMapping
_TITLE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class SearchRule:
    """Which columns of a table something is found by, and how their texts are taken apart.

    `code` and `title` name the columns that an exact hit or a beginning is looked for in;
    `numbers`, `names` and `texts` those whose words count; typos are forgiven in names and
    texts. Rows whose `gone` column is set are not found.
    """

    kind: FoundKind
    code: str = ""
    title: str = ""
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    gone: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that make the entry."""
        gone = (self.gone,) if self.gone else ()
        return (*self.numbers, *self.names, *self.texts, *gone)

    def entry(self, row: Row) -> dict[str, Any] | None:
        """The row's entry in the index, None where it is not to be found."""
        if self.gone and row[self.gone] is not None:
            return None
        words = once_each(
            word
            for take, columns in (
                (number_words, self.numbers),
                (name_words, self.names),
                (free_words, self.texts),
            )
            for word in _taken(take, columns, row)
        )
        return {
            "thing_id": row["id"],
            "kind": self.kind.value,
            "code": joined(row[self.code]) if self.code else "",
            "title": fold(row[self.title])[:_TITLE_LENGTH] if self.title else "",
            "words": " ".join((kind_word(self.kind), *words)),
        }

    def spelt_words(self, row: Row) -> set[str]:
        """The words of the row in which a typo is forgiven."""
        found = _taken(plain_words, (*self.names, *self.texts), row)
        return {word for word in found if correctable(word) and word.isalpha()}


def kind_word(kind: FoundKind) -> str:
    """The word that every entry of a kind begins with; nobody can type it."""
    return f"@{kind.value}"


def _taken(
    take: Callable[[str], Iterable[str]], columns: tuple[str, ...], row: Row
) -> Iterable[str]:
    for name in columns:
        # What is empty costs nothing, and most is.
        if row[name]:
            yield from take(row[name])


SEARCH_RULES: Mapping[Table, SearchRule] = {
    customer: SearchRule(
        FoundKind.CUSTOMER,
        code="code",
        title="name",
        numbers=("code", "former_codes", "siren", "siret", "vat_number", "postal_code", "phone"),
        names=("name", "city", "contact_name"),
        texts=("email",),
        gone="merged_into_id",
    ),
    contact: SearchRule(
        FoundKind.CONTACT,
        title="name",
        numbers=("phone", "mobile"),
        names=("name",),
        texts=("function", "email"),
    ),
    product: SearchRule(
        FoundKind.PRODUCT,
        code="code",
        title="name",
        numbers=("code", "barcode"),
        names=("name",),
    ),
    quote: SearchRule(FoundKind.QUOTE, code="number", numbers=("number", "reference")),
    sales_order: SearchRule(FoundKind.ORDER, code="number", numbers=("number", "purchase_order")),
    delivery: SearchRule(FoundKind.DELIVERY, code="number", numbers=("number", "tracking")),
    sales_return: SearchRule(FoundKind.RETURN, code="number", numbers=("number",)),
    open_item: SearchRule(FoundKind.INVOICE, code="number", numbers=("number", "purchase_order")),
    bank_transaction: SearchRule(
        FoundKind.BANK_LINE,
        numbers=("bank_reference",),
        texts=("counterparty", "label", "end_to_end_id", "structured_reference"),
    ),
    attachment: SearchRule(
        FoundKind.ATTACHMENT,
        title="file_name",
        names=("file_name",),
        texts=("note", "subject_number"),
        gone="removed_on",
    ),
}

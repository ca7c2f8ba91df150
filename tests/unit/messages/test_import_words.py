"""Every column that can be imported has a name that people read, in both languages."""

import pytest

from otc_desktop.adapters.platform.resources import resources_folder
from otc_desktop.application.catalogue.import_headers import KIND as PRODUCTS
from otc_desktop.application.customers.import_headers import KIND as CUSTOMERS
from otc_desktop.application.kernel.imports import ImportKind
from otc_desktop.application.receivables.import_headers import KIND as OPEN_ITEMS
from otc_desktop.application.stock.import_stock import KIND as STOCK
from otc_desktop.messages.catalogue import MessageCatalogue


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", [CUSTOMERS, PRODUCTS, OPEN_ITEMS, STOCK], ids=lambda k: k.name)
def test_every_column_has_its_word(kind: ImportKind, language: str) -> None:
    words = MessageCatalogue(resources_folder())

    unnamed = [
        column
        for column in kind.aliases
        if words.word("import_field", column, language) == column and "_" in column
    ]
    assert unnamed == []


@pytest.mark.parametrize("kind", [CUSTOMERS, PRODUCTS, OPEN_ITEMS, STOCK], ids=lambda k: k.name)
def test_required_columns_and_kinds_of_cells_are_of_known_columns(kind: ImportKind) -> None:
    assert {kind.key, *kind.required, *kind.cells} <= set(kind.aliases)

"""The imports the program knows, as the assistant needs them."""

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.catalogue.import_agreed_prices import KIND as AGREED_PRICES
from otc_desktop.application.catalogue.import_agreed_prices import (
    ImportAgreedPrices,
    import_agreed_prices,
)
from otc_desktop.application.catalogue.import_headers import KIND as PRODUCTS
from otc_desktop.application.catalogue.import_price_lists import KIND as PRICE_LISTS
from otc_desktop.application.catalogue.import_price_lists import (
    ImportPriceLists,
    import_price_lists,
)
from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.customers.import_headers import KIND as CUSTOMERS
from otc_desktop.application.kernel.imports import ImportResult
from otc_desktop.application.receivables.import_fec import FecTakeOver, ImportFec, import_fec
from otc_desktop.application.receivables.import_headers import KIND as OPEN_ITEMS
from otc_desktop.application.receivables.import_open_items import (
    ImportOpenItems,
    import_open_items,
)
from otc_desktop.application.stock.import_stock import KIND as STOCK
from otc_desktop.application.stock.import_stock import ImportStock, import_stock
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.widgets.import_assistant.job import ImportJob

_MOST_NAMED = 5


def tables() -> str:
    """The name filter of files with tables."""
    return QCoreApplication.translate(
        "ImportJobs", "Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)"
    )


def customers_job() -> ImportJob:
    """Customer files."""
    return ImportJob(
        title=QCoreApplication.translate("ImportJobs", "Import customers"),
        files=tables(),
        kind=CUSTOMERS,
        use_case=import_customers,
        command=ImportCustomers,
    )


def products_job() -> ImportJob:
    """The catalogue."""
    return ImportJob(
        title=QCoreApplication.translate("ImportJobs", "Import products"),
        files=tables(),
        kind=PRODUCTS,
        use_case=import_products,
        command=ImportProducts,
    )


def open_items_job() -> ImportJob:
    """What customers owe by invoices of another program."""
    return ImportJob(
        title=QCoreApplication.translate("ImportJobs", "Take over open invoices"),
        files=tables(),
        kind=OPEN_ITEMS,
        use_case=import_open_items,
        command=ImportOpenItems,
    )


def stock_job() -> ImportJob:
    """Counted quantities."""
    return ImportJob(
        title=QCoreApplication.translate("ImportJobs", "Import counted stock"),
        files=tables(),
        kind=STOCK,
        use_case=import_stock,
        command=ImportStock,
    )


def price_lists_job() -> ImportJob:
    """Prices of lists."""
    return ImportJob(
        title=QCoreApplication.translate("ImportJobs", "Import price lists"),
        files=tables(),
        kind=PRICE_LISTS,
        use_case=import_price_lists,
        command=ImportPriceLists,
    )


def agreed_prices_job() -> ImportJob:
    """Prices agreed with customers."""
    return ImportJob(
        title=QCoreApplication.translate("ImportJobs", "Import agreed prices"),
        files=tables(),
        kind=AGREED_PRICES,
        use_case=import_agreed_prices,
        command=ImportAgreedPrices,
    )


def fec_job(formats: Formats) -> ImportJob:
    """Customers and what they owe, from the ledger of another program."""

    def facts(result: ImportResult) -> list[str]:
        return _proof(result, formats) if isinstance(result, FecTakeOver) else []

    return ImportJob(
        title=QCoreApplication.translate("ImportJobs", "Take over a ledger (FEC)"),
        files=QCoreApplication.translate(
            "ImportJobs", "Accounting entries (*.txt *.csv);;All files (*)"
        ),
        kind=None,
        use_case=import_fec,
        command=ImportFec,
        facts=facts,
    )


def _proof(result: FecTakeOver, formats: Formats) -> list[str]:
    wrong = [each for each in result.proof if each.difference]
    lines = [
        QCoreApplication.translate(
            "ImportJobs",
            "{lines} lines, debit and credit {total}. Documents taken: {items};"
            " here before: {known}.",
        ).format(
            lines=formats.number(result.lines),
            total=formats.money(result.debit),
            items=formats.number(result.open_items),
            known=formats.number(result.known_items),
        )
    ]
    if not wrong:
        lines.append(
            QCoreApplication.translate(
                "ImportJobs", "✓ Every customer's balance equals the ledger's ({count} accounts)."
            ).format(count=formats.number(len(result.proof)))
        )
    lines += [
        QCoreApplication.translate(
            "ImportJobs", "✕ {account}: {ledger} in the ledger, {taken} here."
        ).format(
            account=each.account,
            ledger=formats.money(each.ledger),
            taken=formats.money(each.taken),
        )
        for each in wrong[:_MOST_NAMED]
    ]
    return lines

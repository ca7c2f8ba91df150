"""The main line by use cases, in a few words, for tests that are about something else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy.engine import make_url

from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.company.init_company import InitCompany, init_company
from otc_desktop.application.customers.import_customers import (
    ImportCustomers,
    import_customers,
)
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.issue_invoice import (
    IssuedInvoice,
    IssueInvoice,
    issue_invoice,
)
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.shared.ids import InvoiceId
from tests.support.company_files import write_company, write_customers, write_products
from tests.support.databases import new_sqlite_file


def house_on(url: str, day: date) -> House:
    """The program around a database, on a business date."""
    return open_house(database_url=url, today=day, user="test")


def set_up(
    url: str, folder: Path, day: date, *, smtp_port: int = 2525, vat_regime: str = "debits"
) -> House:
    """The small company, its customers and products, in a database that holds no row yet."""
    file = make_url(url)
    if file.drivername == "sqlite" and file.database and not Path(file.database).exists():
        new_sqlite_file(Path(file.database))
    house = house_on(url, day)
    run = house.use_cases.run
    company = write_company(folder, smtp_port=smtp_port, vat_regime=vat_regime)
    run(init_company, InitCompany(path=company))
    run(import_customers, ImportCustomers(path=write_customers(folder)))
    run(import_products, ImportProducts(path=write_products(folder)))
    return house


def draft(house: House, *, customer: str = "C0001", price: str = "100.00") -> InvoiceId:
    """A draft of one line at 20 %."""
    line = LineInput(description="Lampe", unit_price=Decimal(price), vat_rate=Decimal(20))
    return house.use_cases.run(create_invoice, CreateInvoice(customer=customer, lines=(line,))).id


def issue(house: House, *, customer: str = "C0001", price: str = "100.00") -> IssuedInvoice:
    """An issued invoice of one line at 20 %."""
    invoice_id = draft(house, customer=customer, price=price)
    return house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=invoice_id))

"""Things named by the user, found or refused."""

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import refuse_unless_sellable
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError, RuleError


def customer_by_code(uow: UnitOfWork, code: str) -> Customer:
    """The customer of that code.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    customer = uow.customers.find_by_code(code)
    if customer is None:
        raise NotFoundError("customers.unknown_code", where="customer", code=code)
    return customer


def customer_to_sell_to(uow: UnitOfWork, code: str) -> Customer:
    """The customer of that code, if a quote, order or invoice may be made for it.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
    """
    customer = customer_by_code(uow, code)
    refuse_unless_sellable(customer)
    return customer


def document_currency(code: str, company: Company) -> Currency:
    """The currency of a new document, the company's own where none is named.

    Raises:
        RuleError: `ledger.foreign_currency`: entries are kept in the company's currency,
            and exchange rates are not kept yet.
    """
    if code and code != company.currency.code:
        raise RuleError("ledger.foreign_currency", where="currency", currency=code)
    return company.currency

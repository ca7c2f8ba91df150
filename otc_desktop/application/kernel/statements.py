"""A customer's statement of account, drawn as it stands in the caller's transaction."""

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.receivables.account_statement import AccountStatement, account_statement


def drawn_statement(
    uow: UnitOfWork, ctx: Context, customer: Customer
) -> tuple[AccountStatement, bytes]:
    """What is open of the customer now, and its PDF in the customer's language."""
    items = uow.open_items.open_of(customer.id)
    statement = account_statement(customer, uow.company.get(), items, ctx.today)
    return statement, ctx.ports.renderer.statement_pdf(statement, uow.paper_look.get())

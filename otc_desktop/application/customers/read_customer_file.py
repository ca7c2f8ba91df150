"""A customer's whole file: people, places, group, who receives what, and what is missing."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.address_book import CustomerAddress
from otc_desktop.domain.customers.contact import Contact
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import file_findings
from otc_desktop.domain.customers.recipients import Purpose, Recipients, recipients
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCustomerFile:
    """Ask for a customer's file, by id or by code."""

    customer_id: CustomerId | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFile:
    """The file: `head` is that of its group, `findings` what it lacks as an active one."""

    customer: Customer
    contacts: tuple[Contact, ...]
    addresses: tuple[CustomerAddress, ...]
    head: Customer | None
    recipients: tuple[Recipients, ...]
    findings: tuple[Finding, ...]


@use_case(permission=Permission.READ)
def read_customer_file(command: ReadCustomerFile, ctx: Context, task: Task) -> CustomerFile:
    """The file as it stands, with the rule of recipients worked out.

    Raises:
        NotFoundError: `customers.not_found`, `customers.unknown_code`.
    """
    with ctx.snapshot() as uow:
        if command.customer_id is None:
            customer = customer_by_code(uow, command.code)
        else:
            customer = uow.customers.get(command.customer_id)
        contacts = tuple(uow.customers.contacts_of(customer.id))
        addresses = tuple(uow.customers.addresses_of(customer.id))
        head = None if customer.parent_id is None else uow.customers.get(customer.parent_id)
    return CustomerFile(
        customer=customer,
        contacts=contacts,
        addresses=addresses,
        head=head,
        recipients=tuple(recipients(customer, contacts, purpose) for purpose in Purpose),
        findings=tuple(file_findings(customer, contacts, addresses)),
    )

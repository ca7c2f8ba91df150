"""`otc customer show`, its states, and `otc contact`."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from otc_desktop.application.customers.archive_customer import ArchiveCustomer, archive_customer
from otc_desktop.application.customers.block_customer import BlockCustomer, block_customer
from otc_desktop.application.customers.read_customer_file import (
    CustomerFile,
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.customers.remove_contact import RemoveContact, remove_contact
from otc_desktop.application.customers.restore_customer import RestoreCustomer, restore_customer
from otc_desktop.application.customers.save_contact import SaveContact, save_contact
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.customers.send_back_customer import (
    SendBackCustomer,
    send_back_customer,
)
from otc_desktop.application.customers.submit_customer import SubmitCustomer, submit_customer
from otc_desktop.application.customers.unblock_customer import UnblockCustomer, unblock_customer
from otc_desktop.application.customers.validate_customer import (
    ValidateCustomer,
    validate_customer,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.customer_statement import (
    DrawStatement,
    SendStatement,
    draw_statement,
    send_statement,
)
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, findings_json
from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import ContactId

# Whoever is not kept yet: only the defaults of a contact are read from it.
_NOBODY = UUID(int=0)
_Move = Callable[[House, Customer, str], Customer]


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """A file: who, in which state, what it lacks, who receives what."""
    return _file_json(house, _file(house, options.code))


def sending(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Change what is given of how documents are mailed to a customer, then show it."""
    customer = _file(house, options.code).customer
    given = {"send_at_issue": options.rule, "mail_xml": options.xml}
    fields = {name: text for name, text in given.items() if text is not None}
    if fields:
        command = SaveCustomer(fields=fields, customer_id=customer.id, version=customer.version)
        customer = house.use_cases.run(save_customer, command, task)
    return {
        "code": customer.code,
        "send_at_issue": customer.send_at_issue.value,
        "mail_xml": customer.mail_xml.value,
    }


def statement(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What is open: told, written, queued."""
    drawing = DrawStatement(customer=options.code, path=options.out)
    drawn = house.use_cases.run(draw_statement, drawing, task)
    if options.send:
        sending = SendStatement(customer=options.code, again=options.again)
        drawn = house.use_cases.run(send_statement, sending, task)
    told = drawn.statement
    return {
        "customer": told.customer.code,
        "on": told.on,
        "documents": [
            {
                "number": line.number,
                "kind": line.kind,
                "issue_date": line.issued_on,
                "due_date": line.due_on,
                "total_incl_tax": amount(line.total),
                "open_amount": amount(line.open),
                "days_late": line.days_late,
            }
            for line in told.lines
        ],
        "balances": [
            {
                "currency": each.code,
                "balance": amount(told.balance(each)),
                "overdue": amount(told.overdue(each)),
            }
            for each in told.currencies
        ],
        "queued": options.send,
        "file": None if options.out is None else str(options.out),
    }


def move(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Move a file to another state."""
    customer = _file(house, options.code).customer
    _MOVES[options.move](house, customer, getattr(options, "reason", ""))
    return _file_json(house, _file(house, options.code))


def contacts(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The people of a customer."""
    file = _file(house, options.customer)
    return {
        "customer": options.customer,
        "contacts": [_contact_json(each) for each in file.contacts],
    }


def keep_contact(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Add a person to a file, or change the one of that name."""
    file = _file(house, options.customer)
    before = _named(file, options.name)
    kept = before or Contact(id=ContactId(_NOBODY), customer_id=file.customer.id, name=options.name)
    saved = house.use_cases.run(
        save_contact,
        SaveContact(
            customer_id=file.customer.id,
            name=options.name,
            function=kept.function if options.function is None else options.function,
            email=kept.email if options.email is None else options.email,
            phone=kept.phone if options.phone is None else options.phone,
            mobile=kept.mobile,
            language="" if before is None else kept.language,
            roles=kept.roles if options.role is None else frozenset(map(ContactRole, options.role)),
            contact_id=None if before is None else before.id,
            version=kept.version,
        ),
        task,
    )
    return _contact_json(saved)


def drop_contact(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take a person off a file."""
    contact = _named(_file(house, options.customer), options.name)
    if contact is None:
        raise NotFoundError("customers.contact_not_found", name=options.name)
    command = RemoveContact(contact_id=contact.id, version=contact.version)
    house.use_cases.run(remove_contact, command, task)
    return {"customer": options.customer, "removed": contact.name}


def _file(house: House, code: str) -> CustomerFile:
    return house.use_cases.run(read_customer_file, ReadCustomerFile(code=code))


def _file_json(house: House, file: CustomerFile) -> dict[str, Any]:
    customer = file.customer
    return {
        "code": customer.code,
        "name": customer.name,
        "kind": customer.kind.value,
        "status": customer.status.value,
        "archived_on": customer.archived_on,
        "siren": customer.siren,
        "vat_number": customer.vat_number,
        "city": customer.address.city,
        "group": None if file.head is None else file.head.code,
        "contacts": [_contact_json(each) for each in file.contacts],
        "recipients": {
            each.purpose.value: {
                "emails": [addressee.email for addressee in each.addressees],
                "reason": each.reason,
            }
            for each in file.recipients
        },
        "missing": findings_json(file.findings, house.messages),
    }


def _contact_json(contact: Contact) -> dict[str, Any]:
    return {
        "name": contact.name,
        "function": contact.function,
        "email": contact.email,
        "phone": contact.phone or contact.mobile,
        "roles": sorted(role.value for role in contact.roles),
    }


def _named(file: CustomerFile, name: str) -> Contact | None:
    wanted = name.strip().casefold()
    return next((each for each in file.contacts if each.name.casefold() == wanted), None)


def _submit(house: House, customer: Customer, _reason: str) -> Customer:
    command = SubmitCustomer(customer_id=customer.id, version=customer.version)
    return house.use_cases.run(submit_customer, command)


def _validate(house: House, customer: Customer, _reason: str) -> Customer:
    command = ValidateCustomer(customer_id=customer.id, version=customer.version)
    return house.use_cases.run(validate_customer, command)


def _send_back(house: House, customer: Customer, reason: str) -> Customer:
    command = SendBackCustomer(customer_id=customer.id, version=customer.version, reason=reason)
    return house.use_cases.run(send_back_customer, command)


def _block(house: House, customer: Customer, reason: str) -> Customer:
    command = BlockCustomer(customer_id=customer.id, version=customer.version, reason=reason)
    return house.use_cases.run(block_customer, command)


def _unblock(house: House, customer: Customer, _reason: str) -> Customer:
    command = UnblockCustomer(customer_id=customer.id, version=customer.version)
    return house.use_cases.run(unblock_customer, command)


def _archive(house: House, customer: Customer, _reason: str) -> Customer:
    command = ArchiveCustomer(customer_id=customer.id, version=customer.version)
    return house.use_cases.run(archive_customer, command)


def _restore(house: House, customer: Customer, _reason: str) -> Customer:
    command = RestoreCustomer(customer_id=customer.id, version=customer.version)
    return house.use_cases.run(restore_customer, command)


_MOVES: dict[str, _Move] = {
    "submit": _submit,
    "validate": _validate,
    "send-back": _send_back,
    "block": _block,
    "unblock": _unblock,
    "archive": _archive,
    "restore": _restore,
}
MOVES = tuple(_MOVES)
NEEDS_REASON = ("send-back", "block")

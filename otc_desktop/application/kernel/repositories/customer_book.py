"""The people and places of customers, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from otc_desktop.domain.customers.address_book import CustomerAddress
from otc_desktop.domain.customers.contact import Contact
from otc_desktop.domain.customers.file_state import OpenBusiness
from otc_desktop.domain.shared.ids import AddressId, ContactId, CustomerId


class CustomerBook(Protocol):
    """Contacts and further addresses of customers, and what is unfinished with them."""

    def contacts_of(self, customer_id: CustomerId) -> Sequence[Contact]:
        """Everybody known there, by name."""

    def contacts_of_many(
        self, customer_ids: Collection[CustomerId]
    ) -> Mapping[CustomerId, Sequence[Contact]]:
        """Everybody known at each of these; a customer without any is missing."""

    def get_contact(self, contact_id: ContactId) -> Contact:
        """By id; NotFoundError `customers.contact_not_found`."""

    def add_contact(self, contact: Contact) -> None:
        """A new one."""

    def save_contact(self, contact: Contact) -> None:
        """A changed one."""

    def remove_contact(self, contact: Contact) -> None:
        """Take it off the file; the audit trail keeps what it was."""

    def addresses_of(self, customer_id: CustomerId) -> Sequence[CustomerAddress]:
        """The addresses beside the registered one, by kind and label."""

    def get_address(self, address_id: AddressId) -> CustomerAddress:
        """By id; NotFoundError `customers.address_not_found`."""

    def add_address(self, address: CustomerAddress) -> None:
        """A new one."""

    def save_address(self, address: CustomerAddress) -> None:
        """A changed one."""

    def remove_address(self, address: CustomerAddress) -> None:
        """Take it off the file; the audit trail keeps what it was."""

    def has_members(self, customer_id: CustomerId) -> bool:
        """Whether other customers name this one as the head of their group."""

    def open_business(self, customer_id: CustomerId) -> OpenBusiness:
        """What is not finished with a customer."""

"""What the pages of one customer's file ask of the program."""

from collections.abc import Callable

from otc_desktop.application.customers.archive_customer import ArchiveCustomer, archive_customer
from otc_desktop.application.customers.block_customer import BlockCustomer, block_customer
from otc_desktop.application.customers.read_customer_file import (
    CustomerFile,
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.customers.remove_address import RemoveAddress, remove_address
from otc_desktop.application.customers.remove_contact import RemoveContact, remove_contact
from otc_desktop.application.customers.restore_customer import RestoreCustomer, restore_customer
from otc_desktop.application.customers.save_address import SaveAddress, save_address
from otc_desktop.application.customers.save_contact import SaveContact, save_contact
from otc_desktop.application.customers.send_back_customer import (
    SendBackCustomer,
    send_back_customer,
)
from otc_desktop.application.customers.submit_customer import SubmitCustomer, submit_customer
from otc_desktop.application.customers.unblock_customer import UnblockCustomer, unblock_customer
from otc_desktop.application.customers.undo_merge import UndoMerge, UndoneMerge, undo_merge
from otc_desktop.application.customers.validate_customer import (
    ValidateCustomer,
    validate_customer,
)
from otc_desktop.domain.customers.address_book import CustomerAddress
from otc_desktop.domain.customers.contact import Contact
from otc_desktop.domain.customers.customer import Customer, CustomerStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tones import Tone

Done = Callable[[Customer], None]
Refused = Callable[[OtcError], None]

TONES = {
    CustomerStatus.DRAFT: Tone.NEUTRAL,
    CustomerStatus.TO_VALIDATE: Tone.INFO,
    CustomerStatus.ACTIVE: Tone.GOOD,
    CustomerStatus.BLOCKED: Tone.BAD,
}


class FilePresenter(Presenter):
    """The file as a whole: its state, people and places."""

    def load(
        self, customer_id: CustomerId, on_done: Callable[[CustomerFile], None], on_error: Refused
    ) -> None:
        """The whole file."""
        self.read(
            read_customer_file,
            ReadCustomerFile(customer_id=customer_id),
            on_done=on_done,
            on_error=on_error,
        )

    def state_of(self, customer: Customer, merged_into: str = "") -> tuple[Tone, str]:
        """The state in words, with the reason where there is one."""
        if merged_into:
            return Tone.NEUTRAL, self.tr("merged into {code}").format(code=merged_into)
        if customer.archived_on is not None:
            day = self.services.formats.date(customer.archived_on)
            return Tone.NEUTRAL, self.tr("archived on {day}").format(day=day)
        words = self.word("customer_status", customer.status.value)
        if customer.status_reason:
            words = self.tr("{state}: {reason}").format(state=words, reason=customer.status_reason)
        return TONES[customer.status], words

    def submit(self, customer: Customer, on_done: Done) -> None:
        """Hand the file to whoever validates."""
        command = SubmitCustomer(customer_id=customer.id, version=customer.version)
        self.write(submit_customer, command, on_done=on_done)

    def validate(self, customer: Customer, on_done: Done) -> None:
        """Accept the file."""
        command = ValidateCustomer(customer_id=customer.id, version=customer.version)
        self.write(validate_customer, command, on_done=on_done)

    def send_back(self, customer: Customer, reason: str, on_done: Done, on_error: Refused) -> None:
        """Return the file to its author."""
        command = SendBackCustomer(customer_id=customer.id, version=customer.version, reason=reason)
        self.write(send_back_customer, command, on_done=on_done, on_error=on_error)

    def block(self, customer: Customer, reason: str, on_done: Done, on_error: Refused) -> None:
        """Stop selling to the customer."""
        command = BlockCustomer(customer_id=customer.id, version=customer.version, reason=reason)
        self.write(block_customer, command, on_done=on_done, on_error=on_error)

    def unblock(self, customer: Customer, on_done: Done) -> None:
        """Sell to the customer again."""
        command = UnblockCustomer(customer_id=customer.id, version=customer.version)
        self.write(unblock_customer, command, on_done=on_done)

    def archive(self, customer: Customer, on_done: Done, on_error: Refused) -> None:
        """Put the file away."""
        command = ArchiveCustomer(customer_id=customer.id, version=customer.version)
        self.write(archive_customer, command, on_done=on_done, on_error=on_error)

    def restore(self, customer: Customer, on_done: Done) -> None:
        """Take the file back."""
        command = RestoreCustomer(customer_id=customer.id, version=customer.version)
        self.write(restore_customer, command, on_done=on_done)

    def undo_merge(
        self, keep: str, lose: str, on_done: Callable[[UndoneMerge], None], on_error: Refused
    ) -> None:
        """Make the file stand by itself again."""
        command = UndoMerge(keep=keep, lose=lose)
        self.write(undo_merge, command, on_done=on_done, on_error=on_error)

    def save_contact(
        self, command: SaveContact, on_done: Callable[[Contact], None], on_error: Refused
    ) -> None:
        """Keep a contact."""
        self.write(save_contact, command, on_done=on_done, on_error=on_error)

    def remove_contact(self, contact: Contact, on_done: Callable[[None], None]) -> None:
        """Take a contact off the file."""
        command = RemoveContact(contact_id=contact.id, version=contact.version)
        self.write(remove_contact, command, on_done=on_done)

    def save_address(
        self, command: SaveAddress, on_done: Callable[[CustomerAddress], None], on_error: Refused
    ) -> None:
        """Keep an address."""
        self.write(save_address, command, on_done=on_done, on_error=on_error)

    def remove_address(self, address: CustomerAddress, on_done: Callable[[None], None]) -> None:
        """Take an address off the file."""
        command = RemoveAddress(address_id=address.id, version=address.version)
        self.write(remove_address, command, on_done=on_done)

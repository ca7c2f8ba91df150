"""Keep a further address of a customer."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.book_events import AddressSaved
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.address_book import (
    AddressKind,
    CustomerAddress,
    check_site,
    no_longer_default,
)
from otc_desktop.domain.customers.identifiers import check_siret
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import AddressId, CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAddress:
    """Ask for an address to be kept; without `address_id` a new one is made."""

    customer_id: CustomerId
    label: str
    kind: AddressKind
    address: Address
    siret: str = ""
    service_code: str = ""
    is_default: bool = False
    address_id: AddressId | None = None
    version: int = 1


@use_case(permission=Permission.EDIT_CUSTOMERS)
def save_address(command: SaveAddress, ctx: Context, task: Task) -> CustomerAddress:
    """Keep an address; a new default one of its kind takes the place of the old.

    The first address of a kind is its default.

    Raises:
        NotFoundError: `customers.not_found`, `customers.address_not_found`.
        ConflictError: `database.changed_meanwhile`.
        RuleError: `customers.address_without_label`, `customers.address_incomplete`,
            `customers.bad_siret`, `customers.siret_of_other_siren`.
    """
    with ctx.unit_of_work() as uow:
        customer = uow.customers.get(command.customer_id)
        known = uow.customers.addresses_of(customer.id)
        before = next((each for each in known if each.id == command.address_id), None)
        if command.address_id is not None and before is None:
            raise NotFoundError("customers.address_not_found", id=str(command.address_id))
        others = [each for each in known if each.id != command.address_id]
        first = all(each.kind is not command.kind for each in others)
        kept = CustomerAddress(
            id=AddressId(ctx.new_id()) if before is None else before.id,
            customer_id=customer.id,
            label=command.label.strip(),
            kind=command.kind,
            address=command.address,
            siret=check_siret(command.siret, customer.siren) if command.siret.strip() else "",
            service_code=command.service_code.strip(),
            is_default=command.is_default or (first and before is None),
            version=1 if before is None else command.version,
        )
        check_site(kept, customer)
        if kept == before:
            return kept
        for other in no_longer_default(kept, others):
            uow.customers.save_address(other)
        if before is None:
            uow.customers.add_address(kept)
        else:
            uow.customers.save_address(kept)
        uow.record(
            AddressSaved(
                subject_id=kept.id,
                customer_id=customer.id,
                label=kept.label,
                author=ctx.user.name,
            )
        )
        version = kept.version if before is None else kept.version + 1
        return uow.commit(replace(kept, version=version))

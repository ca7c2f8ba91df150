"""The further addresses of a customer: where it is billed, delivered, and works."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.identifiers import check_siret
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AddressId, CustomerId


class AddressKind(StrEnum):
    """What happens at an address."""

    BILLING = "billing"
    DELIVERY = "delivery"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerAddress:
    """One address beside the registered one, which stands in the file itself.

    `siret` and `service_code` are those of the establishment; `is_default` marks the one
    that documents take by themselves, at most one of each kind.

    Raises:
        RuleError: `customers.address_without_label`, `customers.address_incomplete`,
            `customers.bad_siret`.
    """

    id: AddressId
    customer_id: CustomerId
    label: str
    kind: AddressKind
    address: Address
    siret: str = ""
    service_code: str = ""
    is_default: bool = False
    version: int = 1

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise RuleError("customers.address_without_label", where="label")
        if not self.address.line1.strip():
            raise RuleError("customers.address_incomplete", where="address")
        if not self.address.city.strip():
            raise RuleError("customers.address_incomplete", where="city")
        if self.siret:
            check_siret(self.siret)


def check_site(address: CustomerAddress, customer: Customer) -> None:
    """The establishment of an address belongs to the customer's company.

    Raises:
        RuleError: `customers.siret_of_other_siren`.
    """
    if address.siret:
        check_siret(address.siret, customer.siren)


def no_longer_default(
    kept: CustomerAddress, others: Iterable[CustomerAddress]
) -> tuple[CustomerAddress, ...]:
    """The other addresses of its kind that must give up being the default one."""
    if not kept.is_default:
        return ()
    return tuple(
        replace(each, is_default=False)
        for each in others
        if each.id != kept.id and each.kind is kept.kind and each.is_default
    )


def default_address(
    addresses: Iterable[CustomerAddress], kind: AddressKind
) -> CustomerAddress | None:
    """The address of a kind that documents take by themselves."""
    return next((each for each in addresses if each.kind is kind and each.is_default), None)

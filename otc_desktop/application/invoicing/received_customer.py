"""Whose e-invoice it is: the customer file behind a party of a received document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.duplicates import Traits
from otc_desktop.domain.invoicing.received import ReceivedInvoice
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.text import fold

_NOBODY = CustomerId(UUID(int=0))


@dataclass(frozen=True, slots=True)
class FoundCustomers:
    """Customer files that a party may be, and by what: `siren`, `vat_number`, `iban`, `name`."""

    customers: Sequence[Customer]
    by: str = ""

    @property
    def only(self) -> Customer | None:
        """The one it surely is."""
        return self.customers[0] if len(self.customers) == 1 else None


def find_customers(uow: UnitOfWork, invoice: ReceivedInvoice) -> FoundCustomers:
    """The customer files of the buyer, by the surest thing that tells one."""
    party = invoice.buyer
    wanted = {
        "siren": party.siren,
        "vat_number": _compact(party.vat_number),
        "iban": next((_compact(each.debited_iban) for each in invoice.payments), ""),
    }
    near = uow.duplicates.near(Traits(id=_NOBODY, code="", name=party.name, **wanted))
    for by, value in wanted.items():
        codes = {each.code for each in near if value and getattr(each, by) == value}
        if codes:
            return FoundCustomers(_listed(uow.customers.by_codes(codes).values()), by)
    named = uow.customers.by_names([fold(party.name)]) if party.name.strip() else []
    # Two companies may bear one name; their SIRENs tell them apart.
    alike = _listed(each for each in named if not _differ(each.siren, party.siren))
    return FoundCustomers(alike, "name" if alike else "")


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other


def _listed(customers: Iterable[Customer]) -> Sequence[Customer]:
    found = [each for each in customers if each.archived_on is None]
    return sorted(found, key=lambda each: each.code)


def _compact(text: str) -> str:
    return "".join(text.split()).upper()

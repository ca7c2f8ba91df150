"""Whether a file that is about to be made is here already."""

from collections.abc import Mapping, Sequence

from otc_desktop.application.kernel.repositories.customer_merges import ordered_pair
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.duplicates import (
    KnownTraits,
    Likeness,
    Traits,
    likely,
    mail_domain,
    phone_key,
    traits_of,
)
from otc_desktop.domain.shared.errors import ConfirmationRequired
from otc_desktop.domain.shared.findings import Finding, warning
from otc_desktop.domain.shared.ids import CustomerId

_SIREN_DIGITS = 9


def traits_of_texts(values: Mapping[str, str], customer_id: CustomerId) -> Traits:
    """What tells a file apart, from the texts of a form or row that nobody checked yet."""

    def plain(name: str) -> str:
        return "".join(values.get(name, "").split()).upper()

    siret = plain("siret")
    return Traits(
        id=customer_id,
        code=values.get("code", "").strip(),
        name=values.get("name", "").strip(),
        siren=plain("siren") or siret[:_SIREN_DIGITS],
        siret=siret,
        vat_number=plain("vat_number"),
        iban=plain("iban"),
        postal_code=values.get("postal_code", "").strip(),
        mail_domain=mail_domain(values.get("email", "")),
        phone=phone_key(values.get("phone", "")),
    )


def duplicates_of(uow: UnitOfWork, traits: Traits) -> Sequence[tuple[Traits, Likeness]]:
    """Known files that look like this one, but for those somebody told apart from it."""
    found = likely(traits, uow.duplicates.near(traits))
    apart = uow.duplicates.told_apart([traits.id])
    return [pair for pair in found if ordered_pair(pair[0].id, traits.id) not in apart]


def ask_before_doubling(uow: UnitOfWork, customer: Customer) -> None:
    """Stop a new file that surely is here already, until the user says that it is not.

    Raises:
        ConfirmationRequired: `customers.sure_duplicate`, with the file that is here.
    """
    for other, likeness in duplicates_of(uow, traits_of(customer)):
        if likeness.is_sure:
            raise ConfirmationRequired(
                "customers.sure_duplicate",
                where="name",
                code=other.code,
                name=other.name,
                reasons=likeness.codes,
            )


class RowDuplicates:
    """Which rows of a table look like customers that are here, or like another row.

    Args:
        uow: where the customers are; they are looked up in a few questions for all rows.
        rows: the texts of the rows.
        some_id: any id; the rows have none yet.
    """

    def __init__(
        self, uow: UnitOfWork, rows: Sequence[Mapping[str, str]], some_id: CustomerId
    ) -> None:
        self._known = KnownTraits(
            uow.duplicates.near_many([traits_of_texts(values, some_id) for values in rows])
        )

    def remarks(self, customer: Customer) -> tuple[Finding, ...]:
        """What a new customer looks like: the likeliest file, and why."""
        like = self._known.like(traits_of(customer))
        if not like:
            return ()
        other, likeness = like[0]
        return (
            warning(
                "customers.likely_duplicate",
                "name",
                code=other.code,
                name=other.name,
                reasons=likeness.codes,
            ),
        )

    def add(self, customer: Customer) -> None:
        """A row that was taken: later ones are compared with it."""
        self._known.add(traits_of(customer))

"""Two files of one customer become one: what may be merged, and what the kept file takes over."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.identifiers import check_vat_against_siren
from otc_desktop.domain.shared.company import NO_ADDRESS
from otc_desktop.domain.shared.errors import RuleError

# What a user can take from the other file, in the order of the form. The scheme of an
# e-invoicing address goes with the address.
MERGED_FIELDS = (
    "name kind siren siret vat_number legal_form naf rcs_city address contact_name email phone"
    " iban payment_terms payment_means credit_limit insured_limit price_list salesperson"
    " customer_group language dunning_plan purchase_order_required works_subcontracting"
    " invoice_grouping send_at_issue mail_xml einvoicing_address service_code engagement notes"
).split()
CREDIT_FIELDS = frozenset(("credit_limit", "insured_limit"))
# They always hold something: only the user can say which file is right.
_NEVER_EMPTY = frozenset(
    "name kind language dunning_plan purchase_order_required works_subcontracting"
    " invoice_grouping send_at_issue mail_xml".split()
)
_EMPTY = (None, "", (), NO_ADDRESS)


def refuse_unless_mergeable(keeper: Customer, loser: Customer) -> None:
    """Both files must stand by themselves.

    Raises:
        RuleError: `customers.merge_with_itself`, `customers.merged_already`,
            `customers.merge_into_archived`.
    """
    if keeper.id == loser.id:
        raise RuleError("customers.merge_with_itself", code=keeper.code)
    for each in (keeper, loser):
        if each.merged_into_id is not None:
            raise RuleError("customers.merged_already", code=each.code)
    if keeper.archived_on is not None:
        raise RuleError("customers.merge_into_archived", code=keeper.code)


def refuse_if_merged(customer: Customer) -> None:
    """A file that was merged into another is no longer worked on.

    Raises:
        RuleError: `customers.merged_already`.
    """
    if customer.merged_into_id is not None:
        raise RuleError("customers.merged_already", code=customer.code)


def fillable(keeper: Customer, loser: Customer) -> tuple[str, ...]:
    """The fields that are empty on the kept file and known on the other, and don't contradict."""
    found: list[str] = []
    for name in MERGED_FIELDS:
        if name in _NEVER_EMPTY or getattr(keeper, name) not in _EMPTY:
            continue
        if getattr(loser, name) in _EMPTY:
            continue
        try:
            taken_over(keeper, loser, (*found, name))
        except RuleError:
            continue
        found.append(name)
    return tuple(found)


def taken_over(keeper: Customer, loser: Customer, fields: Collection[str]) -> Customer:
    """The kept file with these fields of the other.

    Raises:
        RuleError: `customers.unknown_merge_field`; `customers.siret_of_other_siren`,
            `customers.vat_of_other_siren` when they would not belong to one company.
    """
    for name in fields:
        if name not in MERGED_FIELDS:
            raise RuleError("customers.unknown_merge_field", field=name)
    values = {name: getattr(loser, name) for name in fields}
    if "einvoicing_address" in values:
        values["einvoicing_scheme"] = loser.einvoicing_scheme
    merged = replace(keeper, **values)
    if merged.siret and merged.siren and not merged.siret.startswith(merged.siren):
        raise RuleError(
            "customers.siret_of_other_siren",
            where="siret",
            value=merged.siret,
            siren=merged.siren,
        )
    if values.keys() & {"siren", "vat_number"}:
        check_vat_against_siren(merged.vat_number, merged.siren)
    return merged


def put_into(loser: Customer, keeper: Customer, *, on: date) -> Customer:
    """The other file, archived with the name of the file it went into."""
    return replace(
        loser,
        archived_on=loser.archived_on or on,
        merged_into_id=keeper.id,
        parent_id=None,
    )

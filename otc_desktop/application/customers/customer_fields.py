"""A customer file as it is typed or read from a table: checked, with all faults at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from otc_desktop.application.customers import field_values
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.identifiers import (
    EAS_FRENCH_DIRECTORY,
    check_einvoicing_address,
    check_einvoicing_scheme,
    check_iban,
    check_naf,
    check_siren,
    check_siret,
    check_vat_number,
)
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking

ValueT = TypeVar("ValueT")

LONGEST_TEXT = 200
LONGEST_NOTES = 10_000


class _Fields:
    """The texts of one file; a field that is not given keeps what the customer has."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = {name: text.strip() for name, text in values.items()}
        self.faults: list[Finding] = []

    def text(self, name: str, current: str) -> str:
        text = self._values.get(name, current)
        longest = LONGEST_NOTES if name == "notes" else LONGEST_TEXT
        if len(text) > longest:
            self.faults.append(error("customers.text_too_long", name, longest=longest))
            return current
        return text

    def read(self, name: str, current: ValueT, parse: Callable[[str], ValueT]) -> ValueT:
        """The field understood by `parse`; a fault is kept and the current value returned."""
        if name not in self._values:
            return current
        try:
            return parse(self._values[name])
        except RuleError as problem:
            self.faults.append(error(problem.code, problem.where or name, **problem.params))
            return current


def customer_of(values: Mapping[str, str], base: Customer, *, is_new: bool) -> Customer:
    """The customer with these texts taken in; the head of its group is set elsewhere.

    Args:
        values: text by the column names of the customers' import; what is missing stays.
        base: the file as it stands, or an empty one with its id.
        is_new: a name is needed, since there is none to keep.

    Raises:
        BlockingFindings: every fault of the file: `customers.*`, `import.bad_amount`.
    """
    fields = _Fields(values)
    code = fields.text("code", base.code)
    name = fields.text("name", "" if is_new else base.name)
    if not code:
        fields.faults.append(error("customers.missing_code", "code"))
    if not name:
        fields.faults.append(error("customers.missing_name", "name"))
    siren = fields.read("siren", base.siren, _unless_empty(check_siren))
    siret = fields.read("siret", base.siret, _unless_empty(lambda text: check_siret(text, siren)))
    if siret and siren and not siret.startswith(siren) and "siret" not in values:
        fields.faults.append(
            error("customers.siret_of_other_siren", "siren", value=siret, siren=siren)
        )
    siren = siren or siret[:9]
    scheme, address = _einvoicing(fields, base, siren)
    # Faulty fields keep their value here; the file is refused just below.
    customer = replace(
        base,
        code=code or base.code,
        name=name or base.name,
        siren=siren,
        siret=siret,
        vat_number=fields.read("vat_number", base.vat_number, _unless_empty(check_vat_number)),
        address=_address(fields, base.address),
        iban=fields.read("iban", base.iban, _unless_empty(check_iban)),
        payment_terms=fields.read("payment_terms", base.payment_terms, field_values.terms),
        credit_limit=fields.read("credit_limit", base.credit_limit, field_values.limit),
        insured_limit=fields.read("insured_limit", base.insured_limit, field_values.insured_limit),
        language=fields.read("language", base.language, field_values.language),
        dunning_plan=fields.text("dunning_plan", base.dunning_plan) or "standard",
        kind=fields.read("kind", base.kind, field_values.kind),
        naf=fields.read("naf", base.naf, _unless_empty(check_naf)),
        payment_means=fields.read("payment_means", base.payment_means, field_values.means),
        purchase_order_required=fields.read(
            "purchase_order_required", base.purchase_order_required, field_values.yes
        ),
        works_subcontracting=fields.read(
            "works_subcontracting", base.works_subcontracting, field_values.yes
        ),
        invoice_grouping=fields.read(
            "invoice_grouping", base.invoice_grouping, field_values.grouping
        ),
        send_at_issue=fields.read("send_at_issue", base.send_at_issue, field_values.send_at_issue),
        mail_xml=fields.read("mail_xml", base.mail_xml, field_values.mail_xml),
        einvoicing_scheme=scheme,
        einvoicing_address=address,
        email=fields.text("email", base.email),
        phone=fields.text("phone", base.phone),
        contact_name=fields.text("contact_name", base.contact_name),
        customer_group=fields.text("customer_group", base.customer_group),
        legal_form=fields.text("legal_form", base.legal_form),
        rcs_city=fields.text("rcs_city", base.rcs_city),
        service_code=fields.text("service_code", base.service_code),
        engagement=fields.text("engagement", base.engagement),
        notes=fields.text("notes", base.notes),
        price_list=fields.text("price_list", base.price_list),
        salesperson=fields.text("salesperson", base.salesperson),
    )
    refuse_if_blocking(fields.faults)
    return customer


def _unless_empty(check: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: check(text) if text else ""


def _einvoicing(fields: _Fields, base: Customer, siren: str) -> tuple[str, str]:
    """Scheme and address; an address without a scheme is one of the French directory."""
    scheme = fields.read(
        "einvoicing_scheme", base.einvoicing_scheme, _unless_empty(check_einvoicing_scheme)
    )
    scheme = scheme or EAS_FRENCH_DIRECTORY
    address = fields.read(
        "einvoicing_address",
        base.einvoicing_address,
        _unless_empty(lambda text: check_einvoicing_address(text, scheme=scheme, siren=siren)),
    )
    return (scheme, address) if address else ("", "")


def _address(fields: _Fields, base: Address) -> Address:
    return Address(
        line1=fields.text("address", base.line1),
        line2=fields.text("address2", base.line2),
        postal_code=fields.text("postal_code", base.postal_code),
        city=fields.text("city", base.city),
        country=fields.read("country", base.country, field_values.country),
    )

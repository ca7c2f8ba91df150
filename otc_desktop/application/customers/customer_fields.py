"""A customer file as it is typed or read from a table: checked, with all faults at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from otc_desktop.application.kernel.import_values import parse_amount
from otc_desktop.domain.customers.customer import LANGUAGES, Customer
from otc_desktop.domain.customers.identifiers import (
    check_iban,
    check_siren,
    check_siret,
    check_vat_number,
)
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold

ValueT = TypeVar("ValueT")

_COUNTRIES = {"france": "FR", "belgique": "BE", "allemagne": "DE", "luxembourg": "LU"}
_COUNTRIES |= {"suisse": "CH", "espagne": "ES", "italie": "IT", "pays-bas": "NL"}
_COUNTRIES |= {"royaume-uni": "GB", "portugal": "PT", "etats-unis": "US", "monaco": "MC"}
_LANGUAGES = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en"}


class _Fields:
    """The texts of one file; a field that is not given keeps what the customer has."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = {name: text.strip() for name, text in values.items()}
        self.faults: list[Finding] = []

    def text(self, name: str, current: str) -> str:
        return self._values.get(name, current)

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
    """The customer with these texts taken in.

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
    # Faulty fields keep their value here; the file is refused just below.
    customer = replace(
        base,
        code=code or base.code,
        name=name or base.name,
        siren=siren or siret[:9],
        siret=siret,
        vat_number=fields.read("vat_number", base.vat_number, _unless_empty(check_vat_number)),
        address=_address(fields, base.address),
        email=fields.text("email", base.email),
        phone=fields.text("phone", base.phone),
        contact_name=fields.text("contact_name", base.contact_name),
        iban=fields.read("iban", base.iban, _unless_empty(check_iban)),
        payment_terms=fields.read("payment_terms", base.payment_terms, _terms),
        credit_limit=fields.read("credit_limit", base.credit_limit, _limit),
        language=fields.read("language", base.language, _language),
        dunning_plan=fields.text("dunning_plan", base.dunning_plan) or "standard",
        customer_group=fields.text("customer_group", base.customer_group),
    )
    refuse_if_blocking(fields.faults)
    return customer


def _unless_empty(check: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: check(text) if text else ""


def _address(fields: _Fields, base: Address) -> Address:
    return Address(
        line1=fields.text("address", base.line1),
        line2=fields.text("address2", base.line2),
        postal_code=fields.text("postal_code", base.postal_code),
        city=fields.text("city", base.city),
        country=fields.read("country", base.country, _country),
    )


def _terms(text: str) -> PaymentTerms | None:
    return PaymentTerms.parse(text) if text else None


def _limit(text: str) -> Money | None:
    if not text:
        return None
    limit = Money(parse_amount(text), EUR)
    if limit.amount < 0:
        raise RuleError("customers.negative_limit", where="credit_limit", value=text)
    return limit


def _language(text: str) -> str:
    language = _LANGUAGES.get(fold(text), text.lower()) or "fr"
    if language not in LANGUAGES:
        raise RuleError("customers.unknown_language", where="language", value=language)
    return language


def _country(text: str) -> str:
    if not text:
        return "FR"
    code = _COUNTRIES.get(fold(text), text.upper())
    if len(code) != 2 or not code.isalpha():
        raise RuleError("customers.unknown_country", where="country", value=text)
    return code

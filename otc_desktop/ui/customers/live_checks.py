"""What the program says of a field while it is typed, before anything is saved."""

from collections.abc import Callable, Mapping
from datetime import date

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.customers.identifiers import (
    EAS_FRENCH_DIRECTORY,
    check_einvoicing_address,
    check_email,
    check_iban,
    check_naf,
    check_siren,
    check_siret,
    check_vat_against_siren,
    check_vat_number,
    vat_number_of_siren,
)
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.customers.terms_ceiling import terms_findings
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, warning

CHECKED = (
    "siren",
    "siret",
    "vat_number",
    "naf",
    "email",
    "iban",
    "payment_terms",
    "einvoicing_address",
)
_FRANCE = ("", "FR", "FRANCE")


def finding_of(name: str, values: Mapping[str, str]) -> Finding | None:
    """What is wrong with a field that is not empty; None when it is right."""
    text = values.get(name, "").strip()
    if not text:
        return None
    try:
        return _judge(name, text, values)
    except RuleError as problem:
        return error(problem.code, name, **problem.params)


def due_of_today(values: Mapping[str, str], today: date) -> date | None:
    """When an invoice of today would fall due under the terms typed; None without any."""
    try:
        return PaymentTerms.parse(values.get("payment_terms", "")).due_on(today)
    except RuleError:
        return None


def offered_vat_number(values: Mapping[str, str]) -> str:
    """The VAT number that follows from the SIREN, where none is typed for a French company."""
    siren = _siren(values)
    wanted = not values.get("vat_number", "").strip() and _is_french(values)
    return vat_number_of_siren(siren) if siren and wanted else ""


def _judge(name: str, text: str, values: Mapping[str, str]) -> Finding | None:
    siren = _siren(values)
    if name == "vat_number":
        try:
            check_vat_against_siren(check_vat_number(text), siren)
        except RuleError as problem:
            if problem.code == "customers.vat_of_other_siren":
                return warning(problem.code, name, **problem.params)
            raise
    elif name == "payment_terms":
        country = "FR" if _is_french(values) else values.get("country", "").strip().upper()
        kind = CustomerKind(values.get("kind") or CustomerKind.COMPANY)
        found = terms_findings(PaymentTerms.parse(text), kind=kind, country=country)
        return found[0] if found else None
    elif name == "einvoicing_address":
        scheme = values.get("einvoicing_scheme", "").strip() or EAS_FRENCH_DIRECTORY
        check_einvoicing_address(text, scheme=scheme, siren=siren)
    elif name == "siret":
        check_siret(text, siren)
    else:
        _ALONE[name](text)
    return None


_ALONE: Mapping[str, Callable[[str], str]] = {
    "siren": check_siren,
    "naf": check_naf,
    "email": check_email,
    "iban": check_iban,
}


def _siren(values: Mapping[str, str]) -> str:
    """The SIREN typed, or that of the SIRET; empty while neither is right."""
    for name, check in (("siren", check_siren), ("siret", check_siret)):
        try:
            return check(values.get(name, ""))[:9]
        except RuleError:
            continue
    return ""


def _is_french(values: Mapping[str, str]) -> bool:
    return values.get("country", "").strip().upper() in _FRANCE

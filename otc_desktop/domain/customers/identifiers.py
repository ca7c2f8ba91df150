"""Checks of the numbers by which companies, accounts and mail boxes are known."""

import re

from stdnum import iban as _iban
from stdnum.eu import vat as _eu_vat
from stdnum.exceptions import ValidationError
from stdnum.fr import siren as _siren
from stdnum.fr import siret as _siret

from otc_desktop.domain.shared.errors import RuleError

EAS_FRENCH_DIRECTORY = "0225"
_LONGEST_ELECTRONIC_ADDRESS = 125
_NAF = re.compile(r"\d{4}[A-Z]")
# Codes of the list EAS: four digits, or two letters such as EM for e-mail.
_EAS = re.compile(r"\d{4}|[A-Z]{2}")
_ELECTRONIC_ADDRESS = re.compile(r"[A-Za-z0-9+\-_/.@:]+")
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\.]+(?:\.[^\s@<>,;:\"()\[\]\\.]+)+")
_LONGEST_EMAIL = 254


def check_siren(text: str) -> str:
    """The nine digits of a SIREN, spaces removed.

    Raises:
        RuleError: `customers.bad_siren` when the length or Luhn key is wrong.
    """
    try:
        return _siren.validate(text)
    except ValidationError as problem:
        raise RuleError("customers.bad_siren", where="siren", value=text) from problem


def check_siret(text: str, siren: str = "") -> str:
    """The fourteen digits of a SIRET, which begins with its company's SIREN (BR-FR-09).

    Raises:
        RuleError: `customers.bad_siret` or `customers.siret_of_other_siren`.
    """
    try:
        siret = _siret.validate(text)
    except ValidationError as problem:
        raise RuleError("customers.bad_siret", where="siret", value=text) from problem
    if siren and not siret.startswith(siren):
        raise RuleError("customers.siret_of_other_siren", where="siret", value=text, siren=siren)
    return siret


def check_vat_number(text: str) -> str:
    """An EU VAT number with its country prefix.

    Raises:
        RuleError: `customers.bad_vat_number`.
    """
    try:
        return _eu_vat.validate(text)
    except ValidationError as problem:
        raise RuleError("customers.bad_vat_number", where="vat_number", value=text) from problem


def check_iban(text: str) -> str:
    """An IBAN in electronic form.

    The check is ISO 13616's (length and key per country); a national key inside is the
    bank's business, and test accounts often break it.

    Raises:
        RuleError: `customers.bad_iban`.
    """
    try:
        return _iban.validate(text, check_country=False)
    except ValidationError as problem:
        raise RuleError("customers.bad_iban", where="iban", value=text) from problem


def vat_number_of_siren(siren: str) -> str:
    """The French VAT number of a SIREN: FR, a key of two digits, the SIREN (CGI ann. II 286 I)."""
    return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02d}{siren}"


def check_vat_against_siren(vat_number: str, siren: str) -> None:
    """A French VAT number ends with the SIREN of the same company.

    Raises:
        RuleError: `customers.vat_of_other_siren`.
    """
    if siren and vat_number.startswith("FR") and not vat_number.endswith(siren):
        raise RuleError(
            "customers.vat_of_other_siren", where="vat_number", value=vat_number, siren=siren
        )


def check_naf(text: str) -> str:
    """A NAF (APE) code such as `2740Z`, written with or without its full stop.

    Raises:
        RuleError: `customers.bad_naf`.
    """
    naf = re.sub(r"[\s.]", "", text).upper()
    if not _NAF.fullmatch(naf):
        raise RuleError("customers.bad_naf", where="naf", value=text)
    return naf


def check_email(text: str) -> str:
    """One e-mail address; whether somebody reads it is another matter.

    Raises:
        RuleError: `customers.bad_email`.
    """
    email = text.strip()
    if len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email):
        raise RuleError("customers.bad_email", where="email", value=text)
    return email


def check_einvoicing_scheme(text: str) -> str:
    """A code of the list of electronic address schemes (EAS), such as `0225`.

    Raises:
        RuleError: `customers.bad_einvoicing_scheme`.
    """
    scheme = text.strip().upper()
    if not _EAS.fullmatch(scheme):
        raise RuleError("customers.bad_einvoicing_scheme", where="einvoicing_scheme", value=text)
    return scheme


def check_einvoicing_address(text: str, *, scheme: str, siren: str = "") -> str:
    """Where e-invoices go (BT-49); in the French directory it begins with the SIREN (BR-FR-21).

    Raises:
        RuleError: `customers.bad_einvoicing_address`, `customers.einvoicing_of_other_siren`.
    """
    address = "".join(text.split())
    fits = len(address) <= _LONGEST_ELECTRONIC_ADDRESS and _ELECTRONIC_ADDRESS.fullmatch(address)
    if not fits:
        raise RuleError("customers.bad_einvoicing_address", where="einvoicing_address", value=text)
    if scheme == EAS_FRENCH_DIRECTORY and siren and not address.startswith(siren):
        raise RuleError(
            "customers.einvoicing_of_other_siren",
            where="einvoicing_address",
            value=address,
            siren=siren,
        )
    return address

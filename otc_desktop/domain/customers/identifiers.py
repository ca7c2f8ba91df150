"""Checks of the numbers by which companies and accounts are known."""

from stdnum import iban as _iban
from stdnum.eu import vat as _eu_vat
from stdnum.exceptions import ValidationError
from stdnum.fr import siren as _siren
from stdnum.fr import siret as _siret

from otc_desktop.domain.shared.errors import RuleError


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

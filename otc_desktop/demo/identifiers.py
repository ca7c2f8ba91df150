"""Identifiers that pass every check and belong to nobody.

SIRENs begin with 999 (or 2199 for town halls: there is no department 99 with communes),
French banks have the code 99999, which no bank bears.
"""

from random import Random

_FRENCH_BANK = "99999"
# ISO 13616: bank and account digits of the countries the demonstration sells to.
_ACCOUNT_DIGITS = {"BE": 12, "DE": 18, "LU": 16}
_IBAN_MODULUS = 97


def siren(rng: Random, *, prefix: str = "999") -> str:
    """Nine digits whose Luhn key is right."""
    return _with_luhn_key(prefix + _digits(rng, 8 - len(prefix)))


def siret(of_siren: str, *, establishment: int = 1) -> str:
    """The fourteen digits of an establishment."""
    return _with_luhn_key(f"{of_siren}{establishment:04d}")


def french_vat_number(of_siren: str) -> str:
    """The VAT number that follows from a SIREN."""
    return f"FR{(12 + 3 * (int(of_siren) % 97)) % 97:02d}{of_siren}"


def foreign_vat_number(rng: Random, country: str) -> str:
    """A VAT number of Belgium, Germany or Luxembourg."""
    if country == "BE":
        number = "0" + _digits(rng, 7)
        return f"BE{number}{97 - int(number) % 97:02d}"
    if country == "LU":
        number = _digits(rng, 6)
        return f"LU{number}{int(number) % 89:02d}"
    number = str(rng.randint(1, 9)) + _digits(rng, 7)
    return f"DE{number}{_iso_7064_mod_11_10(number)}"


def iban(rng: Random, country: str) -> str:
    """An IBAN; a French one also has its national key right."""
    if country == "FR":
        branch, account = _digits(rng, 5), _digits(rng, 11)
        weighted = 89 * int(_FRENCH_BANK) + 15 * int(branch) + 3 * int(account)
        body = f"{_FRENCH_BANK}{branch}{account}{97 - weighted % 97:02d}"
    elif country == "BE":
        number = _digits(rng, 10)
        body = f"{number}{int(number) % 97 or 97:02d}"
    else:
        body = _digits(rng, _ACCOUNT_DIGITS[country])
    letters = "".join(str(ord(letter) - ord("A") + 10) for letter in country)
    key = _IBAN_MODULUS + 1 - int(f"{body}{letters}00") % _IBAN_MODULUS
    return f"{country}{key:02d}{body}"


def _digits(rng: Random, count: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(count))


def _with_luhn_key(body: str) -> str:
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(body[::-1])]
    return f"{body}{-sum(each // 10 + each % 10 for each in doubled) % 10}"


def _iso_7064_mod_11_10(number: str) -> int:
    check = 5
    for digit in number:
        check = (((check or 10) * 2) % 11 + int(digit)) % 10
    return (1 - ((check or 10) * 2) % 11) % 10

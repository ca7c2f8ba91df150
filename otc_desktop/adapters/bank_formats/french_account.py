"""A French account as banks wrote it before the IBAN: bank, branch, account and key."""

import string

# The RIB key counts letters as digits, in the order of an old card punch.
_LETTERS = str.maketrans(string.ascii_uppercase, "12345678912345678923456789")
_IBAN_LETTERS = {letter: str(ord(letter) - 55) for letter in string.ascii_uppercase}


def french_iban(bank: str, branch: str, account: str) -> str:
    """The IBAN of an account at a French bank, its RIB key and check digits computed.

    Args:
        bank: five digits.
        branch: five digits.
        account: eleven digits or capital letters.

    Raises:
        ValueError: other characters, or another length.
    """
    basis = bank + branch + account
    if (len(bank), len(branch), len(account)) != (5, 5, 11) or not basis.isascii():
        raise ValueError(basis)
    digits = basis.translate(_LETTERS)
    if not digits.isdecimal():
        raise ValueError(basis)
    key = 97 - int(f"{digits}00") % 97
    national = f"{basis}{key:02d}"
    spelled = "".join(_IBAN_LETTERS.get(sign, sign) for sign in f"{national}FR00")
    return f"FR{98 - int(spelled) % 97:02d}{national}"

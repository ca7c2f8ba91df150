"""One account under several names: banks' exports shorten an IBAN in many ways."""

from collections.abc import Sequence

from otc_desktop.domain.banking.statement import BankAccount

_FEWEST_SIGNS = 6
_FRENCH_LENGTH = 27
_GERMAN_LENGTH = 22


def find_same(accounts: Sequence[BankAccount], written: str, currency: str) -> BankAccount | None:
    """The one known account that a number as written stands for, or None.

    Nothing is guessed: where two accounts could be meant, neither is.
    """
    sought = bare_number(written)
    exact = [each for each in accounts if bare_number(each.number) == sought]
    if exact:
        return exact[0]
    near = [
        each
        for each in accounts
        if each.currency == currency and _is_form_of(bare_number(each.number), sought)
    ]
    return near[0] if len(near) == 1 else None


def is_same(one: str, other: str) -> bool:
    """Whether two numbers as written may stand for one account."""
    first, second = bare_number(one), bare_number(other)
    return first == second or _is_form_of(first, second)


def is_fuller(written: str, known: str) -> bool:
    """Whether a number says more than the one known: the IBAN of a short number."""
    return len(bare_number(written)) > len(bare_number(known))


def bare_number(written: str) -> str:
    """Capital letters and digits alone."""
    return "".join(sign for sign in written.upper() if sign.isalnum())


def _is_form_of(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _FEWEST_SIGNS and shorter in _short_forms(longer)


def _short_forms(iban: str) -> frozenset[str]:
    """How an IBAN, or the bank details in it, are written without all of their parts."""
    if not (iban[:2].isalpha() and iban[2:4].isdigit()):
        return frozenset()
    national = iban[4:]
    forms = {national}
    if iban.startswith("FR") and len(iban) == _FRENCH_LENGTH:
        bank, branch, account = national[:5], national[5:10], national[10:21]
        for number in (account, account.lstrip("0")):
            forms |= {number, branch + number, bank + branch + number}
    if iban.startswith("DE") and len(iban) == _GERMAN_LENGTH:
        bank, account = national[:8], national[8:]
        forms |= {bank + account.lstrip("0"), account.lstrip("0")}
    return frozenset(forms)

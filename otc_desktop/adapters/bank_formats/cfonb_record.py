"""The fields of a CFONB 120 record: fixed places in a line of 120 characters."""

import re
from dataclasses import dataclass
from datetime import date

from otc_desktop.adapters.bank_formats.french_account import french_iban
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.money import Money

LENGTH = 120
# In details: currency, decimals, amount without a sign.
_DETAIL_AMOUNT = re.compile(r"([A-Z]{3})([0-9])([0-9]{14})")
_AMOUNT = re.compile(r"([0-9]{13})([{}A-R])")
# The last character of an amount holds its last digit and its sign (overpunch).
_CREDIT, _DEBIT = "{ABCDEFGHI", "}JKLMNOPQR"
_LAST_YEAR_OF_THIS_CENTURY = 79


def detail_amount(text: str, currency: Currency | None = None) -> Money | None:
    """The amount a detail holds, or None where there is none that can be read.

    Args:
        text: such as `CHF200000000225000` for 2,250.00 Swiss francs.
        currency: the only one wanted.
    """
    found = _DETAIL_AMOUNT.match(text)
    if found is None or (currency is not None and found[1] != currency.code):
        return None
    try:
        stated = Currency(found[1])
    except RuleError:
        return None
    return Money.from_minor(int(found[3]), stated) if int(found[2]) == stated.digits else None


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a file; places are counted from 0."""

    line: int
    text: str

    @property
    def kind(self) -> str:
        """`01` old balance, `04` movement, `05` more about it, `07` new balance."""
        return self.text[:2]

    @property
    def account_key(self) -> tuple[str, str, str]:
        """Bank, branch and account as written."""
        return self.text[2:7], self.text[11:16], self.text[21:32]

    def account(self) -> str:
        """The IBAN of the account.

        Raises:
            InputFileError: `bank_file.bad_account`.
        """
        bank, branch, account = self.account_key
        try:
            return french_iban(bank, branch, account)
        except ValueError as problem:
            raise InputFileError(
                "bank_file.bad_account", line=self.line, account=f"{bank} {branch} {account}"
            ) from problem

    def currency(self) -> Currency:
        """The currency; euro where the bank leaves it blank.

        Raises:
            InputFileError: `bank_file.bad_currency`.
        """
        code = self.text[16:19].strip()
        if not code:
            return EUR
        try:
            return Currency(code)
        except RuleError as problem:
            raise InputFileError(
                "bank_file.bad_currency", line=self.line, currency=code
            ) from problem

    def day(self, start: int) -> date | None:
        """A date written JJMMAA, None where blank or zero.

        Raises:
            InputFileError: `bank_file.bad_date`.
        """
        text = self.text[start : start + 6]
        if not text.strip(" 0"):
            return None
        try:
            if not text.isdecimal():
                raise ValueError(text)
            short = int(text[4:])
            century = 2000 if short <= _LAST_YEAR_OF_THIS_CENTURY else 1900
            return date(century + short, int(text[2:4]), int(text[:2]))
        except ValueError as problem:
            raise InputFileError("bank_file.bad_date", line=self.line, date=text) from problem

    def required_day(self, start: int, name: str) -> date:
        """A date that has to be there.

        Raises:
            InputFileError: `bank_file.bad_date`, `bank_file.missing`.
        """
        day = self.day(start)
        if day is None:
            raise InputFileError("bank_file.missing", line=self.line, field=name)
        return day

    def amount(self) -> Money:
        """The signed amount: positive is money in.

        Raises:
            InputFileError: `bank_file.bad_amount`.
        """
        currency = self.currency()
        text = self.text[90:104]
        found = _AMOUNT.fullmatch(text)
        decimals = self.text[19]
        places = int(decimals) if decimals.isdecimal() else currency.digits
        if found is None or places != currency.digits:
            raise InputFileError("bank_file.bad_amount", line=self.line, amount=text)
        sign = found[2]
        digit = (_CREDIT if sign in _CREDIT else _DEBIT).index(sign)
        minor = int(found[1]) * 10 + digit
        return Money.from_minor(minor if sign in _CREDIT else -minor, currency)

"""What banks write above and below their tables: the account, its balances, their days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.adapters.bank_formats.french_account import french_iban
from otc_desktop.adapters.bank_formats.table_text import TableRow, unwrapped
from otc_desktop.adapters.bank_formats.written_values import (
    decimal_mark,
    written_amount,
    written_date,
)
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark
from otc_desktop.domain.customers.identifiers import check_iban
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.text import fold

_IBAN = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}")
_RIB = re.compile(r"([0-9]{5})[ -]?([0-9]{5})[ -]?([0-9A-Z]{11})(?:[ -]?[0-9]{2})?")
_ACCOUNT_WORD = re.compile(r"\b(?:compte|account|iban|rib|n°|no)\b|n°")
_ACCOUNT = re.compile(r"(?<![0-9/.,])[0-9][0-9A-Z]{6,22}(?![0-9/.,])")
_DATE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}")
_BALANCE_WORD = re.compile(r"\b(?:solde|balance)\b")
_OPENING_WORD = re.compile(r"\b(?:debut|start|ancien|initial|precedent|opening|depart)\b")
_MADE_ON = re.compile(r"^(?:telechargement|telecharge|edite|imprime|exporte)\b")
_END_WORD = re.compile(r"\b(?:fin|end)\b[^0-9]*$")
_START_WORD = re.compile(r"\b(?:debut|start|du)\b[^0-9]*$")
_NUMBER = re.compile("[-+(]?[ \u00a0\u202f]?[0-9][0-9 \u00a0\u202f.,']*[0-9]\\)?|[-+]?[0-9]")
_CURRENCY = re.compile(
    r"\b(EUR|CHF|USD|GBP|CAD|SEK|NOK|DKK|PLN|CZK|MAD|TND|XOF)\b|(€|\beuros?\b)", re.I
)
_FEWEST_DIGITS = 5


@dataclass(slots=True)
class Surroundings:
    """Facts of a statement that stand outside its rows."""

    account: str = ""
    currency: str = ""
    opening: Decimal | None = None
    closing: Decimal | None = None
    opening_on: date | None = None
    closing_on: date | None = None

    def look_at(self, rows: Iterable[TableRow]) -> None:
        """Take what these rows tell; what is known already stays."""
        for row in rows:
            cells = [unwrapped(cell) for cell in row.cells]
            text = "; ".join(cell for cell in cells if cell)
            if text:
                self._look_at_line(text, cells)

    def _look_at_line(self, text: str, cells: list[str]) -> None:
        folded = fold(text)
        if not self.account:
            self.account = _account_in(text, folded, cells)
        named = _CURRENCY.search(text)
        if named is not None and not self.currency:
            self.currency = (named[1] or "EUR").upper()
        if _BALANCE_WORD.search(folded):
            self._look_at_balance(text, folded)
            return
        if _MADE_ON.search(folded):
            return
        for found in _DATE.finditer(text):
            before = fold(text[: found.start()])
            if _START_WORD.search(before) and self.opening_on is None:
                self.opening_on = _day(found[0])
            elif _END_WORD.search(before) and self.closing_on is None:
                self.closing_on = _day(found[0])
        # Société Générale: account; from; to; count; day of the balance; balance.
        last = next((cell for cell in reversed(cells) if cell), "")
        if len(cells) >= 5 and self.account and re.fullmatch(r"-?[0-9 ]+\.[0-9]{2} [A-Z]{3}", last):
            self.closing = _number(last[:-4])
            days = [day for cell in cells if (day := _day(cell)) is not None]
            self.opening_on = None
            self.closing_on = days[-1] if days else None

    def _look_at_balance(self, text: str, folded: str) -> None:
        day = next((_day(found[0]) for found in _DATE.finditer(text)), None)
        bare = _DATE.sub(" ", text)
        numbers = [
            value for found in _NUMBER.finditer(bare) if (value := _number(found[0])) is not None
        ]
        if not numbers:
            return
        if _OPENING_WORD.search(folded):
            if self.opening is None:
                self.opening, self.opening_on = numbers[-1], day or self.opening_on
        elif self.closing is None:
            self.closing, self.closing_on = numbers[-1], day or self.closing_on


def is_balance_line(text: str) -> bool:
    """Whether a line among the rows tells a balance."""
    return _BALANCE_WORD.search(fold(text)) is not None


def own_account(text: str) -> str:
    """The account as it is known elsewhere: an IBAN, computed where a French RIB is written.

    Empty for a text that is no account number, such as a name.
    """
    bare = text.replace(" ", "")
    if sum(sign.isdigit() for sign in bare) < _FEWEST_DIGITS:
        return ""
    found = _RIB.fullmatch(text.strip())
    if found is not None:
        try:
            return french_iban(found[1], found[2], found[3])
        except ValueError:
            return text.strip()
    return bare if _IBAN.fullmatch(bare) else text.strip()


def _account_in(text: str, folded: str, cells: list[str]) -> str:
    for found in _IBAN.finditer(text):
        try:
            return check_iban(found[0])
        except RuleError:
            continue
    if cells and _RIB.fullmatch(cells[0].strip()):
        return own_account(cells[0])
    if not _ACCOUNT_WORD.search(folded) and not (cells and _ACCOUNT.fullmatch(cells[0])):
        return ""
    if _BALANCE_WORD.search(folded):
        return ""
    # «Code de la banque : 1001010101»: of several numbers, the one behind the word itself.
    after = re.search(r"(?:num[eé]ro|account number|compte|n°)[^0-9]*", text, re.IGNORECASE)
    for found in _ACCOUNT.finditer(text, after.end() if after else 0):
        return found[0]
    return ""


def _number(text: str) -> Decimal | None:
    mark = decimal_mark([text])
    if mark is None:
        return None
    return written_amount(text, mark if mark is not DecimalMark.AUTO else DecimalMark.COMMA)


def _day(text: str) -> date | None:
    return written_date(text, DateOrder.DAY_FIRST)

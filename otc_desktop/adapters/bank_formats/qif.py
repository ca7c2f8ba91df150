"""QIF, Quicken's exchange format of single-letter lines.

No library: the kept one multiplies grouped amounts and needs a data-frame stack; the format
is a page long. It holds neither currency nor, for sure, an account: the import supplies both.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from otc_desktop.adapters.bank_formats.table_text import table_text
from otc_desktop.adapters.bank_formats.written_values import (
    date_order,
    decimal_mark,
    written_amount,
    written_date,
)
from otc_desktop.application.kernel.bank_tables import ReadingChoices
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.findings import warning
from otc_desktop.domain.shared.money import Money

FORMAT = "qif"
_MOVEMENTS = re.compile(r"!type:\s*(bank|ccard|cash|oth a|oth l)\b", re.IGNORECASE)
_SECTION = re.compile(r"![A-Za-z]")


@dataclass(slots=True)
class _Record:
    """One movement: its first line in the file, and its fields by letter."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)

    def text(self, letter: str) -> str:
        return " ".join(self.fields.get(letter, "").split())


def read_qif(content: bytes, choices: ReadingChoices) -> Sequence[ParsedStatement]:
    """The movements of a file as one statement without account and balances.

    Raises:
        InputFileError: `bank_file.undecidable_dates`, `.undecidable_amounts`, `.bad_date`,
            `.bad_amount`, `.missing`, `.truncated_or_damaged`, `.no_statement`.
    """
    text, encoding, guessed = table_text(content)
    records = _records(text)
    currency = Currency(choices.currency)
    mark = decimal_mark(record.text("T") or record.text("U") for record in records)
    if mark is None:
        raise InputFileError("bank_file.undecidable_amounts", column="T")
    order = choices.dates
    if order is DateOrder.AUTO:
        dates = [record.text("D") for record in records]
        found = date_order(dates, day_first=mark is DecimalMark.COMMA)
        if found is None:
            raise InputFileError("bank_file.undecidable_dates", column="D")
        order = found
    return [
        ParsedStatement(
            format=FORMAT,
            account="",
            currency=currency.code,
            statement_id="",
            opening=None,
            closing=None,
            opening_on=None,
            closing_on=None,
            entries=tuple(_entry(record, order, mark, currency) for record in records),
            findings=(warning("bank_file.encoding_guessed", encoding=encoding),) if guessed else (),
        )
    ]


def _records(text: str) -> list[_Record]:
    records: list[_Record] = []
    current: _Record | None = None
    wanted = found = False
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if not bare:
            continue
        if _SECTION.match(bare):
            if current is not None and wanted:
                raise InputFileError("bank_file.truncated_or_damaged", line=current.line)
            wanted, current = _MOVEMENTS.match(bare) is not None, None
            found = found or wanted
        elif bare == "^":
            if wanted and current is not None:
                records.append(current)
            current = None
        else:
            current = current or _Record(number)
            # Splits repeat their letters; the movement itself comes first.
            current.fields.setdefault(bare[0], bare[1:].strip())
    if not found:
        raise InputFileError("bank_file.no_statement")
    if wanted and current is not None:
        raise InputFileError("bank_file.truncated_or_damaged", line=current.line)
    return records


def _entry(record: _Record, order: DateOrder, mark: DecimalMark, currency: Currency) -> ParsedEntry:
    written = record.text("T") or record.text("U")
    if not written or not record.text("D"):
        raise InputFileError(
            "bank_file.missing", line=record.line, field="T" if not written else "D"
        )
    day = written_date(record.text("D"), order)
    if day is None:
        raise InputFileError("bank_file.bad_date", line=record.line, date=record.text("D")[:20])
    amount = _money(written_amount(written, mark), currency, written, record.line)
    payee, memo, address = record.text("P"), record.text("M"), record.text("A")
    texts = [payee, memo if memo != payee else "", address]
    label = " ".join(dict.fromkeys(part for part in texts if part)) or record.text("L")
    reference = record.text("N")
    payment = ParsedPayment(amount=amount, label=label, bank_reference=reference)
    return ParsedEntry(
        booked_on=day,
        value_on=day,
        amount=amount,
        label=label,
        bank_reference=reference,
        payments=(payment,),
    )


def _money(value: Decimal | None, currency: Currency, written: str, line: int) -> Money:
    try:
        if value is None:
            raise RuleError("money.not_a_number", amount=written)
        return Money(value, currency)
    except RuleError as problem:
        raise InputFileError("bank_file.bad_amount", line=line, amount=written[:40]) from problem

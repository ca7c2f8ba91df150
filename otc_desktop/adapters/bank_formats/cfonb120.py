"""CFONB 120, the French banks' statement of fixed-width records.

Layout: CFONB brochure «Relevé de compte sur support informatique», with the qualifiers of
its extension for SEPA. No library reads it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from otc_desktop.adapters.bank_formats.cfonb_record import LENGTH, Record, detail_amount
from otc_desktop.adapters.bank_formats.text_bytes import decoded
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.money import Money

FORMAT = "cfonb120"
_OLD_BALANCE, _MOVEMENT, _DETAIL, _NEW_BALANCE = "01", "04", "05", "07"
_NO_REFERENCE = frozenset({"", "NOTPROVIDED"})
_HALF = 35
# Transmission marks around and after the text.
_MARKS = "\x00\x01\x03\x1a"


@dataclass(slots=True)
class _Movement:
    """A movement record with the details that follow it, by qualifier."""

    record: Record
    details: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def text(self, *qualifiers: str) -> str:
        """The first of these qualifiers that says something."""
        for qualifier in qualifiers:
            for text in self.details.get(qualifier, ()):
                if text.strip():
                    return text.strip()
        return ""


def read_cfonb120(content: bytes) -> Sequence[ParsedStatement]:
    """Every statement of a file: one from each old balance to its new one.

    Raises:
        InputFileError: `bank_file.bad_record`, `.bad_amount`, `.bad_account`, `.bad_currency`,
            `.bad_date`, `.missing`, `.other_account`, `.truncated_or_damaged`,
            `.no_statement`, with the line.
    """
    statements: list[ParsedStatement] = []
    opening: Record | None = None
    movements: list[_Movement] = []
    for record in _records(decoded(content)):
        if record.kind == _OLD_BALANCE:
            if opening is not None:
                raise InputFileError("bank_file.truncated_or_damaged", line=record.line)
            opening, movements = record, []
            continue
        if opening is None:
            raise InputFileError("bank_file.truncated_or_damaged", line=record.line)
        # The bank's own code may differ inside a group of banks; branch and account may not.
        if (
            record.kind in (_MOVEMENT, _NEW_BALANCE)
            and record.account_key[1:] != opening.account_key[1:]
        ):
            raise InputFileError(
                "bank_file.other_account",
                line=record.line,
                expected=" ".join(opening.account_key),
                found=" ".join(record.account_key),
            )
        if record.kind == _MOVEMENT:
            movements.append(_Movement(record))
        elif record.kind == _DETAIL and movements:
            movements[-1].details[record.text[45:48]].append(record.text[48:118])
        elif record.kind == _NEW_BALANCE:
            statements.append(_statement(opening, movements, record))
            opening = None
        else:
            raise InputFileError("bank_file.bad_record", line=record.line, found=record.kind)
    if opening is not None:
        raise InputFileError("bank_file.truncated_or_damaged", line=opening.line)
    if not statements:
        raise InputFileError("bank_file.no_statement")
    return statements


def _records(text: str) -> Iterator[Record]:
    """The records with the line each stands on; a file without line ends is cut by length."""
    text = text.strip(_MARKS)
    lines = text.splitlines()
    if len(lines) <= 1:
        lines = [text[start : start + LENGTH] for start in range(0, len(text), LENGTH)]
    for number, line in enumerate(lines, start=1):
        bare = line.strip(_MARKS)
        if not bare.strip():
            continue
        if len(bare) != LENGTH:
            raise InputFileError("bank_file.bad_record", line=number, found=bare[:2])
        yield Record(number, bare)


def _statement(opening: Record, movements: Sequence[_Movement], closing: Record) -> ParsedStatement:
    currency = opening.currency()
    entries = tuple(_entry(movement) for movement in movements)
    for movement, entry in zip(movements, entries, strict=True):
        if entry.amount.currency != currency:
            raise InputFileError(
                "bank_file.mixed_currencies",
                line=movement.record.line,
                account=opening.account(),
                expected=currency.code,
                found=entry.amount.currency.code,
            )
    return ParsedStatement(
        format=FORMAT,
        account=opening.account(),
        currency=currency.code,
        statement_id="",
        opening=opening.amount(),
        closing=closing.amount(),
        opening_on=opening.day(34),
        closing_on=closing.required_day(34, "date"),
        entries=entries,
        is_notice=not entries and bool(opening.text[48:79].strip()),
    )


def _entry(movement: _Movement) -> ParsedEntry:
    record = movement.record
    amount = record.amount()
    booked_on = record.required_day(34, "date")
    label = _label(movement)
    # The second half of REF is the bank's own; the first names the remitter's batch.
    reference = movement.text("REF")
    own_reference = movement.details["REF"][0][_HALF:].strip() if reference else ""
    payer = ("NPY", "NPO") if amount.amount > 0 else ("NBE", "NBU")
    other = ("NBE", "NBU") if amount.amount > 0 else ("NPY", "NPO")
    end_to_end = movement.details["RCN"][0][:_HALF].strip() if movement.text("RCN") else ""
    payment = ParsedPayment(
        amount=amount,
        label=label,
        counterparty=movement.text(*payer, *other),
        counterparty_account=movement.text("CPY" if amount.amount > 0 else "CBE").split(" ")[0],
        end_to_end_id="" if end_to_end in _NO_REFERENCE else end_to_end,
        bank_reference=own_reference,
        structured_reference=movement.text("LCS"),
        return_reason=record.text[40:42].strip(),
        mandate=movement.text("RUM")[:_HALF].strip(),
        charges=detail_amount(movement.text("FEE"), amount.currency),
        original=_original(movement, amount),
    )
    return ParsedEntry(
        booked_on=booked_on,
        value_on=record.day(42) or booked_on,
        amount=amount,
        label=label,
        bank_reference=own_reference,
        payments=(payment,),
        transaction_code=record.text[32:34].strip(),
    )


def _original(movement: _Movement, amount: Money) -> Money | None:
    """What was ordered, where that is in another currency than the account's."""
    stated = detail_amount(movement.text("MMO"))
    if stated is None or stated.currency == amount.currency:
        return None
    return stated if amount.amount > 0 else -stated


def _label(movement: _Movement) -> str:
    """The bank's label, its further lines, and the remittance text joined where it was cut."""
    cut = "".join((*movement.details.get("LCC", ()), *movement.details.get("LC2", ())))
    texts = [movement.record.text[48:79], *movement.details.get("LIB", ()), cut]
    return " ".join(word for text in texts for word in text.split())

"""A table of movements under a header, turned into statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.adapters.bank_formats.table_columns import (
    ColumnStyles,
    Fields,
    decide_styles,
    fields_of,
)
from otc_desktop.adapters.bank_formats.table_header import Header
from otc_desktop.adapters.bank_formats.table_surroundings import (
    Surroundings,
    is_balance_line,
    own_account,
)
from otc_desktop.adapters.bank_formats.table_text import TableRow
from otc_desktop.adapters.bank_formats.written_values import (
    looks_like_date,
    written_amount,
    written_date,
)
from otc_desktop.application.kernel.bank_tables import ACCOUNT, CURRENCY, ReadingChoices
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold

_MONEY = ("amount", "debit", "credit", "fee", "balance")
_BOOKED = frozenset(
    "execute executee effectue effectuee comptabilise comptabilisee regle completed settled"
    " booked done valide validee".split()
) | {""}
_MONEY_OUT = frozenset("d debit debits sortie -".split())
_MONEY_IN = frozenset("c credit credits entree +".split())
_MOST_LINES_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Movement:
    """A row read: the entry, the account it names, and the balance behind it."""

    entry: ParsedEntry
    account: str
    balance: Money | None


def table_statements(
    rows: Sequence[TableRow],
    header: Header,
    choices: ReadingChoices,
    *,
    format: str,
    findings: Sequence[Finding] = (),
) -> Sequence[ParsedStatement]:
    """The statements of a table, one an account that it names.

    Raises:
        InputFileError: `bank_file.bad_dates` (with the lines), `.bad_amount`, `.missing`,
            `.mixed_currencies`, `.mixed_signs`, `.undecidable_amounts`,
            `.undecidable_dates`, `.formula_without_value`, `.bad_currency`.
    """
    reader = _Reader(header, choices, rows)
    movements = list(reader.movements())
    by_account: dict[str, list[_Movement]] = {}
    for movement in movements:
        by_account.setdefault(movement.account, []).append(movement)
    around, currency = reader.around, reader.currency
    found = []
    for account, some in by_account.items() or [("", [])]:
        opening, closing = _running(some)
        alone = len(by_account) <= 1
        if alone:
            stated = _money(around.opening, currency)
            opening = stated if opening is None else opening
            stated = _money(around.closing, currency)
            closing = closing if stated is None else stated
        days = [movement.entry.booked_on for movement in some]
        found.append(
            ParsedStatement(
                format=format,
                account=account or (around.account if alone else ""),
                currency=currency.code,
                statement_id="",
                opening=opening,
                closing=closing,
                opening_on=around.opening_on if opening is not None and alone else None,
                closing_on=None
                if closing is None
                else (around.closing_on if alone else None) or max(days, default=None),
                entries=tuple(movement.entry for movement in some),
                pending=reader.pending,
                findings=tuple(findings),
            )
        )
    return found


class _Reader:
    """Reads the rows under a header with the styles their columns show."""

    def __init__(self, header: Header, choices: ReadingChoices, rows: Sequence[TableRow]) -> None:
        self.pending = 0
        self.around = Surroundings()
        self.around.look_at(rows[: header.first_row - 1] if header.line else ())
        mapping = header.mapping
        self._is_mapped = mapping is not None
        self._deducts_fees = False
        constants = {} if mapping is None else mapping.constants
        self._fields = [
            fields_of(row, header.columns) for row in self._body(rows[header.first_row :], header)
        ]
        if constants.get(ACCOUNT):
            self.around.account = constants[ACCOUNT]
        self.styles: ColumnStyles = decide_styles(
            self._fields,
            header,
            dates=choices.dates
            if mapping is None or mapping.dates is DateOrder.AUTO
            else mapping.dates,
            decimals=DecimalMark.AUTO if mapping is None else mapping.decimals,
        )
        stated = self._stated_currency() or constants.get(CURRENCY, "") or self.around.currency
        stated = stated or _currency_in(header.titles)
        self.currency = _currency(stated or choices.currency)

    def movements(self) -> Iterator[_Movement]:
        """Every booked movement; what is pending is only counted.

        Raises:
            InputFileError: as `table_statements`.
        """
        self._refuse_bad_dates()
        self._deducts_fees = self._is_fee_deducted()
        for fields in self._fields:
            if fold(fields["status"]) not in _BOOKED:
                self.pending += 1
                continue
            amount = self._amount(fields)
            if amount:
                yield self._movement(fields, amount)

    def _body(self, rows: Sequence[TableRow], header: Header) -> Iterator[TableRow]:
        """The rows that are movements; what stands among and below them is looked at."""
        at = header.columns.index("date")
        money = [place for place, each in enumerate(header.columns) if each in _MONEY[:3]]
        for row in rows:
            if row.is_empty:
                continue
            dated = row.cells[at] if at < len(row.cells) else ""
            filled = [row.cells[place] for place in money if place < len(row.cells)]
            text = " ".join(cell for cell in row.cells if cell)
            if looks_like_date(dated):
                if header.line == 0 and self._is_closing_line(row, header):
                    continue
                yield row
            elif row.faults:
                yield row
            elif is_balance_line(text):
                self.around.look_at([row])
            elif any(filled) and not fold(text).startswith("total"):
                yield row

    def _is_closing_line(self, row: TableRow, header: Header) -> bool:
        """LCL's last line: the day, the balance, and the account where the label would be."""
        fields = fields_of(row, header.columns)
        account = fields["label"]
        if fields["type"] or fields["bank_reference"] or "type" not in header.columns:
            return False
        if not account or own_account(account) == "" or len(account) > 40:
            return False
        self.around.account = self.around.account or own_account(account)
        self.around.closing = written_amount(fields["amount"], DecimalMark.COMMA)
        self.around.closing_on = written_date(fields["date"], DateOrder.DAY_FIRST)
        return True

    def _refuse_bad_dates(self) -> None:
        wrong = [
            fields
            for fields in self._fields
            if written_date(fields["date"], self.styles.dates) is None
        ]
        faulty = next((fields for fields in self._fields if fields.faults), None)
        if faulty is not None:
            raise InputFileError(
                "bank_file.formula_without_value", line=faulty.line, column=faulty.faults[0]
            )
        if wrong:
            lines = ", ".join(str(fields.line) for fields in wrong[:_MOST_LINES_NAMED])
            raise InputFileError(
                "bank_file.bad_dates",
                line=wrong[0].line,
                lines=lines + (" …" if len(wrong) > _MOST_LINES_NAMED else ""),
                date=wrong[0]["date"][:20],
            )

    def _stated_currency(self) -> str:
        stated = {fields["currency"].upper(): fields.line for fields in self._fields}
        stated.pop("", None)
        if len(stated) > 1:
            first, second, *_ = stated
            raise InputFileError(
                "bank_file.mixed_currencies",
                line=stated[second],
                account="",
                expected=first,
                found=second,
            )
        return next(iter(stated), "")

    def _amount(self, fields: Fields) -> Money:
        value = self._signed(fields)
        fee = self._value(fields, "fee")
        if fee is not None and self._deducts_fees:
            value -= abs(fee)
        return self._money(value, fields)

    def _is_fee_deducted(self) -> bool:
        """Whether a fee leaves the account beside the amount, as the balance shows.

        Where the balances don't tell, tables with both are of the kind that deducts; without
        a balance the amount is what moved, unless a person mapped the fee as deducted.
        """
        if not any(fields["fee"] for fields in self._fields):
            return False
        for before, after in zip(self._fields, self._fields[1:], strict=False):
            fee = self._value(after, "fee")
            balances = self._value(before, "balance"), self._value(after, "balance")
            if fee and balances[0] is not None and balances[1] is not None:
                moved = abs(balances[1] - balances[0])
                value = self._signed(after)
                if moved in (abs(value), abs(value - abs(fee))):
                    return moved == abs(value - abs(fee))
        return self._is_mapped or any(fields["balance"] for fields in self._fields)

    def _signed(self, fields: Fields) -> Decimal:
        amount = self._value(fields, "amount")
        direction = fold(fields["direction"])
        if amount is not None:
            if direction in _MONEY_OUT:
                return -abs(amount)
            return abs(amount) if direction in _MONEY_IN else amount
        debit, credit = self._value(fields, "debit"), self._value(fields, "credit")
        if debit is None and credit is None:
            raise InputFileError("bank_file.missing", line=fields.line, field="amount")
        out = Decimal(0)
        if debit is not None:
            # Banks write a debit as positive or as negative; a column does one or the other.
            out = abs(debit) if self.styles.debits_negative else debit
        return (credit or Decimal(0)) - out

    def _value(self, fields: Fields, column: str) -> Decimal | None:
        text = fields[column]
        if not text:
            return None
        value = written_amount(text, self.styles.marks.get(column, DecimalMark.COMMA))
        if value is None:
            raise InputFileError("bank_file.bad_amount", line=fields.line, amount=text[:40])
        return value

    def _money(self, value: Decimal, fields: Fields) -> Money:
        try:
            return Money(value, self.currency)
        except RuleError as problem:
            raise InputFileError(
                "bank_file.bad_amount", line=fields.line, amount=str(value)[:40]
            ) from problem

    def _movement(self, fields: Fields, amount: Money) -> _Movement:
        booked_on = written_date(fields["date"], self.styles.dates)
        if booked_on is None:
            raise InputFileError("bank_file.bad_date", line=fields.line, date=fields["date"][:20])
        value_on = written_date(fields["value_date"], self.styles.value_dates) or booked_on
        label = _label(fields)
        balance = self._value(fields, "balance")
        reference = fields["bank_reference"]
        payment = ParsedPayment(
            amount=amount,
            label=label,
            counterparty=fields["counterparty"],
            counterparty_account=fields["counterparty_account"].replace(" ", ""),
            end_to_end_id=fields["reference"],
            bank_reference=reference,
            charges=self._charges(fields),
            original=self._original(fields, amount),
        )
        return _Movement(
            ParsedEntry(
                booked_on=booked_on,
                value_on=value_on,
                amount=amount,
                label=label,
                bank_reference=reference,
                payments=(payment,),
                transaction_code=fields["type"],
            ),
            own_account(fields["account"]),
            None if balance is None else self._money(balance, fields),
        )

    def _charges(self, fields: Fields) -> Money | None:
        fee = self._value(fields, "fee")
        return self._money(abs(fee), fields) if fee else None

    def _original(self, fields: Fields, amount: Money) -> Money | None:
        code = fields["original_currency"].upper()
        value = self._value(fields, "original_amount")
        if value is None or not code or code == amount.currency.code:
            return None
        try:
            return Money(value, Currency(code))
        except RuleError:
            return None


def _label(fields: Fields) -> str:
    """The texts of a row, each said once: banks repeat a short text within a longer one."""
    texts = [fields[name] for name in ("label", "detail", "note", "reference")]
    kept: list[str] = []
    for place, text in enumerate(texts):
        later = texts[place + 1 :]
        if text and not any(text in other for other in (*kept, *later)):
            kept.append(text)
        elif text and not any(text in other for other in kept) and text in later:
            kept.append(text)
            texts[place + 1 + later.index(text)] = ""
    return " ".join(kept) or fields["counterparty"] or fields["type"]


def _running(movements: Sequence[_Movement]) -> tuple[Money | None, Money | None]:
    """Opening and closing out of the balance behind each movement, whichever way it runs.

    None for both where a balance does not follow from the one before, or days go to and fro.
    """
    if not movements or any(movement.balance is None for movement in movements):
        return None, None
    days = [movement.entry.booked_on for movement in movements]
    for ordered, run in (
        (days == sorted(days), movements),
        (days == sorted(days, reverse=True), tuple(reversed(movements))),
    ):
        balances = [movement.balance for movement in run if movement.balance is not None]
        if not ordered:
            continue
        follow = zip(balances, balances[1:], run[1:], strict=False)
        if all(before + each.entry.amount == after for before, after, each in follow):
            return balances[0] - run[0].entry.amount, balances[-1]
    return None, None


def _money(value: Decimal | None, currency: Currency) -> Money | None:
    if value is None:
        return None
    try:
        return Money(value, currency)
    except RuleError:
        return None


def _currency(code: str) -> Currency:
    try:
        return Currency(code)
    except RuleError as problem:
        raise InputFileError("bank_file.bad_currency", currency=code[:10]) from problem


def _currency_in(titles: Sequence[str]) -> str:
    """The currency that titles such as «Amount (EUR)» or «Débit Euros» name."""
    words = {
        word for title in titles for word in fold(title).replace("(", " ").replace(")", " ").split()
    }
    if words & {"eur", "euro", "euros"}:
        return "EUR"
    return next((word.upper() for word in ("chf", "usd", "gbp") if word in words), "")

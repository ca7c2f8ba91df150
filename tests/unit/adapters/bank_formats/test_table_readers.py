"""CSV and QIF statements: what columns decide, and what is refused rather than guessed."""

from decimal import Decimal

import pytest

from otc_desktop.adapters.bank_formats.registry import BankFormatRegistry
from otc_desktop.adapters.bank_formats.table_text import table_text
from otc_desktop.adapters.bank_formats.written_values import (
    date_order,
    decimal_mark,
    written_amount,
)
from otc_desktop.application.kernel.bank_tables import NO_HEADER, LookChoices, ReadingChoices
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark, ImportMapping
from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.errors import InputFileError

FORMATS = BankFormatRegistry()


def read(text: str, choices: ReadingChoices | None = None) -> list[ParsedStatement]:
    return list(FORMATS.read(text.encode(), name="releve", choices=choices))


def amounts(text: str) -> list[str]:
    (statement,) = read(text)
    return [str(entry.amount.amount) for entry in statement.entries]


def refusal(text: str) -> str:
    with pytest.raises(InputFileError) as refused:
        read(text)
    return refused.value.code


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1 234,56", "12"], DecimalMark.COMMA),
        (["1.234,56", "1.234"], DecimalMark.COMMA),
        (["1,234.56", "-3"], DecimalMark.POINT),
        (["1'234.50"], DecimalMark.POINT),
        (["1.234.567"], DecimalMark.COMMA),
        (["0.125"], DecimalMark.POINT),
        (["12", "7"], DecimalMark.AUTO),
        (["1.234", "5.678"], None),  # thousands, or decimals
        (["1,50", "1.50"], None),
    ],
)
def test_a_column_decides_its_decimal_mark(texts: list[str], mark: DecimalMark | None) -> None:
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(1 234,56)", "-1234.56"),
        ("1234,56-", "-1234.56"),
        ("\u22121\u202f234,56 €", "-1234.56"),
        ("+5,00 EUR", "5.00"),
        ("NaN", None),
        ("1e400", None),
        ("12,3,4", None),
        ("", None),
        ("9" * 16, None),
    ],
)
def test_an_amount_is_a_number_or_nothing(text: str, value: str | None) -> None:
    assert written_amount(text, DecimalMark.COMMA) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2026", "13/04/2026"], DateOrder.DAY_FIRST),
        (["03/04/2026", "03/14/2026"], DateOrder.MONTH_FIRST),
        (["2026-04-03"], DateOrder.YEAR_FIRST),
        (["20260403"], DateOrder.YEAR_FIRST),
        (["03/04/2026", "05/02/2026", "01/06/2026"], None),
        (["03/02/2026", "04/02/2026", "01/03/2026"], DateOrder.DAY_FIRST),  # only so in time
    ],
)
def test_the_order_of_dates_is_that_of_the_whole_column(
    texts: list[str], order: DateOrder | None
) -> None:
    assert date_order(texts, day_first=False) == order


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "cp850", "mac_roman", "utf-16"]
)
def test_accents_are_right_in_every_encoding_banks_use(encoding: str) -> None:
    text = "Libellé;Débit;Crédit\nRÈGLEMENT HÉLÈNE CÔTÉ, façade à Nîmes\n"
    assert table_text(text.encode(encoding))[0] == text


def test_debits_may_be_positive_or_negative_but_not_both() -> None:
    head = "Date;Libellé;Débit;Crédit\n"
    assert amounts(head + "02/03/2026;A;5,00;\n02/03/2026;B;;7,00\n") == ["-5.00", "7.00"]
    assert amounts(head + "02/03/2026;A;-5,00;\n") == ["-5.00"]
    both = head + "02/03/2026;A;5,00;\n03/03/2026;B;-2,00;\n"
    assert refusal(both) == "bank_file.mixed_signs"


def test_a_direction_column_signs_the_amounts() -> None:
    text = "Date;Libellé;Montant;Sens\n02/03/2026;A;5,00;Débit\n02/03/2026;B;7,00;C\n"
    assert amounts(text) == ["-5.00", "7.00"]


def test_pending_lines_are_counted_and_never_booked() -> None:
    text = (
        "Statut;Date;Libellé;Montant\nExécuté;02/03/2026;A;5,00\n"
        "En attente;03/03/2026;B;7,00\nRefusé;03/03/2026;C;9,00\n"
    )
    (statement,) = read(text)
    assert (len(statement.entries), statement.pending) == (1, 2)


def test_several_accounts_in_one_table_are_several_statements() -> None:
    text = (
        "Numéro de compte;Date;Libellé;Montant\n12345678901;02/03/2026;A;5,00\n"
        "98765432109;02/03/2026;B;7,00\n12345678901;03/03/2026;C;1,00\n"
    )
    assert [(each.account, len(each.entries)) for each in read(text)] == [
        ("12345678901", 2),
        ("98765432109", 1),
    ]


def test_totals_and_balances_among_the_rows_are_no_movements() -> None:
    text = (
        "Date;Libellé;Montant\nSolde au 01/03/2026;;100,00\n02/03/2026;A;5,00\n"
        ";Total des opérations;5,00\n"
    )
    (statement,) = read(text.replace(";Total", "Total;"))
    assert len(statement.entries) == 1
    assert refusal("Date;Libellé;Montant\n02/03/2026;A;5,00\n;B;7,00\n") == "bank_file.bad_dates"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Date;Libellé;Montant\n02/03/2026;A;1.234\n", "bank_file.undecidable_amounts"),
        (
            "Date,Label,Amount\n02/03/2026,A,1.50\n05/02/2026,B,1.50\n01/06/2026,C,2.50\n",
            "bank_file.undecidable_dates",
        ),
        ("Date;Libellé;Montant\n02/03/2026;A;1,234\n02/03/2026;A;5,20\n", "bank_file.bad_amount"),
        ("Date;Libellé;Montant\n02/03/2026;A;\n", "bank_file.missing"),
        ('Date;Libellé;Montant\n02/03/2026;"A;1,00\n', "bank_file.broken_line"),
        ("Date;Libellé;Montant;Devise\n02/03/2026;A;1,00;EURO\n", "bank_file.bad_currency"),
        ("!Type:Bank\nD02/03/2026\nT1,00\n", "bank_file.truncated_or_damaged"),
        ("!Type:Bank\nDjamais\nT1,00\n^\n", "bank_file.bad_date"),
    ],
)
def test_what_can_not_be_known_is_refused(text: str, code: str) -> None:
    assert refusal(text) == code


def test_a_table_without_a_header_is_read_by_its_mapping_alone() -> None:
    text = "A;02/03/2026;5,00\nB;03/03/2026;-7,00\n"
    assert refusal(text) == "bank_file.mapping_needed"
    look = FORMATS.look(text.encode(), name="x", choices=LookChoices(header_line=NO_HEADER))
    assert look.columns == ("label", "date", "amount")
    mapping = ImportMapping(
        kind="bank",
        titles=look.titles,
        columns=look.columns,
        constants={"header_line": str(NO_HEADER), "account": "FR76"},
    )
    (statement,) = read(text, ReadingChoices(mappings=[mapping]))
    assert [str(entry.amount.amount) for entry in statement.entries] == ["5.00", "-7.00"]
    assert statement.account == "FR76"


def test_a_remembered_mapping_knows_its_encoding_and_outweighs_the_headers() -> None:
    text = "Date;Libellé;Détail;Montant\n02/03/2026;É;À PAYER;5,00\n"
    mapping = ImportMapping(
        kind="bank",
        titles=("Date", "Libellé", "Détail", "Montant"),
        columns=("date", "", "label", "amount"),
        constants={"encoding": "mac_roman", "delimiter": ";"},
        decimals=DecimalMark.COMMA,
    )
    choices = ReadingChoices(mappings=[mapping])
    (statement,) = FORMATS.read(text.encode("mac_roman"), name="x", choices=choices)
    assert statement.entries[0].label == "À PAYER"
    (other,) = read("Date;Libellé;Montant\n02/03/2026;X;5,00\n", choices)
    assert other.entries[0].label == "X"


def test_a_fee_is_deducted_where_the_balance_says_so() -> None:
    head = "Date;Libellé;Montant;Frais;Solde\n02/03/2026;A;10,00;0,00;110,00\n"
    assert amounts(head + "03/03/2026;B;-5,00;0,50;104,50\n") == ["10.00", "-5.50"]
    assert amounts(head + "03/03/2026;B;-5,00;0,50;105,00\n") == ["10.00", "-5.00"]


def test_amounts_in_francs_are_left_aside() -> None:
    text = (
        "Numéro Compte;1234567A020\nSolde (EUROS);99,90\nSolde (FRANCS);655,30\n\n"
        "Date;Libellé;Montant(EUROS);Montant(FRANCS)\n31/03/2026;VIR;120,00;787,15\n"
    )
    (statement,) = read(text)
    assert amounts(text) == ["120.00"]
    assert (statement.account, str(statement.closing)) == ("1234567A020", "99.90 EUR")

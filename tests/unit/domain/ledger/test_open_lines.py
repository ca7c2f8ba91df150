"""What stays open of a ledger's customers: lettering, partial lettering, credits, numbers."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.ledger.open_lines import (
    LONGEST_NUMBER,
    BalanceCheck,
    CustomerLedger,
    LedgerLine,
    OpenAmount,
    OpenKind,
)


def a_line(signed_minor: int, **changes: Any) -> LedgerLine:
    fields: dict[str, Any] = {
        "line": 2,
        "journal": "VE",
        "entry": "1",
        "entry_on": date(2026, 1, 5),
        "account": "411000",
        "account_name": "Clients",
        "auxiliary": "C1",
        "auxiliary_name": "Un",
        "piece": "F1",
        "piece_on": None,
        "label": "Facture",
        "letter": "",
    }
    return LedgerLine(**{**fields, **changes}, signed_minor=signed_minor)


def open_of(*lines: LedgerLine) -> list[OpenAmount]:
    ledger = CustomerLedger()
    for line in lines:
        ledger.add(line)
    return ledger.open_amounts()


def test_line_without_a_letter_is_open() -> None:
    [amount] = open_of(a_line(120_00), a_line(-100_00, account="706000", auxiliary=""))

    assert (amount.number, amount.open_minor, amount.kind) == ("F1", 120_00, OpenKind.INVOICE)


def test_lettered_lines_that_balance_are_settled() -> None:
    assert not open_of(
        a_line(120_00, letter="A"), a_line(-120_00, letter="A", journal="BQ", piece="V1")
    )


def test_the_same_letter_of_another_account_is_another_letter() -> None:
    amounts = open_of(
        a_line(120_00, letter="A"), a_line(-120_00, letter="A", auxiliary="C2", piece="V1")
    )

    assert sorted(each.open_minor for each in amounts) == [-120_00, 120_00]


def test_partial_lettering_when_paid_in_part_then_the_oldest_is_paid_first() -> None:
    amounts = open_of(
        a_line(100_00, letter="a", piece="F2", piece_on=date(2026, 2, 1)),
        a_line(50_00, letter="a", piece="F1", piece_on=date(2026, 1, 1)),
        a_line(-70_00, letter="a", journal="BQ", piece="V1"),
    )

    assert [(each.number, each.open_minor, each.total_minor) for each in amounts] == [
        ("F2", 80_00, 100_00)
    ]


def test_overpayment_is_left_as_a_payment_on_account() -> None:
    [amount] = open_of(
        a_line(100_00, letter="a"),
        a_line(-130_00, letter="a", journal="BQ", piece="V1"),
        a_line(130_00, account="512000", auxiliary="", journal="BQ", piece="V1"),
    )

    assert (amount.number, amount.open_minor, amount.kind) == ("V1", -30_00, OpenKind.ON_ACCOUNT)


def test_credit_in_a_sales_journal_is_a_credit_note() -> None:
    [amount] = open_of(
        a_line(-120_00, piece="A1"), a_line(100_00, account="709600", auxiliary="", piece="A1")
    )

    assert amount.kind is OpenKind.CREDIT_NOTE


def test_several_lines_of_one_document_are_one_amount() -> None:
    [amount] = open_of(a_line(60_00), a_line(60_00, line=3))

    assert (amount.open_minor, amount.total_minor) == (120_00, 120_00)


def test_numbers_shared_by_customers_are_told_apart() -> None:
    amounts = open_of(a_line(1, piece="AN"), a_line(2, piece="AN", auxiliary="C2"))

    assert [each.number for each in amounts] == ["AN-C1", "AN-C2"]


def test_long_numbers_are_cut_and_stay_different() -> None:
    amounts = open_of(a_line(1, piece="F" * 60 + "1"), a_line(2, piece="F" * 60 + "2"))

    assert len({each.number for each in amounts}) == 2
    assert all(len(each.number) <= LONGEST_NUMBER for each in amounts)


def test_customer_with_an_account_of_its_own_is_known_by_it() -> None:
    ledger = CustomerLedger()
    ledger.add(a_line(5, account="411DUPONT", account_name="Dupont", auxiliary=""))
    ledger.add(a_line(5, account="4110000", account_name="Clients", auxiliary=""))

    assert {code: (each.name, each.is_collective) for code, each in ledger.accounts.items()} == {
        "411DUPONT": ("Dupont", False),
        "4110000": ("Clients", True),
    }


def test_balance_when_an_entry_does_not_balance_then_it_is_named() -> None:
    check = BalanceCheck()
    for line in (a_line(100, entry="1"), a_line(-100, entry="1"), a_line(7, entry="2", line=9)):
        check.add(line, max(line.signed_minor, 0), max(-line.signed_minor, 0))

    [found] = check.unbalanced()
    assert (found.journal, found.entry, found.line, found.difference_minor) == ("VE", "2", 9, 7)


@given(
    st.lists(
        st.tuples(
            st.integers(-500, 500),
            st.sampled_from(["", "A", "b"]),
            st.sampled_from(["C1", "C2"]),
            st.sampled_from(["F1", "F2", "", "AN"]),
            st.sampled_from(["VE", "BQ"]),
        ),
        max_size=25,
    )
)
def test_what_is_open_always_sums_up_to_the_balance(
    drawn: list[tuple[int, str, str, str, str]],
) -> None:
    ledger = CustomerLedger()
    for number, (minor, letter, auxiliary, piece, journal) in enumerate(drawn, start=2):
        ledger.add(
            a_line(
                minor,
                line=number,
                letter=letter,
                auxiliary=auxiliary,
                piece=piece,
                journal=journal,
                entry=str(number),
            )
        )
    amounts = ledger.open_amounts()

    for code, account in ledger.accounts.items():
        taken = sum(each.open_minor for each in amounts if each.auxiliary == code)
        assert taken == account.balance_minor
    assert len({each.number for each in amounts}) == len(amounts)
    for each in amounts:
        assert each.open_minor * each.total_minor > 0
        assert abs(each.open_minor) <= abs(each.total_minor)

"""Which bank line credits which slip: by amount, days and words, never by the amount alone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.matching.slips import match_returns, match_slips
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt, Remittance
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import (
    BankAccountId,
    BankStatementId,
    BankTransactionId,
    CustomerId,
)
from otc_desktop.domain.shared.money import Money

ACCOUNT = BankAccountId(UUID(int=1))
SLIP = DepositSlip(
    id=UUID(int=2),
    number="REM-2026-0001",
    kind=PaperKind.CHEQUE,
    remittance=Remittance.COLLECTION,
    bank_account_id=ACCOUNT,
    made_on=date(2026, 11, 20),
    total=Money.of("180.00", EUR),
    papers=2,
)


def a_line(
    amount: str = "180.00",
    label: str = "REMISE CHEQUES",
    *,
    place: int = 3,
    on: date = date(2026, 11, 23),
    code: str = "",
) -> BankTransaction:
    """A waiting line of the slip's account."""
    return BankTransaction(
        id=BankTransactionId(UUID(int=place)),
        account_id=ACCOUNT,
        statement_id=BankStatementId(UUID(int=4)),
        booked_on=on,
        value_on=on,
        amount=Money.of(amount, EUR),
        label=label,
        counterparty="",
        counterparty_account="",
        end_to_end_id="",
        bank_reference="",
        structured_reference="",
        fingerprint="",
        allocated=Money.zero(EUR),
        transaction_code=code,
    )


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        (a_line(), True),
        (a_line(label="REM-2026-0001"), True),
        (a_line(label="CREDIT DIVERS", code="02"), True),
        (a_line(label="VIREMENT DURAND"), False),
        (a_line(label="REMISEMENT"), False),
    ],
)
def test_the_line_has_to_say_that_it_is_a_remittance(line: BankTransaction, *, sure: bool) -> None:
    [match] = match_slips([SLIP], [line])
    assert match.sure is sure


@pytest.mark.parametrize(
    "line",
    [
        a_line("179.99"),
        a_line("180.01"),
        a_line("-180.00"),
        a_line(on=date(2026, 11, 19)),
        a_line(on=date(2026, 12, 20)),
        replace(a_line(), account_id=BankAccountId(UUID(int=9))),
    ],
)
def test_another_amount_day_or_account_is_no_match(line: BankTransaction) -> None:
    assert match_slips([SLIP], [line]) == ()


def test_twins_and_what_was_taken_apart_are_left_to_a_person() -> None:
    twins = match_slips([SLIP], [a_line(), a_line(place=4)])
    assert [match.sure for match in twins] == [False, False]
    both = match_slips([SLIP, replace(SLIP, id=UUID(int=7))], [a_line()])
    assert [match.sure for match in both] == [False, False]
    line = a_line()
    [match] = match_slips([SLIP], [line], {(line.id, SLIP.id)})
    assert not match.sure


def test_cards_net_of_their_fee_are_proposed_when_the_line_says_so() -> None:
    cards = replace(SLIP, kind=PaperKind.CARD)
    [match] = match_slips([cards], [a_line("178.20", "REMISE CB TPE 4"), a_line("178.10", "VIR")])
    assert (match.sure, match.reasons[0].params["charge"]) == (False, Money.of("1.80", EUR))


def test_a_return_is_found_by_its_amount_the_one_that_names_it_first() -> None:
    cheque = PaperReceipt(
        id=UUID(int=5),
        kind=PaperKind.CHEQUE,
        customer_id=CustomerId(UUID(int=6)),
        number="0000123",
        drawer="Durand",
        bank="",
        amount=Money.of("120.00", EUR),
        received_on=date(2026, 11, 20),
    )
    plain = a_line("-120.00", "CHQ IMPAYE", place=1)
    named = a_line("-135.00", "CHQ IMPAYE 0000123", place=2)
    others = [a_line("-119.99"), a_line("-170.01"), a_line("120.00")]
    assert match_returns(cheque, [plain, *others, named]) == (named, plain)

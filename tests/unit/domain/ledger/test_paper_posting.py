"""Cheques and bills: their states, and the accounts they pass through."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.ledger.paper_posting import post_paper, post_remittance, post_slip_credit
from otc_desktop.domain.receivables.paper_receipt import (
    PaperKind,
    PaperReceipt,
    PaperStatus,
    Remittance,
    slip_total,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, JournalEntryId, OpenItemId
from otc_desktop.domain.shared.money import Money

DAY = date(2026, 11, 20)
ENTRY = JournalEntryId(UUID(int=9))
CHEQUE = PaperReceipt(
    id=UUID(int=1),
    kind=PaperKind.CHEQUE,
    customer_id=CustomerId(UUID(int=2)),
    number="0000123",
    drawer="Durand",
    bank="BNP",
    amount=Money.of("120.00", EUR),
    received_on=DAY,
)
BILL = replace(CHEQUE, kind=PaperKind.BILL, due_on=date(2026, 12, 31))


def _sums(entry: JournalEntry) -> dict[str, str]:
    return {line.account: str((line.debit - line.credit).amount) for line in entry.lines}


def test_a_cheque_settles_items_and_leaves_the_rest_on_account() -> None:
    item = OpenItemId(UUID(int=3))
    entry = post_paper(
        CHEQUE,
        ENTRY,
        parts=((item, "", Money.of("100.00", EUR)),),
        customer_code="C1",
        scheme=DEFAULT_SCHEME,
    )
    told = [(one.account, str(one.debit - one.credit), one.item_id) for one in entry.lines]
    assert told == [
        ("511200", str(Money.of("120.00", EUR)), None),
        ("411000", str(Money.of("-100.00", EUR)), item),
        ("411000", str(Money.of("-20.00", EUR)), None),
    ]
    assert {line.auxiliary for line in entry.lines[1:]} == {"C1"}


@pytest.mark.parametrize(
    ("kind", "remittance", "between"),
    [
        (PaperKind.CHEQUE, Remittance.COLLECTION, "511200"),
        (PaperKind.BILL, Remittance.COLLECTION, "511300"),
        (PaperKind.NOTE, Remittance.DISCOUNT, "511400"),
    ],
)
def test_a_slip_passes_through_its_account_and_leaves_it_empty(
    kind: PaperKind, remittance: Remittance, between: str
) -> None:
    amount = Money.of("120.00", EUR)
    remitted = post_remittance(
        ENTRY,
        kind=kind,
        remittance=remittance,
        amount=amount,
        on=DAY,
        slip_number="R1",
        scheme=DEFAULT_SCHEME,
    )
    credited = post_slip_credit(
        ENTRY,
        kind=kind,
        remittance=remittance,
        amount=amount,
        credited=Money.of("118.50", EUR),
        on=DAY,
        slip_number="R1",
        journal="BQ",
        bank_ledger_account="512000",
        scheme=DEFAULT_SCHEME,
    )
    if kind is PaperKind.CHEQUE:
        assert remitted is None
    else:
        assert remitted is not None
        assert _sums(remitted) == {between: "120.00", "413000": "-120.00"}
    assert _sums(credited) == {"512000": "118.50", "627000": "1.50", between: "-120.00"}


def test_a_paper_is_remitted_once_and_returned_even_after_its_credit() -> None:
    remitted = CHEQUE.remit(UUID(int=5))
    with pytest.raises(RuleError, match="paper_not_held"):
        remitted.remit(UUID(int=6))
    with pytest.raises(RuleError, match="paper_not_remitted"):
        CHEQUE.pay()
    assert remitted.pay().send_back().status is PaperStatus.RETURNED
    with pytest.raises(RuleError, match="paper_not_remitted"):
        remitted.send_back().send_back()


def test_a_slip_holds_one_kind_of_papers_in_hand() -> None:
    assert slip_total([CHEQUE, CHEQUE], Remittance.COLLECTION) == Money.of("240.00", EUR)
    for papers, remittance, code in (
        ([], Remittance.COLLECTION, "slip_empty"),
        ([CHEQUE, BILL], Remittance.COLLECTION, "slip_mixed"),
        ([CHEQUE.remit(UUID(int=5))], Remittance.COLLECTION, "paper_not_held"),
        ([CHEQUE], Remittance.DISCOUNT, "cheque_discounted"),
    ):
        with pytest.raises(RuleError, match=code):
            slip_total(papers, remittance)


def test_a_bill_needs_its_due_date_and_every_paper_an_amount() -> None:
    with pytest.raises(RuleError, match="bill_without_due_date"):
        replace(CHEQUE, kind=PaperKind.NOTE)
    with pytest.raises(RuleError, match="paper_without_amount"):
        replace(CHEQUE, amount=Money.zero(EUR))

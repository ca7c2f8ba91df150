"""What each receipt pays, how sure that is, and when no machine may decide."""

from datetime import date

import pytest

from otc_desktop.domain.matching import scoring
from otc_desktop.domain.matching.candidates import Candidate, Claim, MatchProposal, Memory, Receipt
from otc_desktop.domain.matching.engine import propose
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.shared.money import Money
from tests.support.domain import (
    LIMITS,
    USD,
    a_claim,
    a_memory,
    a_receipt,
    an_id,
    eur,
    explain,
)

KNOWN = a_memory(accounts={"FR76A": "C0001"}, names={"durand": "C0001"})


def only(receipt: Receipt, *claims: Claim, memory: Memory | None = None) -> MatchProposal:
    (proposal,) = explain([receipt], claims, memory)
    return proposal


def auto(proposal: MatchProposal) -> Candidate | None:
    return proposal.automatic(scoring.DEFAULT_THRESHOLD)


def parts(candidate: Candidate | None) -> list[tuple[object, Money]]:
    assert candidate is not None
    return list(candidate.parts)


def codes(candidate: Candidate | None) -> list[str]:
    assert candidate is not None
    return [reason.code for reason in candidate.reasons]


# ---- by number -----------------------------------------------------------------------


def test_number_and_amount_are_sure() -> None:
    sure = auto(only(a_receipt("VIR F2026 00412"), a_claim("F2026-00412")))
    assert parts(sure) == [(an_id("F2026-00412"), eur("100"))]
    assert codes(sure) == ["matching.number_in_label", "matching.exact_amount"]
    assert sure is not None
    assert sure.difference.kind is DifferenceKind.NONE


def test_a_number_inside_another_is_no_number() -> None:
    proposal = only(a_receipt("INV-10"), a_claim("INV-1"))
    assert auto(proposal) is None
    assert "matching.number_in_label" not in codes(proposal.candidates[0])


def test_several_invoices_in_one_transfer() -> None:
    claims = [a_claim("FA-001", "60"), a_claim("FA-002", "40"), a_claim("FA-003", "40")]
    sure = auto(only(a_receipt("FA-001 + FA-002"), *claims))
    assert parts(sure) == [(an_id("FA-001"), eur("60")), (an_id("FA-002"), eur("40"))]
    assert codes(sure)[-1] == "matching.sum_of_invoices"


def test_a_credit_note_named_is_netted() -> None:
    claims = [a_claim("FA-001", "130"), a_claim("AV-001", "-30")]
    sure = auto(only(a_receipt("FA-001 moins AV-001"), *claims))
    assert parts(sure) == [(an_id("FA-001"), eur("130")), (an_id("AV-001"), eur("-30"))]


def test_a_credit_note_that_explains_the_gap_is_netted_without_being_named() -> None:
    claims = [a_claim("FA-001", "130"), a_claim("AV-001", "-30")]
    sure = auto(only(a_receipt("FA-001"), *claims))
    assert parts(sure) == [(an_id("FA-001"), eur("130")), (an_id("AV-001"), eur("-30"))]
    assert codes(sure)[-1] == "matching.credit_note_netted"


def test_a_credit_note_that_does_not_explain_the_gap_is_left_alone() -> None:
    claims = [a_claim("FA-001", "130"), a_claim("AV-001", "-20")]
    sure = auto(only(a_receipt("FA-001"), *claims))
    assert parts(sure) == [(an_id("FA-001"), eur("100"))]
    assert "matching.part_payment" in codes(sure)


def test_two_credit_notes_that_explain_the_gap_are_for_a_person() -> None:
    notes = [a_claim(number, "-30") for number in ("AV-001", "AV-002")]
    proposal = only(a_receipt("FA-001"), a_claim("FA-001", "130"), *notes)
    assert auto(proposal) is None
    assert len(proposal.candidates) >= 2


@pytest.mark.parametrize("names", ["AV-001", "FA-001 AV-001"])
def test_credit_notes_that_outweigh_are_no_reason_to_be_paid(names: str) -> None:
    claims = [a_claim("AV-001", "-130"), a_claim("FA-001", "100")]
    proposal = only(a_receipt(names), *claims)
    assert auto(proposal) is None
    assert all(amount > eur("0") for each in proposal.candidates for _, amount in parts(each))


def test_part_payment_of_a_named_invoice() -> None:
    sure = auto(only(a_receipt("FA-001", "30"), a_claim("FA-001", "100")))
    assert parts(sure) == [(an_id("FA-001"), eur("30"))]
    assert sure is not None
    assert sure.reasons[-1].params == {"open": eur("100"), "left": eur("70")}


@pytest.mark.parametrize("amount", ["98", "96"])
def test_so_little_missing_may_be_discount_or_charges(amount: str) -> None:
    proposal = only(a_receipt("FA-001", amount, account="FR76A"), a_claim("FA-001"), memory=KNOWN)
    assert auto(proposal) is None
    kinds = {each.difference.kind for each in proposal.candidates}
    assert DifferenceKind.BANK_CHARGE in kinds


def test_a_short_number_of_digits_alone_may_be_chance() -> None:
    claim = a_claim("2026", "100")
    assert auto(only(a_receipt("LE 15 12 2026", "30"), claim)) is None
    assert auto(only(a_receipt("FACTURE 2026"), claim))
    assert auto(only(a_receipt("LE 15 12 2026", account="FR76A"), claim, memory=KNOWN))
    assert auto(only(a_receipt("FACTURE 202600412", "30"), a_claim("2026-00412", "100")))


def test_less_than_the_sum_is_for_a_person() -> None:
    older = a_claim("FA-002", "60", due_on=date(2026, 11, 1))
    proposal = only(a_receipt("FA-001 FA-002"), a_claim("FA-001", "60"), older)
    assert auto(proposal) is None
    best = proposal.candidates[0]
    assert parts(best) == [(an_id("FA-002"), eur("60")), (an_id("FA-001"), eur("40"))]
    assert codes(best)[-1] == "matching.less_than_sum"


def test_more_than_owed_is_for_a_person() -> None:
    proposal = only(a_receipt("FA-001", "150"), a_claim("FA-001", "100"))
    assert auto(proposal) is None
    assert parts(proposal.candidates[0]) == [(an_id("FA-001"), eur("100"))]
    assert proposal.candidates[0].reasons[-1].params == {"owed": eur("100"), "excess": eur("50")}


@pytest.mark.parametrize(("amount", "short"), [("99.95", "0.05"), ("100.05", "-0.05")])
def test_a_difference_within_tolerance_is_rounding(amount: str, short: str) -> None:
    sure = auto(only(a_receipt("FA-001", amount), a_claim("FA-001", "100")))
    assert sure is not None
    assert (sure.difference.amount, sure.difference.kind) == (eur(short), DifferenceKind.ROUNDING)
    assert parts(sure) == [(an_id("FA-001"), eur("100"))]
    assert codes(sure)[-1] == "matching.within_tolerance"


@pytest.mark.parametrize("amount", ["99.94", "100.06"])
def test_beyond_tolerance_nothing_is_written_off(amount: str) -> None:
    proposal = only(a_receipt("FA-001", amount), a_claim("FA-001", "100"))
    sure = auto(proposal)
    assert sure is None or not sure.difference.amount
    kinds = {each.difference.kind for each in proposal.candidates}
    assert DifferenceKind.ROUNDING not in kinds


def test_numbers_of_several_customers_are_never_automatic() -> None:
    claims = [a_claim("FA-001"), a_claim("FA-002", customer="C0002"), a_claim("FA-003", "5")]
    proposal = only(a_receipt("FA-001 FA-002 FA-003"), *claims)
    assert auto(proposal) is None
    first_two = {parts(each)[0][0] for each in proposal.candidates[:2]}
    assert first_two == {an_id("FA-001"), an_id("FA-002")}
    assert "matching.several_customers_named" in codes(proposal.candidates[0])


def test_the_payer_is_a_reason_only_for_its_own_invoice() -> None:
    receipt = a_receipt("FA-001", account="FR76A")
    own = auto(only(receipt, a_claim("FA-001"), memory=KNOWN))
    others = auto(only(receipt, a_claim("FA-001", customer="C0002"), memory=KNOWN))
    assert "matching.iban_known" in codes(own)
    assert "matching.iban_known" not in codes(others)


# ---- by payer ------------------------------------------------------------------------


def test_a_known_account_and_an_exact_amount_are_sure() -> None:
    claims = [a_claim("FA-001"), a_claim("FA-002", "70")]
    sure = auto(only(a_receipt(account="FR76A"), *claims, memory=KNOWN))
    assert parts(sure) == [(an_id("FA-001"), eur("100"))]
    assert codes(sure) == ["matching.iban_known", "matching.exact_amount"]


def test_a_known_name_and_an_exact_amount_are_sure() -> None:
    proposal = only(a_receipt(counterparty="SARL DURAND"), a_claim("FA-001"), memory=KNOWN)
    assert codes(auto(proposal)) == ["matching.name_known", "matching.exact_amount"]


def test_a_known_name_is_less_than_an_account() -> None:
    by_name, by_account = (
        only(receipt, a_claim("FA-001"), memory=KNOWN).candidates[0].confidence
        for receipt in (a_receipt(counterparty="DURAND"), a_receipt(account="FR76A"))
    )
    assert by_name < by_account


def test_an_unknown_account_leaves_the_name() -> None:
    receipt = a_receipt(account="FR76X", counterparty="Dürand")
    assert codes(only(receipt, a_claim("FA-001"), memory=KNOWN).candidates[0])[0] == (
        "matching.name_known"
    )


def test_twins_are_never_automatic() -> None:
    claims = [a_claim("FA-001"), a_claim("FA-002")]
    proposal = only(a_receipt(account="FR76A"), *claims, memory=KNOWN)
    assert auto(proposal) is None
    assert [each.alone for each in proposal.candidates[:2]] == [False, False]


def test_the_whole_balance_is_proposed() -> None:
    claims = [a_claim("FA-001", "60"), a_claim("FA-002", "70"), a_claim("AV-001", "-30")]
    proposal = only(a_receipt(account="FR76A"), *claims, memory=KNOWN)
    assert auto(proposal) is None
    assert sum(amount.minor for _, amount in proposal.candidates[0].parts) == 10000
    assert codes(proposal.candidates[0])[-1] == "matching.whole_balance"


def test_otherwise_the_oldest_are_proposed() -> None:
    claims = [
        a_claim("FA-002", "70", due_on=date(2026, 12, 2)),
        a_claim("AV-001", "-31", due_on=date(2026, 10, 1)),
        a_claim("FA-001", "60", due_on=date(2026, 12, 1)),
        a_claim("FA-003", "70", due_on=date(2026, 12, 3)),
    ]
    proposal = only(a_receipt(account="FR76A"), *claims, memory=KNOWN)
    assert parts(proposal.candidates[0]) == [
        (an_id("FA-001"), eur("60")),
        (an_id("FA-002"), eur("40")),
    ]
    assert codes(proposal.candidates[0])[-1] == "matching.oldest_first"


def test_a_known_payer_that_owes_nothing_explains_nothing() -> None:
    claims = [a_claim("FA-001", customer="C0002")]
    assert only(a_receipt(account="FR76A"), *claims, memory=KNOWN).candidates == ()
    note = a_claim("AV-001", "-30")
    assert only(a_receipt(account="FR76A"), note, memory=KNOWN).candidates == ()


# ---- by amount -----------------------------------------------------------------------


def test_an_amount_alone_is_a_hint() -> None:
    proposal = only(a_receipt(), a_claim("FA-001"), a_claim("FA-002", "99"))
    assert auto(proposal) is None
    assert [parts(each)[0][0] for each in proposal.candidates] == [an_id("FA-001")]


def test_hints_are_few_and_nearest_in_time_first() -> None:
    claims = [a_claim(f"FA-{day:03d}", due_on=date(2026, 11, day)) for day in range(9, 0, -1)]
    found = only(a_receipt(), *claims).candidates
    assert [parts(each)[0][0] for each in found] == [
        an_id(f"FA-00{day}") for day in range(9, 4, -1)
    ]


def test_nothing_fits() -> None:
    assert only(a_receipt(), a_claim("FA-001", "99")).candidates == ()
    assert only(a_receipt()).candidates == ()


# ---- what was decided before -----------------------------------------------------------


def test_an_invoice_paid_twice_is_not_settled_twice() -> None:
    receipts = [a_receipt("FA-001", name=each, on=date(2026, 12, each)) for each in (1, 2)]
    first, second = explain(receipts, [a_claim("FA-001")])
    assert auto(first)
    assert second.candidates == ()


def test_a_second_payment_does_not_go_to_a_twin_of_the_invoice_it_names() -> None:
    receipts = [
        a_receipt("FA-001", name=each, on=date(2026, 12, each), account="FR76A") for each in (1, 2)
    ]
    first, second = explain(receipts, [a_claim("FA-001"), a_claim("FA-002")], KNOWN)
    assert parts(auto(first)) == [(an_id("FA-001"), eur("100"))]
    assert auto(second) is None
    assert codes(second.candidates[0])[-1] == "matching.named_is_settled"


def test_part_payments_add_up_to_the_invoice() -> None:
    receipts = [a_receipt("FA-001", "60", name=each, on=date(2026, 12, each)) for each in (1, 2)]
    first, second = explain(receipts, [a_claim("FA-001", "100")])
    assert auto(first)
    assert auto(second) is None
    assert codes(second.candidates[0])[-1] == "matching.more_than_owed"


def test_the_rest_of_a_part_payment_is_found_by_its_amount() -> None:
    receipts = [
        a_receipt("FA-001", "60", name=1, on=date(2026, 12, 1)),
        a_receipt("", "40", name=2, on=date(2026, 12, 2), account="FR76A"),
    ]
    _, second = explain(receipts, [a_claim("FA-001", "100"), a_claim("FA-002", "100")], KNOWN)
    assert parts(auto(second)) == [(an_id("FA-001"), eur("40"))]


def test_the_balance_is_what_earlier_receipts_left() -> None:
    claims = [a_claim("FA-001", "60"), a_claim("FA-002", "70"), a_claim("FA-003", "30")]
    receipts = [
        a_receipt("FA-001", "60", name=1, on=date(2026, 12, 1)),
        a_receipt("", "100", name=2, on=date(2026, 12, 2), account="FR76A"),
    ]
    _, second = explain(receipts, claims, KNOWN)
    assert codes(second.candidates[0])[-1] == "matching.whole_balance"
    assert [item_id for item_id, _ in second.candidates[0].parts] == [
        an_id("FA-002"),
        an_id("FA-003"),
    ]


def test_an_earlier_receipt_comes_first_whatever_the_order_of_the_file() -> None:
    late, early = (a_receipt("FA-001", name=n, on=date(2026, 12, n)) for n in (2, 1))
    assert [each.receipt_id for each in explain([late, early], [a_claim("FA-001")])] == [
        early.id,
        late.id,
    ]


def test_what_a_person_undid_is_never_proposed_again() -> None:
    receipt = a_receipt("FA-001")
    undone = a_memory(undone={(receipt.id, a_claim("FA-001").id)})
    assert only(receipt, a_claim("FA-001"), memory=undone).candidates == ()
    other = a_receipt("FA-001", name="another")
    assert auto(only(other, a_claim("FA-001"), memory=undone))


def test_a_sum_that_holds_an_undone_pair_is_not_proposed() -> None:
    receipt = a_receipt("FA-001 FA-002", "200")
    undone = a_memory(undone={(receipt.id, a_claim("FA-002").id)})
    assert only(receipt, a_claim("FA-001"), a_claim("FA-002"), memory=undone).candidates == ()


def test_money_before_the_invoice_is_not_automatic() -> None:
    claim = a_claim("FA-001", issued_on=date(2026, 12, 11))
    proposal = only(a_receipt("FA-001", on=date(2026, 12, 10)), claim)
    assert auto(proposal) is None
    assert codes(proposal.candidates[0])[-1] == "matching.before_invoice"
    assert auto(only(a_receipt("FA-001", on=date(2026, 12, 11)), claim))


# ---- currencies ------------------------------------------------------------------------


def test_a_receipt_pays_claims_of_its_currency_only() -> None:
    proposal = only(a_receipt("FA-001", account="FR76A"), a_claim("FA-001", currency=USD))
    assert proposal.candidates == ()


def test_a_receipt_in_another_currency_is_explained_but_never_rounded() -> None:
    exact = a_receipt("FA-001", "100", currency=USD)
    near = a_receipt("FA-001", "99.99", currency=USD)
    claim = a_claim("FA-001", currency=USD)
    assert auto(only(exact, claim))
    proposal = only(near, claim)
    assert auto(proposal) is None
    assert "matching.part_payment" in {codes(each)[-1] for each in proposal.candidates}
    assert DifferenceKind.ROUNDING not in {each.difference.kind for each in proposal.candidates}


def test_the_balance_of_one_currency_is_not_that_of_another() -> None:
    claims = [
        a_claim("FA-001", "60"),
        a_claim("FA-002", "40"),
        a_claim("FA-003", "7", currency=USD),
    ]
    best = only(a_receipt(account="FR76A"), *claims, memory=KNOWN).candidates[0]
    assert codes(best)[-1] == "matching.whole_balance"
    assert len(best.parts) == 2


# ---- the run ---------------------------------------------------------------------------


def test_progress_is_told_receipt_by_receipt() -> None:
    told: list[int] = []
    propose(
        [a_receipt(name=1), a_receipt(name=2)],
        [],
        a_memory(),
        threshold=0.95,
        limits=LIMITS,
        watch=told.append,
    )
    assert told == [1, 2]


def test_a_higher_threshold_posts_less() -> None:
    proposal = only(a_receipt("FA-001", "30"), a_claim("FA-001"))
    said = proposal.candidates[0].confidence
    assert proposal.automatic(said)
    assert proposal.automatic(said + 0.0001) is None
    assert MatchProposal(a_receipt().id, ()).automatic(0.0) is None

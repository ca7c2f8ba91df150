"""Matching never invents money, never decides on thin evidence, and has no favourites."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.matching.candidates import Claim, MatchProposal, Receipt
from otc_desktop.domain.matching.references import find_numbers, index_by_key
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.shared.money import total
from tests.support.domain import (
    TOLERANCE,
    USD,
    a_claim,
    a_memory,
    a_receipt,
    eur,
    explain,
)

DAY = date(2026, 11, 1)
CUSTOMERS = ("C0001", "C0002", "C0003")
NUMBERS = ["INV-1", "INV-10", "INV-11", "FA-2026-7", "FA 2026/70", "2026", "12345", "AV-1", "AV-2"]
AMOUNTS = ["10.00", "10.03", "20.00", "20.00", "30.00", "100.00"]
MEMORY = a_memory(
    accounts={"FR76A": "C0001", "FR76B": "C0002"}, names={"durand": "C0001", "martin": "C0003"}
)
DAYS = st.integers(0, 20).map(lambda days: DAY + timedelta(days))


@st.composite
def claim_lists(draw: st.DrawFn) -> list[Claim]:
    """Claims with numbers alike, few amounts and three customers: many ways to err."""
    numbers = draw(st.lists(st.sampled_from(NUMBERS), unique=True, max_size=len(NUMBERS)))
    return [
        a_claim(
            number,
            ("-" if number.startswith("AV") else "") + draw(st.sampled_from(AMOUNTS)),
            customer=draw(st.sampled_from(CUSTOMERS)),
            issued_on=draw(DAYS),
            due_on=draw(DAYS),
            currency=USD if draw(st.integers(0, 9)) == 0 else eur("0").currency,
        )
        for number in numbers
    ]


@st.composite
def receipt_lists(draw: st.DrawFn) -> list[Receipt]:
    """Receipts that name some of those numbers, or words, or nothing."""
    words = st.sampled_from([*NUMBERS, "INV 1", "INV-100", "VIR", "30", "10,00"])
    return [
        a_receipt(
            " ".join(draw(st.lists(words, max_size=3))),
            draw(st.sampled_from([*AMOUNTS, "40.00", "5.00", "9.97"])),
            name=place,
            on=draw(DAYS),
            counterparty=draw(st.sampled_from(["", "DURAND", "Martin", "X"])),
            account=draw(st.sampled_from(["", "FR76A", "FR76B", "FR76X"])),
        )
        for place in range(draw(st.integers(0, 6)))
    ]


def booked(proposals: list[MatchProposal]) -> list[MatchProposal]:
    return [each for each in proposals if each.automatic(DEFAULT_THRESHOLD)]


@settings(max_examples=80)
@given(claim_lists(), receipt_lists())
def test_no_proposal_exceeds_the_receipt_or_what_is_open(
    claims: list[Claim], receipts: list[Receipt]
) -> None:
    by_id = {each.id: each for each in claims}
    amounts = {each.id: each.amount for each in receipts}
    for proposal in explain(receipts, claims, MEMORY):
        received = amounts[proposal.receipt_id]
        for candidate in proposal.candidates:
            laid = total((amount for _, amount in candidate.parts), received.currency)
            assert eur("0") < laid - candidate.difference.amount <= received
            if candidate.difference.kind is DifferenceKind.ROUNDING:
                assert abs(candidate.difference.amount) <= TOLERANCE
            has_kind = candidate.difference.kind is not DifferenceKind.NONE
            assert has_kind == bool(candidate.difference.amount)
            ids = [item_id for item_id, _ in candidate.parts]
            assert len(set(ids)) == len(ids)
            assert len({by_id[item_id].customer_id for item_id in ids}) == 1
            for item_id, amount in candidate.parts:
                assert 0 < amount.minor / by_id[item_id].open.minor <= 1


@settings(max_examples=80)
@given(claim_lists(), receipt_lists())
def test_what_is_booked_together_stays_within_what_is_open(
    claims: list[Claim], receipts: list[Receipt]
) -> None:
    laid: Counter[object] = Counter()
    for proposal in booked(explain(receipts, claims, MEMORY)):
        sure = proposal.automatic(DEFAULT_THRESHOLD)
        assert sure is not None
        for item_id, amount in sure.parts:
            laid[item_id] += amount.minor
    for claim in claims:
        assert abs(laid[claim.id]) <= abs(claim.open.minor)


@settings(max_examples=80)
@given(claim_lists(), receipt_lists())
def test_a_machine_books_only_on_a_number_or_a_known_payer(
    claims: list[Claim], receipts: list[Receipt]
) -> None:
    by_id = {each.id: each for each in claims}
    index = index_by_key(each.number for each in claims)
    sources = {each.id: each for each in receipts}
    for proposal in booked(explain(receipts, claims, MEMORY)):
        receipt = sources[proposal.receipt_id]
        sure = proposal.automatic(DEFAULT_THRESHOLD)
        assert sure is not None
        settled = [by_id[item_id] for item_id, _ in sure.parts]
        named = set(find_numbers(receipt.text, index))
        owners = {
            MEMORY.customer_by_account.get(receipt.counterparty_account),
            MEMORY.customer_by_name.get(receipt.counterparty.lower()),
        }
        by_number = any(each.number in named for each in settled)
        assert by_number or settled[0].customer_id in owners
        full = receipt.amount + sure.difference.amount == total(
            (amount for _, amount in sure.parts), receipt.amount.currency
        )
        assert full
        assert all(each.issued_on <= receipt.booked_on for each in settled)
        assert sure.alone


@settings(max_examples=50)
@given(claim_lists(), receipt_lists(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_lists_does_not_matter(
    claims: list[Claim], receipts: list[Receipt], random: Random
) -> None:
    mixed_claims, mixed_receipts = list(claims), list(receipts)
    random.shuffle(mixed_claims)
    random.shuffle(mixed_receipts)
    assert explain(mixed_receipts, mixed_claims, MEMORY) == explain(receipts, claims, MEMORY)


@settings(max_examples=50)
@given(claim_lists(), receipt_lists())
def test_what_was_undone_never_comes_back(claims: list[Claim], receipts: list[Receipt]) -> None:
    undone = frozenset(
        (each.receipt_id, item_id)
        for each in booked(explain(receipts, claims, MEMORY))
        for candidate in each.candidates
        for item_id, _ in candidate.parts
    )
    memory = a_memory(
        accounts={"FR76A": "C0001", "FR76B": "C0002"}, names={"durand": "C0001"}, undone=undone
    )
    for proposal in explain(receipts, claims, memory):
        for candidate in proposal.candidates:
            for item_id, _ in candidate.parts:
                assert (proposal.receipt_id, item_id) not in undone


@given(
    st.sampled_from(["INV-1", "INV-10", "FA-2026-7", "2026"]),
    st.text(alphabet="0129AVé", min_size=1, max_size=3),
    st.booleans(),
)
def test_a_number_grown_by_any_letter_or_digit_is_another(
    number: str, more: str, at_the_end: bool
) -> None:
    index = index_by_key([number])
    grown = f"{number}{more}" if at_the_end else f"{more}{number}"
    assert find_numbers(f"VIR {number} MERCI", index) == (number,)
    assert find_numbers(f"VIR {grown} MERCI", index) == ()

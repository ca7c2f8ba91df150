"""Labels that a careful human understands: shortened, misread, net of fees, in shares."""

from datetime import date

import pytest

from otc_desktop.domain.matching.candidates import Candidate, Claim, MatchProposal, Receipt
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.matching.told_amounts import gross_told
from otc_desktop.domain.receivables.allocation import DifferenceKind
from tests.support.domain import a_claim, a_memory, a_receipt, eur, explain

KNOWN = a_memory(accounts={"FR76A": "C0001"}, names={"durand": "C0001"})


def only(receipt: Receipt, *claims: Claim) -> MatchProposal:
    (proposal,) = explain([receipt], claims, KNOWN)
    return proposal


def codes(candidate: Candidate) -> list[str]:
    return [reason.code.removeprefix("matching.") for reason in candidate.reasons]


def settled(candidate: Candidate, *claims: Claim) -> set[str]:
    numbers = {claim.id: claim.number for claim in claims}
    return {numbers[item_id] for item_id, _ in candidate.parts}


def automatic(proposal: MatchProposal) -> bool:
    return proposal.automatic(DEFAULT_THRESHOLD) is not None


def test_the_year_of_the_next_number_is_no_end_of_a_listed_one() -> None:
    claims = [a_claim("2026/00033", "60"), a_claim("2026/00036", "40")]
    claims.append(a_claim("2026/02026", "30", customer="C0002"))
    proposal = only(a_receipt("FACT 2026/00033 + 2026/00036", "100", account="FR76A"), *claims)
    assert automatic(proposal)
    assert settled(proposal.candidates[0], *claims) == {"2026/00033", "2026/00036"}


def test_letters_read_for_digits_still_name_the_document() -> None:
    claims = [a_claim("F2026-01039", "606"), a_claim("F2026-00769", "606", customer="C0002")]
    proposal = only(a_receipt("FACTURE F2O26-O1O39", "606"), *claims)
    best = proposal.candidates[0]
    assert settled(best, *claims) == {"F2026-01039"}
    assert "number_misspelt" in codes(best)


@pytest.mark.parametrize(
    ("text", "received", "gross"),
    [
        ("REMISE CB BRUT 1 250,00 COM 15,00", 123_500, [125_000]),
        ("STRIPE FRAIS 3.20", 9_680, [10_000]),
        ("VIR 12,50", 100_000, []),  # less than was received, and no fee
        ("RETENUE 90,00", 10_000, []),  # more than a fee
    ],
)
def test_what_was_paid_before_a_fee_is_read_from_the_label(
    text: str, received: int, gross: list[int]
) -> None:
    assert list(gross_told(text, received)) == gross


def test_a_card_settlement_proposes_the_invoice_and_its_fee() -> None:
    claim = a_claim("F2026-00412", "250")
    proposal = only(a_receipt("REMISE CB 0452137 BRUT 250,00 COM 3,00", "247"), claim)
    (best,) = proposal.candidates
    assert (best.difference.kind, best.difference.amount) == (
        DifferenceKind.BANK_CHARGE,
        eur("3"),
    )
    assert not automatic(proposal)


def test_a_third_of_one_invoice_is_proposed_as_its_instalment() -> None:
    claims = [a_claim("F2026-00001", "310"), a_claim("F2026-00002", "600")]
    proposal = only(a_receipt("VIREMENT", "200", account="FR76A"), *claims)
    first = proposal.candidates[0]
    assert settled(first, *claims) == {"F2026-00002"}
    assert "share_of_invoice" in codes(first)
    assert any("oldest_first" in codes(each) for each in proposal.candidates[:3])
    assert not automatic(proposal)


def test_a_sum_with_a_twin_is_never_posted_and_both_are_offered() -> None:
    claims = [
        a_claim("F2026-00001", "60"),
        a_claim("F2026-00002", "60"),
        a_claim("F2026-00003", "47"),
    ]
    proposal = only(a_receipt("VIREMENT", "107", account="FR76A"), *claims)
    offered = [settled(each, *claims) for each in proposal.candidates[:3]]
    assert {"F2026-00001", "F2026-00003"} in offered
    assert {"F2026-00002", "F2026-00003"} in offered
    assert not automatic(proposal)


def test_a_deposit_without_a_number_is_left_to_a_person() -> None:
    claim = a_claim("F2026-00001", "60")
    proposal = only(a_receipt("ACOMPTE COMMANDE", "60", account="FR76A"), claim)
    assert codes(proposal.candidates[0])[-1] == "deposit_word"
    assert not automatic(proposal)


def test_a_part_is_doubted_where_another_document_has_the_whole_amount() -> None:
    claims = [a_claim("F2026-00351", "1200"), a_claim("F2026-00353", "996")]
    proposal = only(a_receipt("FACT F2026-00351", "996", account="FR76A"), *claims)
    assert not automatic(proposal)
    assert {frozenset(settled(each, *claims)) for each in proposal.candidates[:3]} >= {
        frozenset({"F2026-00351"}),
        frozenset({"F2026-00353"}),
    }


def test_one_cheque_proposes_the_only_document_of_its_amount() -> None:
    claims = [a_claim("F2026-00412", "733.34"), a_claim("F2026-00413", "9")]
    proposal = only(a_receipt("REMISE CHEQUE N 1927369", "733.34"), *claims)
    assert settled(proposal.candidates[0], *claims) == {"F2026-00412"}
    assert not automatic(proposal)


def test_some_of_what_is_cited_may_make_the_amount() -> None:
    day = date(2026, 11, 1)
    claims = [a_claim(f"F2026-0000{n}", str(n * 10), issued_on=day) for n in (1, 2, 3)]
    text = "FACT F2026-00001 F2026-00002 F2026-00003"
    proposal = only(a_receipt(text, "40", account="FR76A"), *claims)
    assert any(
        settled(each, *claims) == {"F2026-00001", "F2026-00003"} for each in proposal.candidates[:3]
    )
    assert not automatic(proposal)

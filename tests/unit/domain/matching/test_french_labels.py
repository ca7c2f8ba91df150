"""What French payers write: ends of numbers, lists, ranges, months, dates that are no numbers."""

from datetime import date

import pytest

from otc_desktop.domain.matching.candidates import Candidate, Claim, Memory
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from tests.support.domain import a_claim, a_memory, a_receipt, an_id, eur, explain

DURAND = a_memory(names={"sarl durand et fils": "C0001", "scop durand et fils": "C0002"})
AMOUNTS = {412: "150.00", 413: "1200.00", 414: "77.70", 415: "333.33"}


def a_book(style: str) -> list[Claim]:
    """Four invoices of one customer among others'."""
    own = [a_claim(style.format(number), amount) for number, amount in AMOUNTS.items()]
    others = [
        a_claim(style.format(number), f"{number}.10", customer="C0009")
        for number in (41, 400, 1412, 2026, 3009, 2809)
    ]
    return own + others


def paid(
    text: str, amount: str, claims: list[Claim], *, memory: Memory = DURAND, by: str = ""
) -> tuple[set[str], Candidate, bool]:
    """Numbers of the best answer, the answer, and whether a machine may post it."""
    receipt = a_receipt(text, amount, counterparty=by)
    (proposal,) = explain([receipt], claims, memory)
    best = proposal.candidates[0]
    numbers = {claim.id: claim.number for claim in claims}
    sure = proposal.automatic(DEFAULT_THRESHOLD) is not None
    return {numbers[item_id] for item_id, _ in best.parts}, best, sure


def codes(candidate: Candidate) -> set[str]:
    return {reason.code.removeprefix("matching.") for reason in candidate.reasons}


@pytest.mark.parametrize("style", ["F2026-{:05d}", "FA-2026/{:04d}", "{:d}", "F26{:05d}"])
@pytest.mark.parametrize(
    ("text", "paid_for"),
    [
        ("FAC 2026-412", [412]),
        ("F26/412", [412]),
        ("FACT.412 ET 413", [412, 413]),
        ("Facture n° 412 du 28/09/2026", [412]),
        ("VIR SEPA RECU /DE SARL DURAND ET FILS /MOTIF FACT 412, 413 ET 415 /REF NOTPROVIDED",
         [412, 413, 415]),
        ("F412/F413", [412, 413]),
        ("FACT 412 150,00 413 1.200,00", [412, 413]),
        ("VOTRE FACTURE 412 DU 30.09.26 - 150,00 EUR", [412]),
        ("FACT DU N° 412 AU 415", [412, 413, 414, 415]),
        ("SOLDE FACTURES NOV", [412, 413, 414, 415]),
        ("RELEVE 11/2026", [412, 413, 414, 415]),
        ("VOS FACT. DE NOVEMBRE SAUF UNE", [412, 413, 415]),
    ],
)  # fmt: skip
def test_how_people_name_their_invoices(style: str, text: str, paid_for: list[int]) -> None:
    amount = sum(eur(AMOUNTS[each]).amount for each in paid_for)
    found, _, sure = paid(text, str(amount), a_book(style), by="SARL DURAND ET FILS")
    assert found == {style.format(number) for number in paid_for}
    assert sure == ("SAUF" not in text)


def test_the_legal_form_tells_namesakes_apart() -> None:
    claims = [a_claim("F1412", "150"), a_claim("F1413", "150", customer="C0002")]
    found, best, sure = paid("REGLEMENT", "150", claims, by="SCOP Durand et Fils")
    assert found == {"F1413"}
    assert sure
    assert "name_known" in codes(best)


def test_a_name_that_two_customers_bear_only_suggests() -> None:
    memory = Memory({}, {}, namesakes={"mairie de sens": (an_id("C0001"), an_id("C0002"))})  # type: ignore[dict-item]
    claims = [a_claim("F1412", "150"), a_claim("F1413", "99", customer="C0002")]
    found, _, sure = paid("MANDAT 88", "150", claims, memory=memory, by="MAIRIE DE SENS")
    assert found == {"F1412"}
    assert not sure


def test_a_name_cut_at_the_end_of_the_label_is_known() -> None:
    memory = a_memory(names={"cordonnerie guegan dupuis": "C0001"})
    found, best, sure = paid(
        "VIR INST CORDONNERIE GUEGAN DUPU", "150", [a_claim("F1412", "150")], memory=memory
    )
    assert found == {"F1412"}
    assert sure
    assert "name_in_label" in codes(best)


def test_day_and_month_of_a_date_are_no_number() -> None:
    claims = [a_claim("412", "150"), a_claim("2809", "150", customer="C0009")]
    found, _, sure = paid("FACT 412 DU 28/09/2026", "150", claims, by="SARL DURAND ET FILS")
    assert found == {"412"}
    assert sure


@pytest.mark.parametrize(
    ("text", "amount"), [("ACOMPTE 30% FACT F1412", "300"), ("ECHEANCE 1/4 F1412", "250")]
)
def test_a_part_that_the_label_tells_is_sure_though_nobody_knows_the_payer(
    text: str, amount: str
) -> None:
    found, best, sure = paid(text, amount, [a_claim("F1412", "1000")], by="INCONNU INVEST")
    assert found == {"F1412"}
    assert best.parts[0][1] == eur(amount)
    assert sure


def test_a_twin_of_what_completes_the_sum_leaves_it_to_a_person() -> None:
    claims = [a_claim("F1412", "150"), a_claim("F1413", "60"), a_claim("F1414", "40.10")]
    _, best, _ = paid("FACT F1412", "250.10", claims, by="SARL DURAND ET FILS")
    assert best.alone
    claims.append(a_claim("F1415", "60"))
    _, best, _ = paid("FACT F1412", "250.10", claims, by="SARL DURAND ET FILS")
    assert not best.alone


def test_the_same_sum_again_is_no_sum_of_other_invoices() -> None:
    claims = [a_claim("F1412", "150"), a_claim("F1413", "110"), a_claim("F1414", "40")]
    first = a_receipt("F1412", "150", counterparty="SARL DURAND ET FILS", name="first")
    second = a_receipt(
        "VIREMENT", "150", counterparty="SARL DURAND ET FILS", name="second", on=date(2026, 12, 20)
    )
    proposals = {each.receipt_id: each for each in explain([first, second], claims, DURAND)}
    assert proposals[first.id].automatic(DEFAULT_THRESHOLD) is not None
    assert proposals[second.id].automatic(DEFAULT_THRESHOLD) is None
    assert "paid_before" in codes(proposals[second.id].candidates[0])


def test_sums_of_list_prices_are_left_to_a_person() -> None:
    prices = ["45", "60", "75", "90", "105", "120", "135", "150", "165", "180", "195", "210"]
    claims = [a_claim(f"F14{place:02d}", price) for place, price in enumerate(prices)]
    claims.append(a_claim("F1499", "1234.56"))
    _, _, sure = paid("VIREMENT", "1489.56", claims, by="SARL DURAND ET FILS")  # 1234.56 + 255
    assert not sure


def test_a_service_keeps_its_fee_of_the_invoice_it_names() -> None:
    found, best, sure = paid("STRIPE F1412 BRUT 1000 00", "985.75", [a_claim("F1412", "1000")])
    assert found == {"F1412"}
    assert best.difference.amount == eur("14.25")
    assert not sure


@pytest.mark.parametrize("text", ["REMBOURSEMENT CAUTION", "INDEMNITE SINISTRE 88", "LOYER T4"])
def test_money_for_something_else_is_left_to_a_person(text: str) -> None:
    claims = [a_claim("F1412", "150")]
    _, best, sure = paid(text, "150", claims, by="SARL DURAND ET FILS")
    assert not sure
    assert "other_money_word" in codes(best)


def test_an_abbreviated_name_suggests() -> None:
    memory = a_memory(names={"menuiserie durand": "C0001"})
    claims = [a_claim("F1412", "150")]
    found, best, sure = paid("VIREMENT", "150", claims, memory=memory, by="STE MENU. DURAND")
    assert found == {"F1412"}
    assert not sure
    assert "name_near" in codes(best)


def test_a_part_that_is_told_is_no_sum_of_credit_notes() -> None:
    claims = [a_claim("F1412", "900"), a_claim("A1", "-350"), a_claim("A2", "-250")]
    found, _, sure = paid("ECHEANCE 1/3 F1412", "300", claims, by="SARL DURAND ET FILS")
    assert found == {"F1412"}
    assert sure
    _, _, sure = paid("FACT F1412", "300", claims, by="SARL DURAND ET FILS")
    assert not sure

"""Labels, payers and sums as French banks and customers write them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.matching.candidates import Candidate, DiscountTerms, Memory
from otc_desktop.domain.matching.citations import CitationIndex, CitationKind, cite, read_label
from otc_desktop.domain.matching.discount import read_discount_terms
from otc_desktop.domain.matching.learning import FactKind, LearntFact
from otc_desktop.domain.matching.lessons import lessons
from otc_desktop.domain.matching.payers import PayerBook, PayerTrust, payer_name
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.matching.subsets import combinations
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind
from otc_desktop.domain.shared.ids import CustomerId
from tests.support.domain import a_claim, a_memory, a_receipt, an_id, eur, explain

KINDS = CitationKind
INDEX = CitationIndex(
    [("F2026-00412", "PO-77812"), ("F2026-00413", ""), ("FA202600500", ""), ("1234567", "")]
)
DURAND = CustomerId(an_id("C0001"))
LEFEVRE = CustomerId(an_id("C0002"))


def auto(receipt: object, *claims: object, memory: Memory | None = None) -> Candidate | None:
    (proposal,) = explain([receipt], claims, memory)  # type: ignore[list-item,arg-type]
    return proposal.automatic(DEFAULT_THRESHOLD)


# ---- citations -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("FACT F2026 00412", "F202600412", KINDS.WHOLE),
        ("FACTF2026-00412", "F202600412", KINDS.WHOLE),
        ("FACT 00412", "F202600412", KINDS.CUED_TAIL),
        ("FACTURE N 412", "F202600412", KINDS.CUED_TAIL),
        ("VIR 00412", "F202600412", KINDS.TAIL),
        ("FACT00412", "F202600412", KINDS.CUED_TAIL),
        ("202600412", "F202600412", KINDS.TAIL),
        ("CDE PO 77812", "F202600412", KINDS.ORDER),
        ("N 500", "FA202600500", KINDS.CUED_TAIL),
        ("1234567", "1234567", KINDS.WHOLE),
    ],
)
def test_what_a_label_cites(text: str, key: str, kind: CitationKind) -> None:
    assert cite(read_label(text), INDEX)[key].kind is kind


def test_a_list_goes_on_with_the_ends_of_numbers() -> None:
    found = cite(read_label("FACTURES F2026-00412 ET 413"), INDEX)
    assert found["F202600413"].kind is KINDS.LISTED


@pytest.mark.parametrize("text", ["F2026-004120", "100412", "F2026-0041", "20/11"])
def test_a_part_of_a_number_is_no_citation(text: str) -> None:
    assert "F202600412" not in cite(read_label(text), INDEX)


@pytest.mark.parametrize("text", ["F2026-00142", "F2O26-00412", "F2026-0412", "F2026-004122"])
def test_one_slip_of_the_pen(text: str) -> None:
    near = read_label(f"VIR {text}").near("F202600412")
    assert near is not None
    assert near.kind is KINDS.TYPO


def test_two_slips_are_another_number() -> None:
    assert read_label("VIR F2026-00524").near("F202600412") is None


def test_a_number_cut_where_the_bank_cuts() -> None:
    text = "REGLEMENT FACTURES DIVERS F2026-004"
    assert len(text) == 35
    near = read_label(text).near("F202600412")
    assert near is not None
    assert near.kind is KINDS.CUT
    assert read_label(text[1:]).near("F202600412") is None


# ---- payers ----------------------------------------------------------------------------


BOOK = PayerBook(
    a_memory(
        accounts={"FR76A": "C0001"},
        names={"menuiserie durand sarl": "C0001", "maison lefevre": "C0002"},
    )
)


@pytest.mark.parametrize(
    ("name", "trust"),
    [
        ("MENUISERIE DURAND", PayerTrust.NAME),
        ("SARL MENUISERIE DURAND", PayerTrust.NAME),
        ("MENUISERIE DURANT", PayerTrust.VERY_NEAR),
        ("MENUISERIE DUR", PayerTrust.VERY_NEAR),
    ],
)
def test_a_payer_by_its_name(name: str, trust: PayerTrust) -> None:
    (payer,) = BOOK.payers_of(a_receipt(counterparty=name))
    assert (payer.customer_id, payer.trust) == (DURAND, trust)


def test_nobody_is_recognised_by_a_trade_alone() -> None:
    assert not BOOK.payers_of(a_receipt(counterparty="MENUISERIE"))
    assert not BOOK.payers_of(a_receipt(counterparty="URSSAF RHONE ALPES"))


def test_a_name_in_the_label_of_a_statement_without_payers() -> None:
    (payer,) = BOOK.payers_of(a_receipt("VIR RECU MAISON LEFEVRE FACT 12"))
    assert (payer.customer_id, payer.reason.code) == (LEFEVRE, "matching.name_in_label")


def test_a_name_without_forms_and_accents() -> None:
    assert payer_name("SARL Éts Durand & Fils") == "durand"


def fact(kind: FactKind, key: str, customer: CustomerId, **counts: int) -> LearntFact:
    return LearntFact(id=UUID(int=1), kind=kind, key=key, customer_id=customer, **counts)


def learnt(*facts: LearntFact) -> Memory:
    return Memory({}, {"menuiserie durand": DURAND}, learnt=facts)


def test_a_learnt_account_pays_like_a_known_one() -> None:
    memory = learnt(fact(FactKind.ACCOUNT, "FR76B", DURAND))
    assert auto(a_receipt(account="FR76B"), a_claim("FA-001"), memory=memory)


def test_a_corrected_fact_is_believed_no_more() -> None:
    memory = learnt(fact(FactKind.ACCOUNT, "FR76B", DURAND, contradicted=1))
    assert auto(a_receipt(account="FR76B"), a_claim("FA-001"), memory=memory) is None


def test_an_account_learnt_for_two_is_nobodys() -> None:
    facts = [fact(FactKind.ACCOUNT, "FR76B", each) for each in (DURAND, LEFEVRE)]
    assert auto(a_receipt(account="FR76B"), a_claim("FA-001"), memory=learnt(*facts)) is None


def test_own_accounts_only_move_money() -> None:
    memory = Memory({}, {}, own_accounts={"FR76OWN"})
    (proposal,) = explain([a_receipt("FA-001", account="FR76OWN")], [a_claim("FA-001")], memory)
    assert proposal.candidates == ()


def test_another_company_of_the_group_pays_what_it_cites() -> None:
    memory = Memory({"FR76A": LEFEVRE}, {}, groups={DURAND: "G", LEFEVRE: "G"})
    sure = auto(a_receipt("FA-001", account="FR76A"), a_claim("FA-001"), memory=memory)
    assert sure is not None
    assert "matching.group_pays" in {each.code for each in sure.reasons}


def test_a_number_of_a_stranger_with_another_amount_is_for_a_person() -> None:
    memory = a_memory(accounts={"FR76B": "C0002"})
    assert (
        auto(a_receipt("FA-001", "60", account="FR76B"), a_claim("FA-001"), memory=memory) is None
    )


def test_a_line_once_taken_apart_is_never_automatic_again() -> None:
    receipt = a_receipt("FA-001", account="FR76A")
    memory = a_memory(accounts={"FR76A": "C0001"}, undone={(receipt.id, a_claim("FA-002").id)})
    assert auto(receipt, a_claim("FA-001"), memory=memory) is None


# ---- lessons -----------------------------------------------------------------------------


def test_a_confirmation_teaches_what_the_file_does_not_say() -> None:
    claim = a_claim("F2026-00412")
    charged = Difference(eur("12"), DifferenceKind.BANK_CHARGE)
    receipt = a_receipt("VIR 00412", "88", account="FR76B", counterparty="Durand & Cie")
    told = lessons(receipt, DURAND, [claim], charged, a_memory(names={"durand": "C0001"}))
    assert told == [(FactKind.ACCOUNT, "FR76B"), (FactKind.CHARGES, ""), (FactKind.TAIL, "5")]


# ---- differences -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("2 % à 10 jours", (200, 10)),
        ("1,5% 8 days", (150, 8)),
        ("Escompte 0,5 % sous 15 j", (50, 15)),
        ("none", None),
        ("", None),
    ],
)
def test_terms_of_discount(text: str, terms: tuple[int, int] | None) -> None:
    found = read_discount_terms(text)
    assert (None if found is None else (found.basis_points, found.days)) == terms


@pytest.mark.parametrize(("on", "sure"), [(date(2026, 11, 10), True), (date(2026, 12, 10), False)])
def test_a_discount_is_taken_within_its_terms_only(on: date, sure: bool) -> None:
    memory = Memory({}, {}, discount=DiscountTerms(basis_points=200, days=10))
    found = auto(a_receipt("FA-001", "98", on=on), a_claim("FA-001"), memory=memory)
    assert (found is not None) == sure
    if found is not None:
        assert found.difference == Difference(eur("2"), DifferenceKind.DISCOUNT)


def test_charges_told_by_the_bank_are_charges() -> None:
    receipt = a_receipt("FA-001", "985")
    told = replace(receipt, charges=eur("15"))
    found = auto(told, a_claim("FA-001", "1000"))
    assert found is not None
    assert found.difference == Difference(eur("15"), DifferenceKind.BANK_CHARGE)


# ---- sums ----------------------------------------------------------------------------------


def test_the_only_combination_says_so() -> None:
    (found,) = combinations([1013, 2029, 4057, 8111], 1013 + 8111)
    assert (found.places, found.others) == ((0, 3), 0)


def test_several_combinations_say_so() -> None:
    found = combinations([1000, 2000, 3000, 4000], 5000)
    assert {each.places for each in found} == {(0, 3), (1, 2)}
    assert {each.others for each in found} == {1}


def test_an_invoice_with_its_own_credit_note_adds_nothing() -> None:
    (found,) = combinations([700, -700, 1013, 2029], 3042)
    assert found.places == (2, 3)


def test_many_amounts_are_searched_within_bounds() -> None:
    amounts = [100_003 + 7 * place * place for place in range(90)]
    (found,) = combinations(amounts, sum(amounts[10:40]))
    assert found.places == tuple(range(10, 40))


def test_odd_amounts_that_add_up_in_one_way_are_sure() -> None:
    claims = [a_claim(f"FA-00{n}", a) for n, a in enumerate(("1013.17", "2029.83", "857.41"))]
    memory = a_memory(accounts={"FR76A": "C0001"})
    sure = auto(a_receipt(amount="1870.58", account="FR76A"), *claims, memory=memory)
    assert sure is not None
    assert "matching.only_combination" in {each.code for each in sure.reasons}

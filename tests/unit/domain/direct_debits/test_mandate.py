"""Mandates: who may be debited, when, and how the collection is called."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.direct_debits.mandate import (
    Mandate,
    Scheme,
    Sequence,
    check_ics,
    check_rum,
)
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId

MANDATE = Mandate(
    id=UUID(int=1),
    customer_id=CustomerId(UUID(int=2)),
    ics="FR72ZZZ123456",
    rum="DURAND-1",
    debtor_name="Durand",
    iban="FR7630006000011234567890189",
    scheme=Scheme.CORE,
    recurrent=True,
    signed_on=date(2023, 1, 31),
    signed_at="Lyon",
)


@pytest.mark.parametrize("ics", ["FR72ZZZ123456", "fr72 zzz 123456", "DE98ZZZ09999999999"])
def test_published_identifiers_are_accepted(ics: str) -> None:
    assert check_ics(ics) == "".join(ics.split()).upper()


@pytest.mark.parametrize("ics", ["FR73ZZZ123456", "FR72ZZZ12345", "", "FR72ZZZ123465"])
def test_an_identifier_with_a_fault_is_refused(ics: str) -> None:
    with pytest.raises(RuleError, match="bad_ics"):
        check_ics(ics)


def test_the_business_code_takes_no_part_in_the_check() -> None:
    assert check_ics("FR72ABC123456") == "FR72ABC123456"


@pytest.mark.parametrize("rum", ["", "a" * 36, "/A", "A/", "A//B", "É1", "A\nB"])
def test_a_reference_that_banks_refuse_is_refused(rum: str) -> None:
    with pytest.raises(RuleError, match="bad_rum"):
        check_rum(rum)


def test_sequence_follows_the_life_of_the_mandate() -> None:
    day = date(2023, 3, 1)
    assert MANDATE.next_sequence(day) is Sequence.FIRST
    used = MANDATE.collect(day)
    assert used.next_sequence(day) is Sequence.RECURRENT
    ended = used.collect(day, last=True)
    with pytest.raises(RuleError, match="mandate_closed"):
        ended.next_sequence(day)
    once = replace(MANDATE, recurrent=False)
    assert once.next_sequence(day) is Sequence.ONE_OFF
    with pytest.raises(RuleError, match="mandate_closed"):
        once.collect(day).collect(day)


def test_thirty_six_months_without_use_end_it() -> None:
    assert MANDATE.next_sequence(date(2026, 1, 30)) is Sequence.FIRST
    with pytest.raises(RuleError, match="mandate_expired"):
        MANDATE.next_sequence(date(2026, 1, 31))
    assert MANDATE.collect(date(2026, 1, 30)).expires_on() == date(2029, 1, 30)


def test_neither_before_the_signature_nor_after_the_revocation() -> None:
    with pytest.raises(RuleError, match="mandate_not_yet_signed"):
        MANDATE.next_sequence(date(2023, 1, 30))
    revoked = MANDATE.revoke(date(2023, 6, 1))
    assert revoked.next_sequence(date(2023, 5, 31)) is Sequence.FIRST
    with pytest.raises(RuleError, match="mandate_revoked"):
        revoked.next_sequence(date(2023, 6, 1))

"""Reasons of returned direct debits: known by their code."""

from otc_desktop.domain.direct_debits.returns import ReturnReason, blocks_mandate, reason_of


def test_want_of_money_leaves_the_mandate_a_closed_account_does_not() -> None:
    assert not blocks_mandate(reason_of("AM04"))
    assert not blocks_mandate(reason_of("MD06"))
    assert blocks_mandate(reason_of(" ac04"))
    assert blocks_mandate(reason_of("MD01"))


def test_a_code_unknown_to_us_gives_no_reason() -> None:
    assert reason_of("XX99") is ReturnReason.NOT_GIVEN

"""Quotes from making to the order; on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.accept_quote import AcceptQuote, accept_quote
from otc_desktop.application.sales.create_quote import CreateQuote, create_quote
from otc_desktop.application.sales.duplicate_quote import DuplicateQuote, duplicate_quote
from otc_desktop.application.sales.print_quote import PrintQuote, print_quote
from otc_desktop.application.sales.refuse_quote import RefuseQuote, refuse_quote
from otc_desktop.application.sales.save_quote import SaveQuote, save_quote
from otc_desktop.application.sales.send_quote import SendQuote, send_quote
from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.quote import Quote, QuoteStatus
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.errors import ConfirmationRequired, ConflictError, RuleError
from tests.support.credit import DAY
from tests.support.line import house_on, set_up


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    made.close()


def _line(text: str, quantity: int) -> LineInput:
    return LineInput(
        description=text,
        quantity=Decimal(quantity),
        unit_price=Decimal("50.00"),
        vat_rate=Decimal(20),
    )


CONTENT = CreateQuote(customer="C0001", lines=(_line("Lampe", 10), _line("Pose", 2)))


def _quote(house: House) -> Quote:
    return house.use_cases.run(create_quote, CONTENT)


def test_quote_when_made_then_numbered_and_valid_for_thirty_days(house: House) -> None:
    quote = _quote(house)
    assert quote.number == "D2026-00001"
    assert quote.valid_until == DAY + timedelta(days=30)


def test_quote_when_accepted_in_part_then_order_has_the_chosen_lines(house: House) -> None:
    quote = _quote(house)
    command = AcceptQuote(number=quote.number, quantities={0: Decimal(4)})
    accepted, order = house.use_cases.run(accept_quote, command)
    assert accepted.status is QuoteStatus.ACCEPTED
    assert accepted.order_number == order.number
    assert [(line.description, line.quantity) for line in order.lines] == [("Lampe", Decimal(4))]
    assert order.status is OrderStatus.DRAFT
    assert order.quote_number == quote.number
    with pytest.raises(RuleError, match=r"sales\.quote_settled"):
        house.use_cases.run(accept_quote, command)


def test_quote_when_expired_then_accepted_only_on_purpose(database_url: str, house: House) -> None:
    quote = _quote(house)
    later = house_on(database_url, DAY + timedelta(days=31))
    try:
        [row] = later.queries.quotes.page(PageRequest(filters={"status": "expired"}))
        assert row.status is QuoteStatus.EXPIRED
        with pytest.raises(ConfirmationRequired, match=r"sales\.quote_expired"):
            later.use_cases.run(accept_quote, AcceptQuote(number=quote.number))
        _, order = later.use_cases.run(
            accept_quote, AcceptQuote(number=quote.number, although_expired=True)
        )
        # The refused try took no number.
        assert order.number == "CO2026-00001"
    finally:
        later.close()


def test_quote_when_sent_then_queued_once_and_not_editable(house: House) -> None:
    quote = _quote(house)
    sent = house.use_cases.run(send_quote, SendQuote(number=quote.number))
    assert (sent.status, sent.sent_on) == (QuoteStatus.SENT, DAY)
    assert len(house.queries.outbox.page(PageRequest())) == 1
    with pytest.raises(ConfirmationRequired, match=r"sales\.quote_already_sent"):
        house.use_cases.run(send_quote, SendQuote(number=quote.number))
    with pytest.raises(RuleError, match=r"sales\.quote_not_a_draft"):
        house.use_cases.run(
            save_quote, SaveQuote(number=quote.number, version=sent.version, content=CONTENT)
        )


def test_quote_when_saved_by_two_then_the_second_is_told(house: House) -> None:
    quote = _quote(house)
    command = SaveQuote(number=quote.number, version=quote.version, content=CONTENT)
    house.use_cases.run(save_quote, command)
    with pytest.raises(ConflictError):
        house.use_cases.run(save_quote, command)


def test_quote_when_revised_then_replaced_and_number_has_a_suffix(house: House) -> None:
    quote = _quote(house)
    second = house.use_cases.run(
        duplicate_quote, DuplicateQuote(number=quote.number, as_revision=True)
    )
    third = house.use_cases.run(
        duplicate_quote, DuplicateQuote(number=second.number, as_revision=True)
    )
    assert (second.number, third.number) == ("D2026-00001-2", "D2026-00001-3")
    with pytest.raises(RuleError, match=r"sales\.quote_settled"):
        house.use_cases.run(refuse_quote, RefuseQuote(number=second.number, reason="dear"))


def test_quote_when_printed_then_a_pdf(house: House) -> None:
    quote = _quote(house)
    content = house.use_cases.run(print_quote, PrintQuote(number=quote.number))
    assert content.startswith(b"%PDF-")


def test_quotes_when_made_at_once_then_numbers_are_continuous(house: House) -> None:
    with ThreadPoolExecutor(4) as pool:
        numbers = sorted(pool.map(lambda _: _quote(house).number, range(12)))
    assert numbers == [f"D2026-{n:05d}" for n in range(1, 13)]

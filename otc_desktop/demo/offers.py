"""What was offered and agreed: quotes in every state, prices and a rebate of good customers."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from otc_desktop.application.catalogue.agree_price import AgreePrice, agree_price
from otc_desktop.application.invoicing.agree_rebate import AgreeRebate, agree_rebate
from otc_desktop.application.sales.accept_quote import AcceptQuote, accept_quote
from otc_desktop.application.sales.create_quote import CreateQuote, create_quote
from otc_desktop.application.sales.refuse_quote import RefuseQuote, refuse_quote
from otc_desktop.application.sales.send_quote import SendQuote, send_quote
from otc_desktop.demo.agenda import Agenda, Hour
from otc_desktop.demo.catalogue import BY_CODE
from otc_desktop.demo.customers import DemoCustomer
from otc_desktop.demo.office import Office
from otc_desktop.demo.sales_plan import SalesPlanner
from otc_desktop.demo.seasons import working_days
from otc_desktop.domain.sales.quote import Quote

_LATELY = timedelta(days=24)
_NET_OFF = Decimal("0.9")
_CENT = Decimal("0.01")
_REBATE_TIERS = ((Decimal(5_000), Decimal(1)), (Decimal(20_000), Decimal(2)))


class Offers:
    """Plans quotes of the last weeks, and agreements of the year."""

    def __init__(
        self,
        rng: Random,
        office: Office,
        agenda: Agenda,
        *,
        planner: SalesPlanner,
        customers: Sequence[DemoCustomer],
    ) -> None:
        self._rng = rng
        self._office = office
        self._agenda = agenda
        self._planner = planner
        self._customers = customers

    def plan(self, today: date) -> None:
        """Put offers and agreements into the agenda."""
        days = working_days(today - _LATELY, today)
        for work in (
            self._draft,
            self._draft,
            self._offer,
            self._offer,
            self._accept,
            self._refuse,
        ):
            self._agenda.put(self._rng.choice(days), Hour.ORDERS, work)
        self._agenda.put(days[0], Hour.FILES, lambda: self._agree(today))

    def _draft(self) -> None:
        self._write()

    def _offer(self) -> None:
        self._send()

    def _write(self) -> Quote:
        customer = self._rng.choice([each for each in self._customers if not each.joined])
        lines = self._planner.basket(customer)
        return self._office.run(create_quote, CreateQuote(customer=customer.code, lines=lines))

    def _send(self) -> Quote:
        return self._office.run(send_quote, SendQuote(number=self._write().number, by_hand=True))

    def _accept(self) -> None:
        quote = self._send()
        self._office.run(accept_quote, AcceptQuote(number=quote.number))
        self._office.tally.orders += 1

    def _refuse(self) -> None:
        command = RefuseQuote(number=self._send().number, reason="Budget reporté à l'an prochain")
        self._office.run(refuse_quote, command)

    def _agree(self, today: date) -> None:
        """Nets for three good customers, a rebate for the first of them."""
        good = [each for each in self._customers if not each.joined][:3]
        for customer in good:
            product = BY_CODE[self._planner.basket(customer)[0].product]
            self._office.run(
                agree_price,
                AgreePrice(
                    customer=customer.code,
                    product=product.code,
                    price=(product.price * _NET_OFF).quantize(_CENT),
                    min_quantity=Decimal(5),
                    reference=f"Accord {today.year}",
                ),
            )
        for customer in good[:1]:
            self._office.run(
                agree_rebate,
                AgreeRebate(
                    customer=customer.code,
                    first=date(today.year, 1, 1),
                    last=date(today.year, 12, 31),
                    tiers=_REBATE_TIERS,
                ),
            )

"""A believable company with its past, made by the same intents its users have."""

import random
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from otc_desktop.application.catalogue.copy_price_list import copy_price_list
from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.catalogue.set_list_prices import set_list_prices
from otc_desktop.application.company.find_company import FindCompany, find_company
from otc_desktop.application.company.init_company import InitCompany, init_company
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import UseCases
from otc_desktop.application.stock.save_stock_item import save_stock_item
from otc_desktop.demo.after_sales import AfterSales
from otc_desktop.demo.agenda import Agenda, Hour
from otc_desktop.demo.bank_desk import BankDesk
from otc_desktop.demo.catalogue import (
    PRODUCTS,
    quantity_prices,
    shelf_of,
    trade_list,
    write_price_list,
    write_stock_count,
)
from otc_desktop.demo.claims import ClaimBook
from otc_desktop.demo.company import write_company
from otc_desktop.demo.customers import DemoCustomer, make_customers, write_customers
from otc_desktop.demo.offers import Offers
from otc_desktop.demo.office import Office
from otc_desktop.demo.phone_desk import PhoneDesk
from otc_desktop.demo.sales_desk import SalesDesk
from otc_desktop.demo.sales_plan import SalesPlanner
from otc_desktop.demo.seasons import months_before, working_day_from, working_day_until
from otc_desktop.demo.transfers import TransferDesk
from otc_desktop.demo.waiting import Waiting
from otc_desktop.domain.shared.errors import RuleError

_MONTHS = 18
_WEEK = timedelta(days=7)
# Weeks before the last statement in which reminders were run.
_REMINDED_WEEKS = (5, 3, 1)
_DAYS_BETWEEN_COUNTS = 91


def generate(
    *,
    use_cases_on: Callable[[date], UseCases],
    today: date,
    customers: int,
    invoices: int,
    seed: int,
    task: Task,
) -> Mapping[str, int]:
    """Make a lighting workshop with eighteen months of history that ends today.

    Nothing is sent: its mail server does not exist, so mails stay in the outbox. Stopped
    half-way, the books keep what was made; they are consistent, but short.

    Args:
        use_cases_on: the program's intents on a business date, over one database.
        today: the last day of the story; the same with the same seed tells it again.
        customers: how many; the first nine are one of each kind.
        invoices: how many are issued, credit notes not counted.
        seed: chooses names, amounts and fates.
        task: hears of days told out of days to tell.

    Returns:
        How many `customers, products, orders, invoices, receipts, disputes` were made.

    Raises:
        RuleError: `demo.not_empty`: real books are never mixed with invented ones.
        Cancelled: the user stopped it.
    """
    if use_cases_on(today).run(find_company, FindCompany()) is not None:
        raise RuleError("demo.not_empty")
    with TemporaryDirectory(prefix="otc-demo-") as folder:
        story = _Story(use_cases_on, Path(folder), today=today, customers=customers, seed=seed)
        story.plan(invoices)
        story.tell(task)
        return asdict(story.office.tally)


class _Story:
    """Everybody who acts in the eighteen months, and the agenda they share."""

    def __init__(
        self,
        use_cases_on: Callable[[date], UseCases],
        folder: Path,
        *,
        today: date,
        customers: int,
        seed: int,
    ) -> None:
        def luck(subject: str) -> random.Random:
            # One stream a subject: a change in one leaves the others' stories alone.
            return random.Random(f"{seed}/{subject}")  # noqa: S311 - a story, nothing secret

        self._today = today
        self._first = working_day_from(months_before(today, _MONTHS))
        self._agenda = Agenda()
        self._book = ClaimBook()
        self.office = Office(use_cases_on, self._first, folder)
        self._customers = make_customers(luck("customers"), customers)
        self._planner = SalesPlanner(
            luck("sales"), self._customers, self._first, working_day_until(today)
        )
        transfers = TransferDesk(luck("transfers"))
        after_sales = AfterSales(
            luck("complaints"), self.office, self._agenda, self._book, today=today
        )
        sales = SalesDesk(luck("habits"), self.office, self._agenda, self._book, after_sales)
        self._sales = sales
        self._phone = PhoneDesk(luck("calls"), self.office, self._book)
        self._bank = BankDesk(luck("bank"), self.office, self._book, transfers)
        self._offers = Offers(
            luck("offers"),
            self.office,
            self._agenda,
            planner=SalesPlanner(
                luck("offered"), self._customers, self._first, working_day_until(today)
            ),
            customers=self._customers,
        )
        self._waiting = Waiting(
            luck("waiting"),
            self.office,
            self._agenda,
            planner=self._planner,
            sales=sales,
            after_sales=after_sales,
            book=self._book,
            transfers=transfers,
            customers=self._customers,
        )

    def plan(self, invoices: int) -> None:
        """Fill the agenda."""
        self._agenda.put(self._first, Hour.FILES, self._set_up)
        for wave in sorted({each.joined for each in self._customers}):
            joining = [each for each in self._customers if each.joined == wave]
            day = self._planner.joins_on(wave)
            self._agenda.put(day, Hour.FILES, partial(self._enter_customers, joining))
        count_on = self._first + timedelta(days=_DAYS_BETWEEN_COUNTS)
        while count_on < self._today:
            self._agenda.put(working_day_from(count_on), Hour.FILES, self._count_stock)
            count_on += timedelta(days=_DAYS_BETWEEN_COUNTS)
        for sale in self._planner.sales(invoices):
            self._sales.plan(sale)
        self._waiting.plan(self._today, invoices)
        self._offers.plan(self._today)
        self._plan_bank()

    def tell(self, task: Task) -> None:
        """Let it all happen, day by day."""
        days = (self._today - self._first).days
        for day, work in self._agenda.until(self._today):
            task.check_cancelled()
            if day != self.office.today:
                task.progress((day - self._first).days, days)
            self.office.come_in(day)
            work()
        task.progress(days, days)

    def _plan_bank(self) -> None:
        """A statement a week, counted back from the last working day before today."""
        last = working_day_until(self._today - timedelta(days=1))
        closings = [last]
        while closings[-1] - _WEEK > self._first:
            closings.append(closings[-1] - _WEEK)
        for weeks_ago, closing_on in enumerate(closings):
            after = closings[weeks_ago + 1] if weeks_ago + 1 < len(closings) else self._first
            if weeks_ago:
                work = partial(self._bank.close_week, after, closing_on)
            else:
                work = partial(self._last_statement, after, closing_on)
            self._agenda.put(closing_on, Hour.BANK, work)
            if weeks_ago in _REMINDED_WEEKS:
                self._agenda.put(closing_on, Hour.REMINDERS, self._remind)

    def _set_up(self) -> None:
        folder, run = self.office.folder, self.office.run
        run(init_company, InitCompany(path=write_company(folder)))
        entered = run(import_products, ImportProducts(path=write_price_list(folder)))
        self.office.tally.products += entered.created
        for each in PRODUCTS:
            if each.stock is not None:
                run(save_stock_item, shelf_of(each))
        run(copy_price_list, trade_list())
        for prices in quantity_prices():
            run(set_list_prices, prices)

    def _enter_customers(self, joining: list[DemoCustomer]) -> None:
        path = write_customers(self.office.folder, joining)
        entered = self.office.run(import_customers, ImportCustomers(path=path))
        self.office.tally.customers += entered.created

    def _count_stock(self) -> None:
        path = write_stock_count(self.office.folder)
        self.office.run(import_products, ImportProducts(path=path))

    def _last_statement(self, after: date, closing_on: date) -> None:
        odd = self._waiting.odd_receipts(after, closing_on)
        self._bank.leave_week(after, closing_on, odd)

    def _remind(self) -> None:
        self.office.run(run_reminders, RunReminders())
        self._phone.call_late_payers()

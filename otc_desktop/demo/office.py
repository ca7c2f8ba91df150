"""The people of the company: they only do what the program lets its users do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from otc_desktop.application.kernel.use_case import UseCase, UseCases

CommandT = TypeVar("CommandT")
ResultT = TypeVar("ResultT")


@dataclass(slots=True)
class Tally:
    """What was made, as `otc demo` tells it; `receipts` are transfers of customers."""

    customers: int = 0
    products: int = 0
    orders: int = 0
    invoices: int = 0
    receipts: int = 0
    disputes: int = 0


class Office:
    """Runs intents on the business date to which the story has come.

    `folder` is where files to import are put down.
    """

    def __init__(
        self, use_cases_on: Callable[[date], UseCases], opened_on: date, folder: Path
    ) -> None:
        self._use_cases_on = use_cases_on
        self._use_cases = use_cases_on(opened_on)
        self.today = opened_on
        self.folder = folder
        self.tally = Tally()

    def come_in(self, day: date) -> None:
        """Let the business date be a day, never one that is past."""
        if day > self.today:
            self.today = day
            self._use_cases = self._use_cases_on(day)

    def run(self, use_case: UseCase[CommandT, ResultT], command: CommandT) -> ResultT:
        """Do what a user would."""
        return self._use_cases.run(use_case, command)

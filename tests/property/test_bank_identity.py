"""Whatever files tell of a period, in whatever order: each movement is kept exactly once."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.banking.fingerprint import fingerprints
from otc_desktop.domain.banking.recognition import KnownMovement, days_of, recognise
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from tests.support.domain import an_id

FIRST = date(2026, 3, 2)
DAYS = 4
PAYERS = ("DUPONT BATIMENT", "MARTIN", "LEROY ET FILS", "MAIRIE DE BRON", "")


@dataclass(frozen=True)
class Movement:
    """What happened: a day, amounts of which one is the rule and several are a batch, a payer."""

    day: int
    amounts: tuple[int, ...]
    payer: str
    number: int

    @property
    def minor(self) -> int:
        return sum(self.amounts)

    @property
    def on(self) -> date:
        return FIRST + timedelta(days=self.day)

    @property
    def text(self) -> str:
        return f"FACT F2026-{self.number % 3:05d}" if self.payer else "COMMISSION"

    @property
    def reference(self) -> str:
        return f"2606{self.number:06d}"


def money(minor: int) -> Money:
    return Money.from_minor(minor, EUR)


def an_entry(
    movement: Movement, label: str, reference: str, payments: Sequence[ParsedPayment]
) -> ParsedEntry:
    return ParsedEntry(
        booked_on=movement.on,
        value_on=movement.on,
        amount=money(movement.minor),
        label=label,
        bank_reference=reference,
        payments=tuple(payments),
    )


def camt(movement: Movement) -> ParsedEntry:
    """Reference, payer and text apart; a batch with its details."""
    return an_entry(
        movement,
        movement.text,
        movement.reference,
        [
            ParsedPayment(
                amount=money(part),
                label=movement.text,
                counterparty=movement.payer,
                bank_reference=movement.reference,
            )
            for part in movement.amounts
        ],
    )


def cfonb(movement: Movement) -> ParsedEntry:
    """Everything in a label, a batch as its sum, the reference cut."""
    label = f"VIR SEPA RECU {movement.text}"
    payment = ParsedPayment(
        amount=money(movement.minor), label=label, counterparty=movement.payer[:35]
    )
    return an_entry(movement, label, "", [payment])


def qif(movement: Movement) -> ParsedEntry:
    """A label cut short and a reference cut short, which several movements share."""
    label = f"VIR SEPA RECU {movement.payer} {movement.text}"[:24].strip()
    payment = ParsedPayment(
        amount=money(movement.minor), label=label, bank_reference=movement.reference[:7]
    )
    return an_entry(movement, label, movement.reference[:7], [payment])


def table(movement: Movement) -> ParsedEntry:
    """One line of text."""
    label = f"{movement.payer} {movement.text}".strip()
    payment = ParsedPayment(amount=money(movement.minor), label=label)
    return an_entry(movement, label, "", [payment])


WRITERS: dict[str, Callable[[Movement], ParsedEntry]] = {
    "camt.053.001.02": camt,
    "cfonb120": cfonb,
    "qif": qif,
    "csv": table,
}


class Store:
    """What is kept of an account, as the import keeps it."""

    def __init__(self) -> None:
        self.kept: list[tuple[KnownMovement, str]] = []

    def take_in(self, format: str, entries: Sequence[ParsedEntry]) -> int:
        statement = ParsedStatement(
            format=format,
            account="FR76",
            currency="EUR",
            statement_id="",
            opening=None,
            closing=None,
            opening_on=None,
            closing_on=None,
            entries=tuple(entries),
        )
        days = days_of(statement)
        around = [
            each
            for each in self.kept
            if days is not None and days[0] <= each[0].booked_on <= days[1]
        ]
        recognised = recognise(statement, [movement for movement, _ in around])
        leaves = [(new.entry, payment) for new in recognised.new for payment in new.payments]
        batches = [
            an_id(f"batch{len(self.kept)}/{place}") if len(new.payments) > 1 else None
            for place, new in enumerate(recognised.new)
            for _ in new.payments
        ]
        named = fingerprints(leaves, {name for _, name in around})
        for (entry, payment, name), batch in zip(named, batches, strict=True):
            amount = payment.amount or entry.amount
            self.kept.append(
                (
                    KnownMovement(
                        id=an_id(f"movement{len(self.kept)}"),
                        format=format,
                        booked_on=entry.booked_on,
                        value_on=entry.value_on,
                        minor=amount.minor,
                        label=payment.label or entry.label,
                        counterparty=payment.counterparty,
                        end_to_end_id=payment.end_to_end_id,
                        bank_reference=payment.bank_reference or entry.bank_reference,
                        batch_id=batch,
                    ),
                    name,
                )
            )
        return len(leaves)

    def booked(self) -> Counter[tuple[date, int]]:
        """How often each sum was booked on each day, batches taken together."""
        entries: dict[object, tuple[date, int]] = {}
        for movement, _ in self.kept:
            key = movement.batch_id or movement.id
            day, minor = entries.get(key, (movement.booked_on, 0))
            entries[key] = (day, minor + movement.minor)
        return Counter(entries.values())


@st.composite
def periods(draw: st.DrawFn) -> list[Movement]:
    """A few days on which equal amounts, equal payers and whole twins are common."""
    return [
        Movement(
            day=draw(st.integers(0, DAYS - 1)),
            amounts=tuple(
                draw(st.lists(st.sampled_from([10_000, 25_000, -4_500]), min_size=1, max_size=2))
            ),
            payer=draw(st.sampled_from(PAYERS)),
            number=number,
        )
        for number in range(draw(st.integers(1, 9)))
    ]


@st.composite
def coverings(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    """Files of any format over any days, in any order, that together tell of every day."""
    files = [
        (
            draw(st.sampled_from(sorted(WRITERS))),
            first := draw(st.integers(0, DAYS - 1)),
            draw(st.integers(first, DAYS - 1)),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    files += [(draw(st.sampled_from(sorted(WRITERS))), day, day) for day in range(DAYS)]
    return draw(st.permutations(files))


def truth_of(movements: Sequence[Movement]) -> Counter[tuple[date, int]]:
    return Counter((each.on, each.minor) for each in movements if each.minor)


@settings(max_examples=200, deadline=None)
@given(periods(), coverings())
def test_files_of_any_format_overlap_and_order_keep_each_movement_once(
    movements: list[Movement], files: list[tuple[str, int, int]]
) -> None:
    movements = [each for each in movements if each.minor]
    store = Store()
    for name, first, last in files:
        store.take_in(
            name, [WRITERS[name](each) for each in movements if first <= each.day <= last]
        )
    assert store.booked() == truth_of(movements)
    assert len({name for _, name in store.kept}) == len(store.kept)


@settings(max_examples=80, deadline=None)
@given(periods(), st.data())
def test_reports_of_any_part_of_a_day_keep_each_movement_once_by_its_reference(
    movements: list[Movement], data: st.DataObject
) -> None:
    """Interim reports tell some movements of a day and not others; the statement tells all."""
    movements = [each for each in movements if each.minor]
    store = Store()
    for _ in range(data.draw(st.integers(0, 3))):
        some = data.draw(st.lists(st.sampled_from(movements), unique=True)) if movements else []
        store.take_in("camt.052.001.02", [camt(each) for each in some])
    store.take_in("camt.053.001.02", [camt(each) for each in movements])
    assert store.booked() == truth_of(movements)


@settings(max_examples=30, deadline=None)
@given(periods(), st.sampled_from(sorted(WRITERS)))
def test_a_file_twice_adds_nothing(movements: list[Movement], format: str) -> None:
    movements = [each for each in movements if each.minor]
    entries = [WRITERS[format](each) for each in movements]
    store = Store()
    store.take_in(format, entries)
    assert store.take_in(format, list(reversed(entries))) == 0

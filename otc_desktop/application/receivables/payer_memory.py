"""What the program knows of payers, gathered for matching; and what it learns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from otc_desktop.application.kernel.planned_parts import planned_parts
from otc_desktop.application.kernel.repositories.match_memory import PayerFile
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.matching.candidates import Claim, Memory, Receipt
from otc_desktop.domain.matching.discount import read_discount_terms
from otc_desktop.domain.matching.learning import LearntFact
from otc_desktop.domain.matching.lessons import lessons, payer_lessons
from otc_desktop.domain.matching.limits import MatchingLimits, limits_in
from otc_desktop.domain.receivables.allocation import Difference
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.text import fold

_MOST_NAMESAKES = 5
# A code that a label may hold by chance says nothing.
_TELLING_CODE = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z0-9]{4,}|\d{9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerLearnt(Event):
    """A person's allocation taught something about a payer."""

    facts: tuple[str, ...]


def payer_memory(uow: UnitOfWork, settled: Iterable[OpenItem | Claim] = ()) -> Memory:
    """What customer files, learnt facts and undone matches tell about payers.

    An account that two customers share says nothing about either, a shared name very little.
    """
    files = uow.match_memory.payer_files()
    company = uow.company.get()
    own = {each.number for each in uow.bank.accounts()} | {company.iban}
    return Memory(
        _unshared((each.iban, each.id) for each in files if each.iban),
        _unshared((fold(each.name), each.id) for each in files),
        uow.allocations.undone_pairs(),
        learnt=uow.match_memory.facts(),
        groups={each.id: each.group for each in files if each.group},
        codes=_unshared(_codes(files)),
        usual_delays=_usual_delays(settled),
        own_accounts=own - {""},
        discount=read_discount_terms(company.discount_terms),
        instalments=planned_parts(uow),
        namesakes=_namesakes((fold(each.name), each.id) for each in files),
    )


def with_delays(memory: Memory, items: Iterable[OpenItem | Claim]) -> Memory:
    """The same, and when the customers of these items usually pay."""
    return replace(memory, usual_delays=_usual_delays(items))


def matching_limits(uow: UnitOfWork) -> MatchingLimits:
    """What the company takes for rounding, bank charges and discount."""
    company = uow.company.get()
    return limits_in(company.currency, company.difference_limits)


def learn_from(
    uow: UnitOfWork,
    transaction: BankTransaction,
    items: Sequence[OpenItem],
    difference: Difference,
) -> Sequence[LearntFact]:
    """Keep what a person's allocation teaches about who pays how."""
    customer_id = items[0].customer_id
    files = [each for each in uow.match_memory.payer_files() if each.id == customer_id]
    known = Memory(
        {each.iban: each.id for each in files if each.iban},
        {fold(each.name): each.id for each in files},
    )
    told = lessons(
        receipt_of(transaction),
        customer_id,
        [claim_of(each) for each in items],
        difference,
        known,
    )
    learnt = [uow.match_memory.learn(kind, key, customer_id, transaction.id) for kind, key in told]
    if learnt:
        uow.record(
            PayerLearnt(
                subject_id=transaction.id,
                customer_id=customer_id,
                facts=tuple(f"{each.kind.value} {each.key}".strip() for each in learnt),
            )
        )
    return learnt


def doubt_what_taught(
    uow: UnitOfWork, transaction: BankTransaction, customer_id: CustomerId
) -> None:
    """A match was undone: what led to this payer is believed less."""
    for kind, key in payer_lessons(receipt_of(transaction)):
        uow.match_memory.contradict(kind, key, customer_id)


def receipt_of(transaction: BankTransaction) -> Receipt:
    """A bank movement as matching sees it."""
    texts = (
        transaction.label,
        transaction.structured_reference,
        transaction.end_to_end_id,
    )
    return Receipt(
        id=transaction.id,
        amount=transaction.unallocated,
        booked_on=transaction.booked_on,
        # A separator that is no letter or digit keeps tokens of two fields apart.
        text=" | ".join(text for text in texts if text),
        counterparty=transaction.counterparty,
        counterparty_account=transaction.counterparty_account,
        charges=transaction.charges,
    )


def claim_of(item: OpenItem) -> Claim:
    """An open item as matching sees it."""
    return Claim(
        id=item.id,
        number=item.number,
        customer_id=item.customer_id,
        open=item.open,
        issued_on=item.issued_on,
        due_on=item.due_on,
        purchase_order=item.purchase_order,
        total=item.total,
        settled_on=item.settled_on,
    )


def _codes(files: Iterable[PayerFile]) -> Iterable[tuple[str, CustomerId]]:
    for each in files:
        for code in (each.code.upper(), each.siren):
            if _TELLING_CODE.fullmatch(code):
                yield code, each.id


def _usual_delays(settled: Iterable[OpenItem | Claim]) -> dict[CustomerId, int]:
    """Days from due date to money, the middle one of each customer's settled items."""
    delays: dict[CustomerId, list[int]] = defaultdict(list)
    for item in settled:
        if item.settled_on is not None:
            delays[item.customer_id].append((item.settled_on - item.due_on).days)
    return {customer_id: median_low(days) for customer_id, days in delays.items()}


def _namesakes(pairs: Iterable[tuple[str, CustomerId]]) -> dict[str, tuple[CustomerId, ...]]:
    """Names that a few customers share; what very many are called tells nothing."""
    found: dict[str, set[CustomerId]] = defaultdict(set)
    for name, customer_id in pairs:
        found[name].add(customer_id)
    return {
        name: tuple(sorted(customers))
        for name, customers in found.items()
        if 1 < len(customers) <= _MOST_NAMESAKES
    }


def _unshared(pairs: Iterable[tuple[str, CustomerId]]) -> dict[str, CustomerId]:
    found: dict[str, CustomerId] = {}
    shared: set[str] = set()
    for key, customer_id in pairs:
        if found.setdefault(key, customer_id) != customer_id:
            shared.add(key)
    return {key: value for key, value in found.items() if key not in shared}

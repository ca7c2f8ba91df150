"""Whose money seems to be in the bank already, not matched yet."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.dunning.planner import Debtor, DueItem
from otc_desktop.domain.matching.learning import FactKind
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.text import fold

_NUMBER = re.compile(r"[A-Z0-9]+(?:[-/][A-Z0-9]+)*")
# Shorter words of a label are met by chance.
_SHORTEST = 5


def with_unmatched_receipts(
    uow: UnitOfWork, debtors: Mapping[CustomerId, Debtor], items: Collection[DueItem] = ()
) -> Mapping[CustomerId, Debtor]:
    """Mark customers who seem to have paid: whoever did is not chased.

    By the account or name in their files, by those that matching learnt, or by the number of
    one of `items` in the label. Of namesakes all are marked.
    """
    payers = _payers(uow)
    by_number = {
        item.number.upper(): item.customer_id for item in items if len(item.number) >= _SHORTEST
    }
    paid: set[CustomerId] = set()
    for transaction in uow.bank.unmatched():
        if transaction.unallocated.amount <= 0:
            continue
        paid |= payers.get(transaction.counterparty_account, set())
        paid |= payers.get(fold(transaction.counterparty), set())
        label = f"{transaction.label} {transaction.structured_reference}".upper()
        paid |= {by_number[word] for word in _NUMBER.findall(label) if word in by_number}
    return {
        customer_id: replace(debtor, has_unmatched_receipt=customer_id in paid)
        for customer_id, debtor in debtors.items()
    }


def _payers(uow: UnitOfWork) -> Mapping[str, set[CustomerId]]:
    """Customers by account and by folded name."""
    found: dict[str, set[CustomerId]] = defaultdict(set)
    for customer_id, name, iban in uow.customers.payers():
        found[fold(name)].add(customer_id)
        found[iban].add(customer_id)
    for fact in uow.match_memory.facts():
        if fact.holds and fact.kind in (FactKind.ACCOUNT, FactKind.NAME):
            found[fact.key].add(fact.customer_id)
    found.pop("", None)
    return found

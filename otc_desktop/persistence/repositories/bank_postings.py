"""Bank lines posted to ledger accounts, and the rules for them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.banking.line_rule import Direction, LineRule
from otc_desktop.domain.banking.posting import BankPosting
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    BankAccountId,
    BankTransactionId,
    JournalEntryId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.bank_postings import bank_line_rule, bank_posting

_RULES = (
    select(bank_line_rule)
    .where(bank_line_rule.c.removed.is_(False))
    .order_by(bank_line_rule.c.place, bank_line_rule.c.name)
)


class SqlBankPostings:
    """Rules and postings of a database; undoing adds a reversal, nothing is deleted."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def rules(self) -> Sequence[LineRule]:
        """All, in the order in which they are tried."""
        return [_rule_of(row) for row in self._session.rows(_RULES)]

    def save_rule(self, rule: LineRule) -> None:
        """A new rule (version 0), or a changed one."""
        if rule.version:
            self._session.update_versioned(
                bank_line_rule, rule.id, rule.version, _rule_values(rule)
            )
        else:
            self._session.insert(
                bank_line_rule,
                {"id": rule.id, "removed": False, "version": 1, **_rule_values(rule)},
            )
        self._session.topics.add(Topic.BANK)

    def remove_rule(self, rule_id: UUID) -> None:
        """Try a rule no more; postings made by it go on naming it."""
        row = self._session.by_id(bank_line_rule, rule_id)
        if row is None or row["removed"]:
            raise NotFoundError("banking.rule_not_found", id=str(rule_id))
        self._session.update_versioned(bank_line_rule, rule_id, row["version"], {"removed": True})
        self._session.topics.add(Topic.BANK)

    def get(self, posting_id: UUID) -> BankPosting:
        """By id, locked."""
        row = self._session.by_id(bank_posting, posting_id, lock=True)
        if row is None:
            raise NotFoundError("banking.posting_not_found", id=str(posting_id))
        return _posting_of(row)

    def of(self, transaction_id: BankTransactionId) -> Sequence[BankPosting]:
        """What a movement was posted to and not taken back, in order."""
        reversal = bank_posting.alias("reversal")
        query = (
            select(bank_posting)
            .outerjoin(reversal, reversal.c.reverses_id == bank_posting.c.id)
            .where(bank_posting.c.transaction_id == transaction_id)
            .where(bank_posting.c.reverses_id.is_(None) & reversal.c.id.is_(None))
            .order_by(bank_posting.c.id)
        )
        return [_posting_of(row) for row in self._session.rows(query)]

    def is_reversed(self, posting_id: UUID) -> bool:
        """Whether it was undone."""
        query = select(bank_posting.c.id).where(bank_posting.c.reverses_id == posting_id)
        return self._session.one(query) is not None

    def refused_rules(self) -> set[tuple[BankTransactionId, UUID]]:
        """Movements and the rules whose posting of them somebody undid."""
        reversal = bank_posting.alias("reversal")
        query = (
            select(bank_posting.c.transaction_id, bank_posting.c.rule_id)
            .join(reversal, reversal.c.reverses_id == bank_posting.c.id)
            .where(bank_posting.c.rule_id.is_not(None))
        )
        return {
            (BankTransactionId(row["transaction_id"]), row["rule_id"])
            for row in self._session.rows(query)
        }

    def add(self, posting: BankPosting) -> None:
        """A new posting, or the reversal of one."""
        self._session.insert(
            bank_posting,
            {
                "id": posting.id,
                "transaction_id": posting.transaction_id,
                "ledger_account": posting.ledger_account,
                "currency": posting.amount.currency.code,
                "amount_minor": posting.amount.minor,
                "entry_id": posting.entry_id,
                "rule_id": posting.rule_id,
                "reverses_id": posting.reverses_id,
                "slip_id": posting.slip_id,
                "item_id": posting.item_id,
                "made_at": self._session.now,
                "made_by": self._user,
            },
        )
        self._session.topics.update({Topic.BANK, Topic.LEDGER})


def _rule_values(rule: LineRule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "contains": rule.contains,
        "direction": rule.direction.value,
        "lowest": rule.lowest,
        "highest": rule.highest,
        "bank_account_id": rule.bank_account_id,
        "ledger_account": rule.ledger_account,
        "place": rule.place,
        "automatic": rule.automatic,
    }


def _rule_of(row: RowMapping) -> LineRule:
    account = row["bank_account_id"]
    return LineRule(
        id=row["id"],
        name=row["name"],
        contains=row["contains"],
        direction=Direction(row["direction"]),
        lowest=row["lowest"],
        highest=row["highest"],
        bank_account_id=None if account is None else BankAccountId(account),
        ledger_account=row["ledger_account"],
        place=row["place"],
        automatic=row["automatic"],
        version=row["version"],
    )


def _posting_of(row: RowMapping) -> BankPosting:
    return BankPosting(
        id=row["id"],
        transaction_id=BankTransactionId(row["transaction_id"]),
        ledger_account=row["ledger_account"],
        amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
        entry_id=JournalEntryId(row["entry_id"]),
        rule_id=row["rule_id"],
        reverses_id=row["reverses_id"],
        slip_id=row["slip_id"],
        item_id=None if row["item_id"] is None else OpenItemId(row["item_id"]),
    )

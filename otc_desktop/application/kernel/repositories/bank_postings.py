"""Bank lines posted to ledger accounts, and the rules for them, as use cases load and save them."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.banking.line_rule import LineRule
from otc_desktop.domain.banking.posting import BankPosting
from otc_desktop.domain.shared.ids import BankTransactionId


class BankPostingRepository(Protocol):
    """Rules and postings."""

    def rules(self) -> Sequence[LineRule]:
        """All, in the order in which they are tried."""

    def save_rule(self, rule: LineRule) -> None:
        """A new rule (version 0), or a changed one."""

    def remove_rule(self, rule_id: UUID) -> None:
        """Forget a rule; what was posted by it stays. NotFoundError `banking.rule_not_found`."""

    def get(self, posting_id: UUID) -> BankPosting:
        """By id, locked; NotFoundError `banking.posting_not_found`."""

    def of(self, transaction_id: BankTransactionId) -> Sequence[BankPosting]:
        """What a movement was posted to and not taken back, in order."""

    def is_reversed(self, posting_id: UUID) -> bool:
        """Whether it was undone."""

    def refused_rules(self) -> set[tuple[BankTransactionId, UUID]]:
        """Movements and the rules whose posting of them somebody undid."""

    def add(self, posting: BankPosting) -> None:
        """A new posting, or the reversal of one."""

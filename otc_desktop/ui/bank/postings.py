"""What the bank tab asks about lines that go to ledger accounts, and the rules for them."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.banking.line_rules import (
    ListLineRules,
    RemoveLineRule,
    SaveLineRule,
    list_line_rules,
    remove_line_rule,
    save_line_rule,
)
from otc_desktop.application.banking.post_lines import (
    ApplyLineRules,
    PostBankLines,
    RulesApplied,
    UndoBankPosting,
    apply_line_rules,
    post_bank_lines,
    undo_bank_posting,
)
from otc_desktop.domain.banking.line_rule import LineRule
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices


class BankPostings(Presenter):
    """Postings and rules without widgets.

    Signals:
        applied (RulesApplied): the rules were tried on what waits.
        rules_read (list of LineRule): in the order in which they are tried.
    """

    applied = Signal(object)
    rules_read = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)

    def post(
        self,
        command: PostBankLines,
        rule: SaveLineRule | None,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Post lines; with a rule, keep it first, so that a bad one leaves nothing posted."""

        def post_now() -> None:
            self.write(
                post_bank_lines, command, on_done=lambda posted: on_done(), on_error=on_error
            )

        if rule is None:
            post_now()
        else:
            self.write(save_line_rule, rule, on_done=lambda kept: post_now(), on_error=on_error)

    def undo(self, posting_id: UUID) -> None:
        """Take a posting back by a reversing entry."""
        self.write(
            undo_bank_posting,
            UndoBankPosting(posting_id=posting_id),
            on_done=lambda undone: self.services.notices.done(
                self.tr("The posting is undone"), self.tr("The line waits on the desk again.")
            ),
        )

    def read_rules(self) -> None:
        """Read the rules again."""

        def told(rules: Sequence[LineRule]) -> None:
            self.rules_read.emit(list(rules))

        self.read(list_line_rules, ListLineRules(), on_done=told)

    def remove(self, rule_id: UUID) -> None:
        """Try a rule no more."""
        self.write(
            remove_line_rule,
            RemoveLineRule(rule_id=rule_id),
            on_done=lambda nothing: self.read_rules(),
        )

    def apply(self, *, quiet: bool = False) -> None:
        """Try the rules on what waits; the automatic ones post.

        `quiet` says nothing where no line fits any rule.
        """

        def done(applied: RulesApplied) -> None:
            if applied.posted or applied.proposed or not quiet:
                self.applied.emit(applied)

        self.write(
            apply_line_rules,
            ApplyLineRules(post=True),
            on_done=done,
            label=self.tr("Applying the rules"),
        )

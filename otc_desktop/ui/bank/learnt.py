"""What matching has learnt of payers, shown and forgotten at the user's wish."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.receivables.learnt_facts import (
    LearntFactRow,
    ListLearntFacts,
    RemoveLearntFact,
    list_learnt_facts,
    remove_learnt_fact,
)
from otc_desktop.domain.matching.learning import fact_in_words
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices


class LearntFacts(Presenter):
    """Learnt facts without widgets.

    Signals:
        facts_read (list of LearntFactRow): the latest first.
    """

    facts_read = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)

    def read_facts(self) -> None:
        """Read all that is learnt."""
        self.read(list_learnt_facts, ListLearntFacts(), on_done=self.facts_read.emit)

    def forget(self, fact_id: UUID) -> None:
        """Forget one fact, and read what is left."""
        self.write(
            remove_learnt_fact,
            RemoveLearntFact(fact_id=fact_id),
            on_done=lambda forgotten: self.read_facts(),
        )

    def tell_what_taught(self, transaction_id: BankTransactionId) -> None:
        """Say what the acceptance of a line taught, if anything."""
        command = ListLearntFacts(transaction_id=transaction_id)
        self.read(list_learnt_facts, command, on_done=self._tell)

    def fact_text(self, row: LearntFactRow) -> str:
        """A fact in words, without its customer."""
        told = fact_in_words(row.fact)
        language = self.services.formats.language.value
        return self.program.messages.sentence(told.code, told.params, language)

    def _tell(self, rows: Sequence[LearntFactRow]) -> None:
        if rows:
            told = " ; ".join(self.fact_text(row) for row in rows)
            self.services.notices.done(
                self.tr("Learnt for the next time"), f"{rows[0].customer_name} : {told}"
            )

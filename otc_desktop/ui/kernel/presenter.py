"""What presenters share: they run intents off the GUI thread and word codes."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from otc_desktop.application.kernel.paging import PageRequest, PageSource
from otc_desktop.application.kernel.price_origin import origin_of
from otc_desktop.application.kernel.use_case import UseCase
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import BlockingFindings, Finding, error
from otc_desktop.domain.taxes.lines import DocumentLine
from otc_desktop.messages.price_words import origin_lines
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job

CommandT = TypeVar("CommandT")
ResultT = TypeVar("ResultT")

_CHUNK = 1_000


class Presenter(QObject):
    """Base of the tabs' presenters.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.program = program

    def write(
        self,
        use_case: UseCase[CommandT, ResultT],
        command: CommandT,
        *,
        on_done: Callable[[ResultT], None],
        on_error: Callable[[OtcError], None] | None = None,
        on_end: Callable[[], None] | None = None,
        label: str = "",
    ) -> Job:
        """Run an intent that writes; intents wait for each other."""
        run = self.program.use_cases.run
        return self.services.tasks.submit(
            self,
            lambda task: run(use_case, command, task),
            on_done=on_done,
            on_error=on_error,
            on_end=on_end,
            label=label,
            writing=True,
        )

    def read(
        self,
        use_case: UseCase[CommandT, ResultT],
        command: CommandT,
        *,
        on_done: Callable[[ResultT], None],
        on_error: Callable[[OtcError], None] | None = None,
    ) -> Job:
        """Run an intent that only reads."""
        run = self.program.use_cases.run
        return self.services.tasks.submit(
            self, lambda task: run(use_case, command, task), on_done=on_done, on_error=on_error
        )

    def ask(
        self,
        question: Callable[[], ResultT],
        *,
        on_done: Callable[[ResultT], None],
        on_error: Callable[[OtcError], None] | None = None,
    ) -> Job:
        """Ask a read model something, off the GUI thread."""
        return self.services.tasks.submit(
            self, lambda _task: question(), on_done=on_done, on_error=on_error
        )

    def reasons(self, refusal: OtcError) -> str:
        """All faults behind a refusal as running text."""
        return " ".join(self.sentence(fault) for fault in faults_of(refusal))

    def sentence(self, finding: Finding) -> str:
        """A fault or remark in the window's language."""
        language = self.services.formats.language.value
        return str(self.program.messages.for_finding(finding, language))

    def price_origin(self, line: DocumentLine) -> Sequence[str]:
        """Where the price of a line comes from, what applied first; nothing if unknown."""
        decision = origin_of(line.price_origin)
        if decision is None:
            return []
        return origin_lines(decision, self.program.messages, self.services.formats.language.value)

    def error_text(self, refusal: OtcError) -> str:
        """A refusal as one paragraph, with the place at fault in a file."""
        language = self.services.formats.language.value
        return str(self.program.messages.for_error(refusal, language))

    def title(self, code: str) -> str:
        """The short form of a code, such as a hold, in the window's language."""
        language = self.services.formats.language.value
        return self.program.messages.describe(code, {}, language).title

    def word(self, kind: str, value: str) -> str:
        """A status or field's name in the window's language."""
        return self.program.messages.word(kind, value, self.services.formats.language.value)


def all_rows(source: PageSource[ResultT]) -> list[ResultT]:
    """Every row of a list, in its own order, for an action on all of it."""
    found: list[ResultT] = []
    while True:
        page = source.page(PageRequest(offset=len(found), limit=_CHUNK))
        found += page
        if len(page) < _CHUNK:
            return found


def faults_of(refusal: OtcError) -> tuple[Finding, ...]:
    """All faults behind a refusal; one that stands alone is its own."""
    if isinstance(refusal, BlockingFindings):
        return refusal.findings
    return (error(refusal.code, refusal.where, **refusal.params),)

"""What the screens of e-invoices ask of the program."""

from collections.abc import Callable, Sequence
from pathlib import Path

from otc_desktop.application.invoicing.check_einvoice import (
    CheckedEInvoice,
    CheckEInvoice,
    check_einvoice,
)
from otc_desktop.application.invoicing.draft_from_einvoice import (
    DraftFromEInvoice,
    DraftMade,
    draft_from_einvoice,
)
from otc_desktop.application.invoicing.export_xml import ExportXml, export_xml
from otc_desktop.application.invoicing.read_einvoice import (
    JudgeEInvoice,
    ReadEInvoice,
    ReceivedFile,
    judge_einvoice,
    read_einvoice,
)
from otc_desktop.domain.invoicing.rule_sets import RuleFault, RuleSetOutcome
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.ui.kernel.presenter import Presenter

Refused = Callable[[OtcError], None]


class ReceivedPresenter(Presenter):
    """Reads files, has them judged, makes drafts of them; checks and writes our own."""

    def load(self, path: Path, on_done: Callable[[ReceivedFile], None]) -> None:
        """What a file says; a refusal is shown by the window."""
        run = self.program.use_cases.run
        self.services.tasks.submit(
            self,
            lambda task: run(read_einvoice, ReadEInvoice(path=path), task),
            on_done=on_done,
            label=self.tr("Reading the e-invoice"),
        )

    def judge(
        self, xml: bytes, on_done: Callable[[Sequence[RuleSetOutcome]], None], on_error: Refused
    ) -> None:
        """The official rules' verdict, which takes a moment."""
        run = self.program.use_cases.run
        self.services.tasks.submit(
            self,
            lambda task: run(judge_einvoice, JudgeEInvoice(xml=xml), task),
            on_done=on_done,
            on_error=on_error,
            label=self.tr("Checking by the official rules"),
        )

    def make_draft(
        self, command: DraftFromEInvoice, on_done: Callable[[DraftMade], None], on_error: Refused
    ) -> None:
        """A draft of a file."""
        self.write(draft_from_einvoice, command, on_done=on_done, on_error=on_error)

    def check(
        self, number: str, on_done: Callable[[CheckedEInvoice], None], on_error: Refused
    ) -> None:
        """The verdict on one of our own documents, in both syntaxes."""
        run = self.program.use_cases.run
        self.services.tasks.submit(
            self,
            lambda task: run(check_einvoice, CheckEInvoice(document=number), task),
            on_done=on_done,
            on_error=on_error,
            label=self.tr("Checking by the official rules"),
        )

    def save(self, number: str, path: Path, syntax: str, on_done: Callable[[], None]) -> None:
        """Write one of our own documents as an e-invoice."""
        command = ExportXml(number=number, path=path, syntax=syntax)
        self.read(export_xml, command, on_done=lambda _content: on_done())

    def explanation(self, finding: Finding) -> str:
        """A finding's cause and what to do, without its title."""
        language = self.services.formats.language.value
        message = self.program.messages.for_finding(finding, language)
        return " ".join(part for part in (message.cause, message.advice) if part)

    def rule_words(self, fault: RuleFault) -> str:
        """A broken rule in plain words where we have some, else in its own."""
        name = fault.rule.partition("_")[0]
        for known in (fault.rule, name):
            words = self.word("rule", known)
            if words != known:
                return words
        return fault.message.removeprefix(f"[{fault.rule}]").lstrip("-: ")

"""What the import assistant asks of the program."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from otc_desktop.application.company.import_mappings import (
    ForgetMapping,
    SaveMapping,
    SuggestMapping,
    TablePreview,
    forget_mapping,
    save_mapping,
    suggest_mapping,
)
from otc_desktop.application.kernel.import_mapping import ImportMapping
from otc_desktop.application.kernel.imports import ImportKind, ImportResult
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.widgets.import_assistant.job import ImportJob


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChoices:
    """What the user chose: the file, where its table is, and what its columns are."""

    path: Path
    sheet: str = ""
    header_line: int = 0
    mapping: ImportMapping | None = None
    constants: Mapping[str, str] = field(default_factory=dict)


class ImportPresenter(Presenter):
    """Looks at files, tries imports out, and makes them."""

    def look(
        self,
        kind: ImportKind,
        choices: ImportChoices,
        on_done: Callable[[TablePreview], None],
        on_error: Callable[[OtcError], None],
    ) -> Job:
        """Read the beginning of a file and what its columns may be."""
        command = SuggestMapping(
            path=choices.path, kind=kind, sheet=choices.sheet, header_line=choices.header_line
        )
        return self.read(suggest_mapping, command, on_done=on_done, on_error=on_error)

    def run(
        self,
        job: ImportJob,
        choices: ImportChoices,
        *,
        on_done: Callable[[ImportResult], None],
        on_error: Callable[[OtcError], None],
        on_end: Callable[[], None],
        dry_run: bool,
        accept_partial: bool = False,
    ) -> Job:
        """Say what would become of every row, or import the file: all of it, or what is sound."""
        command = job.command(
            path=choices.path,
            dry_run=dry_run,
            accept_partial=accept_partial,
            sheet=choices.sheet,
            header_line=choices.header_line,
            mapping=choices.mapping,
            constants=choices.constants,
        )
        return self.write(
            job.use_case,
            command,
            on_done=on_done,
            on_error=on_error,
            on_end=on_end,
            label=self.tr("Checking the file") if dry_run else job.title,
        )

    def remember(self, mapping: ImportMapping) -> None:
        """Read files with these headers so from now on."""
        self.write(save_mapping, SaveMapping(mapping=mapping), on_done=lambda _: None)

    def mappings(self, kind: ImportKind, on_done: Callable[[list[ImportMapping]], None]) -> None:
        """The remembered mappings of one kind of table."""
        known = self.program.queries.import_mappings
        self.ask(lambda: known(kind.name), on_done=on_done)

    def forget(self, mapping_id: UUID, on_done: Callable[[ImportMapping], None]) -> None:
        """Forget a mapping."""
        self.write(forget_mapping, ForgetMapping(mapping_id=mapping_id), on_done=on_done)

    def stop(self, job: Job) -> None:
        """Stop what runs; nothing of it is kept."""
        self.services.tasks.cancel(job)

    def field_name(self, column: str) -> str:
        """One of our columns in the window's language."""
        return self.word("import_field", column)

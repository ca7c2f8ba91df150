"""What the screens of the reform's life cycle ask of the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.invoicing.export_statuses import ExportStatuses, export_statuses
from otc_desktop.application.invoicing.read_life_cycle import (
    LifeCycle,
    ReadLifeCycle,
    read_life_cycle,
)
from otc_desktop.application.invoicing.receive_status_message import (
    ImportStatusFile,
    import_status_file,
)
from otc_desktop.application.invoicing.record_status import RecordStatus, record_status
from otc_desktop.application.invoicing.tell_receipts import TellReceipts, tell_receipts
from otc_desktop.application.kernel.receipt_statuses import ToldReceipts
from otc_desktop.application.kernel.status_messages import TakenMessage
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.invoicing.lifecycle_history import ReformStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.invoicing.batches import BatchOutcome, run_batch
from otc_desktop.ui.kernel.presenter import Presenter

MessagesOutcome = BatchOutcome[Path, TakenMessage]


@dataclass(frozen=True, slots=True)
class WrittenMessages:
    """The receipts told on the way, and the files that were written."""

    told: ToldReceipts
    paths: tuple[Path, ...]


class LifeCyclePresenter(Presenter):
    """History, notes by hand, messages in and out."""

    def load(self, number: str, on_done: Callable[[LifeCycle], None]) -> None:
        """The life cycle of a document."""
        self.read(read_life_cycle, ReadLifeCycle(number=number), on_done=on_done)

    def note(
        self,
        command: RecordStatus,
        on_done: Callable[[ReformStatus], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Note a status by hand."""
        self.write(record_status, command, on_done=on_done, on_error=on_error)

    def take_in(self, paths: Sequence[Path], on_done: Callable[[MessagesOutcome], None]) -> None:
        """Take in messages, each by itself: one that is refused stops no other."""
        run = self.program.use_cases.run

        def work(task: Task) -> MessagesOutcome:
            return run_batch(
                paths,
                lambda path, each: run(import_status_file, ImportStatusFile(path=path), each),
                task,
            )

        self.services.tasks.submit(
            self, work, on_done=on_done, label=self.tr("Reading messages"), writing=True
        )

    def tell_receipts(self, on_done: Callable[[ToldReceipts], None]) -> None:
        """Make the 212 of receipts that none tells yet."""
        self.write(
            tell_receipts, TellReceipts(), on_done=on_done, label=self.tr("Telling receipts")
        )

    def write_messages(self, folder: Path, on_done: Callable[[WrittenMessages], None]) -> None:
        """Tell the receipts, then write our own messages into a folder."""
        run = self.program.use_cases.run

        def work(task: Task) -> WrittenMessages:
            told = run(tell_receipts, TellReceipts(), task)
            paths: Sequence[Path] = run(export_statuses, ExportStatuses(folder=folder), task)
            return WrittenMessages(told, tuple(paths))

        self.services.tasks.submit(
            self, work, on_done=on_done, label=self.tr("Writing messages"), writing=True
        )

"""What lists of attached files ask of the program, whatever they are attached to."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from otc_desktop.application.attachments.annotate_attachment import (
    AnnotateAttachment,
    annotate_attachment,
)
from otc_desktop.application.attachments.attach_file import AttachFile, attach_file
from otc_desktop.application.attachments.open_attachment import OpenAttachment, open_attachment
from otc_desktop.application.attachments.queries import AttachmentRow
from otc_desktop.application.attachments.remove_attachment import (
    RemoveAttachment,
    remove_attachment,
)
from otc_desktop.application.attachments.save_attachment import SaveAttachment, save_attachment
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


class AttachmentsPresenter(Presenter):
    """Files are attached one after the other: one at fault does not stop the others."""

    def attach(
        self,
        paths: Sequence[Path],
        kind: SubjectKind,
        subject_id: UUID,
    ) -> None:
        """Attach files to one thing, and tell how it went."""
        run = self.program.use_cases.run

        def work(task: Task) -> list[OtcError]:
            refused: list[OtcError] = []
            for done, path in enumerate(paths):
                task.progress(done, len(paths))
                task.check_cancelled()
                command = AttachFile(path=path, kind=kind, subject_id=subject_id)
                try:
                    run(attach_file, command, task)
                except OtcError as refusal:
                    refused.append(refusal)
            return refused

        def tell(refused: list[OtcError]) -> None:
            attached = len(paths) - len(refused)
            if attached:
                self.services.notices.done(
                    self.tr("Files attached: {count}").format(count=attached)
                )
            for refusal in refused:
                self.services.errors.show(refusal)

        label = self.tr("Attaching files")
        self.services.tasks.submit(self, work, on_done=tell, label=label, writing=True)

    def open(self, row: AttachmentRow) -> None:
        """Show a file in the system's viewer."""

        def show(path: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.services.notices.warning(
                    self.tr("No program opens {name}").format(name=row.file_name),
                    self.tr("Save the file and open it with a program of your choice."),
                )

        self.read(open_attachment, OpenAttachment(attachment_id=row.id), on_done=show)

    def save(self, row: AttachmentRow, path: Path) -> None:
        """Write a file to the user's disk."""

        def tell(written: Path) -> None:
            self.services.notices.done(self.tr("{name} written").format(name=written.name))

        self.read(save_attachment, SaveAttachment(attachment_id=row.id, path=path), on_done=tell)

    def annotate(
        self,
        row: AttachmentRow,
        note: str,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Replace a file's note."""
        self.write(
            annotate_attachment,
            AnnotateAttachment(attachment_id=row.id, note=note),
            on_done=lambda _: on_done(),
            on_error=on_error,
        )

    def remove(self, row: AttachmentRow) -> None:
        """Take a file off its thing."""

        def tell(_: object) -> None:
            self.services.notices.done(self.tr("{name} removed").format(name=row.file_name))

        self.write(remove_attachment, RemoveAttachment(attachment_id=row.id), on_done=tell)

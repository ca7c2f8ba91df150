"""A folder that this machine watches for statement files, such as the bank's download folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from otc_desktop.application.banking.import_statement import (
    ImportedStatement,
    ImportStatement,
    import_statement,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories import WatchedFolder
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import UseCases, use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import InputFileError, NotFoundError, OtcError, RuleError

Words = Callable[[OtcError], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWatchedFolder:
    """Ask this machine to watch a folder; `account` is for files that name none."""

    path: Path
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindWatchedFolder:
    """Ask which folder this machine watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopWatching:
    """Ask this machine to watch no folder any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindWaitingFiles:
    """Ask which files of the watched folder are whole and not taken in yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAway:
    """Ask that a file be moved out of the way; `note` says why it was refused, if it was."""

    path: Path
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindFreshFile:
    """Ask whether a file changed a moment ago."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFile:
    """What became of one file of the folder: taken in, refused, or left for the next time."""

    path: Path
    statements: Sequence[ImportedStatement] = ()
    refusal: OtcError | None = None
    is_left: bool = False


@use_case(permission=Permission.IMPORT_BANK)
def set_watched_folder(command: SetWatchedFolder, ctx: Context, task: Task) -> WatchedFolder:
    """Watch a folder from now on, in place of an earlier one.

    Raises:
        RuleError: `banking.folder_not_found`.
    """
    if not ctx.ports.statement_folders.can_watch(command.path):
        raise RuleError("banking.folder_not_found", where="path", folder=str(command.path))
    path = str(command.path.absolute())
    with ctx.unit_of_work() as uow:
        known = uow.watched_folders.find(ctx.workstation)
        if known is None:
            folder = WatchedFolder(
                id=ctx.new_id(), workstation=ctx.workstation, path=path, account=command.account
            )
            uow.watched_folders.add(folder)
        else:
            folder = replace(known, path=path, account=command.account)
            uow.watched_folders.save(folder)
        return uow.commit(folder)


@use_case(permission=Permission.IMPORT_BANK)
def find_watched_folder(
    command: FindWatchedFolder, ctx: Context, task: Task
) -> WatchedFolder | None:
    """The folder this machine watches, if any."""
    with ctx.snapshot() as view:
        return view.watched_folders.find(ctx.workstation)


@use_case(permission=Permission.IMPORT_BANK)
def stop_watching(command: StopWatching, ctx: Context, task: Task) -> WatchedFolder:
    """Watch no folder any more; its files stay where they are.

    Raises:
        NotFoundError: `banking.no_folder`.
    """
    with ctx.unit_of_work() as uow:
        known = uow.watched_folders.find(ctx.workstation)
        if known is None:
            raise NotFoundError("banking.no_folder")
        uow.watched_folders.remove(known)
        return uow.commit(known)


@use_case(permission=Permission.IMPORT_BANK)
def find_waiting_files(command: FindWaitingFiles, ctx: Context, task: Task) -> Sequence[Path]:
    """Files of the watched folder that nobody is still writing; none without a folder.

    Raises:
        RuleError: `banking.folder_not_found`.
    """
    with ctx.snapshot() as view:
        folder = view.watched_folders.find(ctx.workstation)
    if folder is None:
        return ()
    path = Path(folder.path)
    if not ctx.ports.statement_folders.can_watch(path):
        raise RuleError("banking.folder_not_found", where="path", folder=folder.path)
    return ctx.ports.statement_folders.waiting(path, now=ctx.now())


@use_case(permission=Permission.IMPORT_BANK)
def file_away(command: FileAway, ctx: Context, task: Task) -> Path:
    """Move a file into the folder of those taken in, or of those refused with the reason.

    Raises:
        ExternalError: `files.not_writable`.
    """
    return ctx.ports.statement_folders.file_away(command.path, note=command.note)


@use_case(permission=Permission.IMPORT_BANK)
def find_fresh_file(command: FindFreshFile, ctx: Context, task: Task) -> bool:
    """Whether a file changed so lately that more of it may still come."""
    return ctx.ports.statement_folders.is_fresh(command.path, now=ctx.now())


def import_waiting(use_cases: UseCases, words: Words, task: Task) -> Sequence[FolderFile]:
    """Take in every file that waits in the watched folder, each by itself.

    A file is moved only after it was stored; stopped in between, it is read again the next
    time and adds nothing. A refused file that changed a moment ago may still be arriving:
    it is left where it is.

    Args:
        use_cases: the door to every intent.
        words: words the reason beside a refused file.
        task: progress and cancellation.

    Raises:
        RuleError: `banking.folder_not_found`.
    """
    folder = use_cases.run(find_watched_folder, FindWatchedFolder(), task)
    if folder is None:
        return ()
    done: list[FolderFile] = []
    waiting = use_cases.run(find_waiting_files, FindWaitingFiles(), task)
    for place, path in enumerate(waiting):
        task.check_cancelled()
        task.progress(place, len(waiting))
        done.append(_import_one(use_cases, words, path, folder.account, task))
    return done


def _import_one(
    use_cases: UseCases, words: Words, path: Path, account: str, task: Task
) -> FolderFile:
    try:
        statements = _taken_in(use_cases, path, account, task)
    except InputFileError as refusal:
        if use_cases.run(find_fresh_file, FindFreshFile(path=path), task):
            return FolderFile(path=path, refusal=refusal, is_left=True)
        use_cases.run(file_away, FileAway(path=path, note=words(refusal)), task)
        return FolderFile(path=path, refusal=refusal)
    use_cases.run(file_away, FileAway(path=path), task)
    return FolderFile(path=path, statements=statements)


def _taken_in(
    use_cases: UseCases, path: Path, account: str, task: Task
) -> Sequence[ImportedStatement]:
    """The file's statements; the folder's account is for files that name none."""
    try:
        return use_cases.run(import_statement, ImportStatement(path=path), task)
    except InputFileError as refusal:
        if refusal.code != "banking.account_needed" or not account:
            raise
    return use_cases.run(import_statement, ImportStatement(path=path, account=account), task)

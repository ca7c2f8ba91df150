"""A folder that another program empties towards the platform, and Chorus Pro's deposit."""

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from otc_desktop.application.kernel.einvoicing_platform import (
    FetchedFlows,
    FlowReceipt,
    FlowState,
    FlowSyntax,
    IncomingFlow,
    OutgoingFlow,
)
from otc_desktop.domain.shared.errors import ExternalError

# Where the other program puts the status messages that came.
INCOMING = "recus"
_LARGEST_MESSAGE = 20_000_000
_MOST_MESSAGES = 500
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_STEM = 80
# Chorus Pro takes names of at most 50 characters, and these syntaxes (its interface codes).
_CHORUS_LONGEST = 50
_CHORUS_INTERFACES = {FlowSyntax.FACTUR_X: "FSO1117A", FlowSyntax.UBL: "FSO1110A"}


class WholeFiles(Protocol):
    """Writes all or nothing."""

    def write_atomically(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write under a name that appears only once everything is there."""


class FolderPlatform:
    """The `InvoicePlatform` of a plain folder: files out, status messages in.

    Nobody acknowledges what lies in a folder: a deposit stays a deposit.

    Args:
        folder: of the company's choice; status messages are read from `recus` inside it.
        files: writes them.
    """

    def __init__(self, folder: Path, files: WholeFiles) -> None:
        self._folder = folder
        self._files = files

    def deposit(self, document: OutgoingFlow) -> FlowReceipt:
        """Put the file; the tracking id in its name makes a second time the same file."""
        self.check()
        path = self._folder / self.name_of(document)
        if not _holds(path, document.content):
            self._files.write_atomically(path, (document.content,))
        return FlowReceipt(
            flow_id=path.name,
            state=FlowState.PENDING,
            deposited_at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        )

    def name_of(self, document: OutgoingFlow) -> str:
        """A name that leads nowhere else, whatever the document is called."""
        given = Path(document.name)
        stem = _NOT_IN_A_NAME.sub("-", given.stem).strip("-")[:_LONGEST_STEM] or "flux"
        tracking = _NOT_IN_A_NAME.sub("-", document.tracking_id)
        return f"{stem}_{tracking}{_suffix(document.syntax)}"

    def fetch(self, since: str) -> FetchedFlows:
        """The status messages that lie there; whoever asks knows which were taken already.

        The cursor is the last name of a full page, and empty at the end: the next reading
        begins anew, for a later file may have an earlier name.
        """
        folder = self._folder / INCOMING
        try:
            paths = sorted(
                path
                for path in folder.iterdir()
                if path.suffix.lower() == ".xml" and path.is_file() and not path.is_symlink()
            )
        except FileNotFoundError:
            return FetchedFlows(flows=(), cursor="")
        except OSError as problem:
            raise _not_reached(folder, problem) from problem
        flows = []
        page = [each for each in paths if each.name > since][:_MOST_MESSAGES]
        for path in page:
            try:
                found = path.stat()
                if found.st_size > _LARGEST_MESSAGE:
                    continue
                content = path.read_bytes()
            except OSError as problem:
                raise _not_reached(path, problem) from problem
            flows.append(
                IncomingFlow(
                    flow_id=hashlib.sha256(content).hexdigest(),
                    name=path.name,
                    syntax=FlowSyntax.CDAR,
                    content=content,
                    updated_at=datetime.fromtimestamp(found.st_mtime, UTC),
                )
            )
        is_full = len(page) == _MOST_MESSAGES
        return FetchedFlows(
            flows=tuple(flows), cursor=page[-1].name if is_full else "", has_more=is_full
        )

    def acknowledgement(self, flow_id: str) -> FlowReceipt | None:
        """Nobody will tell."""
        return None

    def check(self) -> None:
        """Whether the folder is there."""
        if not self._folder.is_dir():
            raise ExternalError("platform.no_folder", retryable=False, path=str(self._folder))


class ChorusProFolder(FolderPlatform):
    """Files named as Chorus Pro's deposit takes them: interface code, number, 50 characters."""

    def name_of(self, document: OutgoingFlow) -> str:
        """Such as `FSO1117A_F2026-00012_1a2b3c4d.pdf`.

        Raises:
            ExternalError: `platform.chorus_syntax` for what it does not take.
        """
        interface = _CHORUS_INTERFACES.get(document.syntax)
        if interface is None:
            raise ExternalError(
                "platform.chorus_syntax", retryable=False, syntax=document.syntax.value
            )
        suffix = _suffix(document.syntax)
        short = hashlib.sha256(document.tracking_id.encode()).hexdigest()[:8]
        room = _CHORUS_LONGEST - len(f"{interface}__{short}{suffix}")
        stem = _NOT_IN_A_NAME.sub("-", Path(document.name).stem).strip("-")[:room]
        return f"{interface}_{stem}_{short}{suffix}"

    def fetch(self, since: str) -> FetchedFlows:
        """What Chorus Pro thinks is read on its portal."""
        return FetchedFlows(flows=(), cursor="")


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _suffix(syntax: FlowSyntax) -> str:
    return ".pdf" if syntax is FlowSyntax.FACTUR_X else ".xml"


def _not_reached(path: Path, problem: OSError) -> ExternalError:
    return ExternalError(
        "platform.not_reached",
        retryable=True,
        host=str(path),
        reason=problem.strerror or type(problem).__name__,
    )

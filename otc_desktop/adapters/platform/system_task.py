"""The system's own task planner: runs `otc run-due` while the window is closed.

Windows has the Task Scheduler, macOS launchd, Linux systemd's timers of the user. Each gets
one entry of ours, named alike, that can be taken away again.
"""

import plistlib
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.domain.shared.errors import ExternalError, RuleError

_NAME = "otc-desktop"
_TITLE = "OTC Desktop"
_PLANNER_TIMEOUT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemTask:
    """An entry of the planner: files to write, and the commands that make it known.

    The commands are lists of words, never a line for a shell.
    """

    files: tuple[tuple[Path, str], ...]
    enable: tuple[tuple[str, ...], ...]
    disable: tuple[tuple[str, ...], ...]


def system_task(
    command: Sequence[str], *, minutes: int, home: Path, system: str = sys.platform
) -> SystemTask:
    """The entry that runs a command every so many minutes, on this system or a named one."""
    if system == "win32":
        return _windows(command, minutes)
    if system == "darwin":
        return _macos(command, minutes, home)
    return _systemd(command, minutes, home)


def instructions(task: SystemTask) -> str:
    """Its files and its commands as text, for whoever prefers to do it by hand."""
    files = [f"# {path}\n{text.rstrip()}" for path, text in task.files]
    commands = [subprocess.list2cmdline(words) for words in task.enable]
    return "\n\n".join([*files, "\n".join(commands)])


def install(task: SystemTask) -> None:
    """Write its files and make it known.

    Raises:
        ExternalError: `scheduling.task_refused`, with what the planner said.
    """
    try:
        for path, text in task.files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise ExternalError(
            "scheduling.task_refused", retryable=False, answer=str(problem)
        ) from problem
    for words in task.enable:
        _run(words)


def uninstall(task: SystemTask) -> None:
    """Take it away again.

    Raises:
        ExternalError: `scheduling.task_refused`, with what the planner said.
    """
    for words in task.disable:
        _run(words)
    for path, _text in task.files:
        path.unlink(missing_ok=True)


def is_installed(task: SystemTask) -> bool | None:
    """Whether its files stand; None where the planner keeps it out of sight (Windows)."""
    if not task.files:
        return None
    return all(path.is_file() for path, _text in task.files)


def command_of(*, database_url: str, executable: Path, frozen: bool) -> list[str]:
    """The command line that runs what is owed.

    Args:
        database_url: of the books.
        executable: the Python that runs us, or the program itself once installed.
        frozen: whether it is the installed program.

    Raises:
        RuleError: `scheduling.password_in_url`: a task's words can be read by others.
    """
    host = database_url.partition("://")[2].partition("/")[0]
    if ":" in host.rpartition("@")[0]:
        raise RuleError("scheduling.password_in_url")
    if frozen:
        console = executable.with_name("otc" + executable.suffix)
        return [str(console), "--database", database_url, "run-due"]
    return [str(executable), "-m", "otc_desktop", "--database", database_url, "run-due"]


def _windows(command: Sequence[str], minutes: int) -> SystemTask:
    line = subprocess.list2cmdline(command)
    made = ("schtasks", "/Create", "/F", "/SC", "MINUTE", "/MO", str(minutes))
    return SystemTask(
        files=(),
        enable=((*made, "/TN", _TITLE, "/TR", line),),
        disable=(("schtasks", "/Delete", "/F", "/TN", _TITLE),),
    )


def _macos(command: Sequence[str], minutes: int, home: Path) -> SystemTask:
    path = home / "Library" / "LaunchAgents" / f"{_NAME}.run-due.plist"
    text = plistlib.dumps(
        {
            "Label": f"{_NAME}.run-due",
            "ProgramArguments": list(command),
            "StartInterval": minutes * 60,
            "ProcessType": "Background",
        }
    ).decode()
    return SystemTask(
        files=((path, text),),
        enable=(("launchctl", "load", "-w", str(path)),),
        disable=(("launchctl", "unload", "-w", str(path)),),
    )


def _systemd(command: Sequence[str], minutes: int, home: Path) -> SystemTask:
    folder = home / ".config" / "systemd" / "user"
    # systemd reads `%` as a specifier and quotes as a shell does.
    line = " ".join(shlex.quote(word.replace("%", "%%")) for word in command)
    service = (
        f"[Unit]\nDescription={_TITLE}: what is due\n\n[Service]\nType=oneshot\nExecStart={line}\n"
    )
    timer = (
        f"[Unit]\nDescription={_TITLE}: what is due\n\n[Timer]\nOnCalendar=*:0/{minutes}\n"
        "Persistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
    systemctl = ("systemctl", "--user")
    return SystemTask(
        files=((folder / f"{_NAME}.service", service), (folder / f"{_NAME}.timer", timer)),
        enable=((*systemctl, "daemon-reload"), (*systemctl, "enable", "--now", f"{_NAME}.timer")),
        disable=((*systemctl, "disable", "--now", f"{_NAME}.timer"),),
    )


def _run(words: Sequence[str]) -> None:
    try:
        subprocess.run(  # noqa: S603 - words of ours, and no shell
            words, check=True, capture_output=True, text=True, timeout=_PLANNER_TIMEOUT
        )
    except FileNotFoundError as problem:
        raise ExternalError("scheduling.no_planner", retryable=False, planner=words[0]) from problem
    except subprocess.CalledProcessError as problem:
        answer = (problem.stderr or problem.stdout or "").strip()
        raise ExternalError("scheduling.task_refused", retryable=False, answer=answer) from problem
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise ExternalError(
            "scheduling.task_refused", retryable=False, answer=str(problem)
        ) from problem

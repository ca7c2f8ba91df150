"""The entry in the system's task planner."""

import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from otc_desktop.adapters.platform.system_task import (
    SystemTask,
    command_of,
    install,
    instructions,
    is_installed,
    system_task,
    uninstall,
)
from otc_desktop.domain.shared.errors import OtcError

COMMAND = ["/opt/otc desktop/otc", "--database", "sqlite:////home/é/my 100%.sqlite", "run-due"]


def planned(system: str, home: Path = Path("/home/me")) -> SystemTask:
    return system_task(COMMAND, minutes=15, home=home, system=system)


def test_each_system_gets_the_command_word_by_word() -> None:
    [create] = planned("win32").enable
    line = create[create.index("/TR") + 1]
    assert line.startswith('"/opt/otc desktop/otc" --database "sqlite:')
    [(path, text)] = planned("darwin").files
    assert path.parent == Path("/home/me/Library/LaunchAgents")
    assert plistlib.loads(text.encode())["ProgramArguments"] == COMMAND
    service, timer = (text for _, text in planned("linux").files)
    [start] = [line for line in service.splitlines() if line.startswith("ExecStart=")]
    words = shlex.split(start.removeprefix("ExecStart="))
    assert [word.replace("%%", "%") for word in words] == COMMAND
    assert "OnCalendar=*:0/15" in timer


def test_a_refusal_of_the_planner_is_told(tmp_path: Path) -> None:
    said = (sys.executable, "-c", "import sys; sys.exit('Access is denied.')")
    task = SystemTask(files=((tmp_path / "a.timer", "x"),), enable=(said,), disable=())
    with pytest.raises(OtcError) as refused:
        install(task)
    assert refused.value.code == "scheduling.task_refused"
    assert refused.value.params["answer"] == "Access is denied."
    missing = SystemTask(files=(), enable=(("no-such-planner-here",),), disable=())
    with pytest.raises(OtcError) as none:
        install(missing)
    assert none.value.code == "scheduling.no_planner"


def test_it_is_put_there_and_taken_away(tmp_path: Path) -> None:
    said = (sys.executable, "-c", "")
    task = SystemTask(
        files=((tmp_path / "units" / "a.timer", "x"),), enable=(said,), disable=(said,)
    )
    assert is_installed(task) is False
    install(task)
    assert is_installed(task)
    assert "a.timer" in instructions(task)
    uninstall(task)
    assert is_installed(task) is False


def test_no_password_is_written_into_a_task() -> None:
    python = Path("/usr/bin/python3")
    with pytest.raises(OtcError) as refused:
        command_of(
            database_url="postgresql+psycopg://otc:secret@server/books",
            executable=python,
            frozen=False,
        )
    assert refused.value.code == "scheduling.password_in_url"
    url = "postgresql+psycopg://otc@server/books"
    assert command_of(database_url=url, executable=python, frozen=False)[-2:] == [url, "run-due"]
    installed = command_of(database_url=url, executable=Path("C:/OTC/otc-desktop.exe"), frozen=True)
    assert installed[0].endswith("otc.exe")

"""The system's task planner for one database."""

import sys
from pathlib import Path

from otc_desktop.adapters.platform.system_task import (
    SystemTask,
    command_of,
    install,
    instructions,
    is_installed,
    system_task,
    uninstall,
)

_MINUTES = 15


class DatabasePlanner:
    """Our task of the system's planner, for the database that is open."""

    def __init__(self, database_url: str) -> None:
        self._database_url = database_url

    def instructions(self) -> str:
        """The files and commands that make the task known."""
        return instructions(self._task())

    def installed(self) -> bool | None:
        """Whether our task stands there; None where that can't be seen."""
        return is_installed(self._task())

    def install(self) -> None:
        """Make the task known."""
        install(self._task())

    def uninstall(self) -> None:
        """Take the task away."""
        uninstall(self._task())

    def _task(self) -> SystemTask:
        command = command_of(
            database_url=self._database_url,
            executable=Path(sys.executable),
            frozen=bool(getattr(sys, "frozen", False)),
        )
        return system_task(command, minutes=_MINUTES, home=Path.home())

"""The `otc` command, as a user or a task planner runs it."""

import io
import json
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from otc_desktop.adapters.platform.resources import resources_folder
from otc_desktop.bootstrap import open_house
from otc_desktop.cli.main import run
from otc_desktop.messages.catalogue import MessageCatalogue

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Console:
    """`otc` on one database.

    With `apart`, each command is a process of its own, as it is for a user; without, the
    same command runs in the process of the tests, which takes a tenth of the time.
    """

    database: str
    folder: Path
    apart: bool = False

    def __call__(self, today: str, *words: str | Path, status: int = 0) -> dict[str, Any]:
        """Run a command on a business date; its JSON, after its exit status was checked."""
        arguments = ["--database", self.database, "--today", today, "--json", *map(str, words)]
        found, answer, said = self._apart(arguments) if self.apart else self._here(arguments)
        assert found == status, f"{words}: {answer}\n{said}"
        document: dict[str, Any] = json.loads(answer)
        return document

    def refused(self, today: str, *words: str | Path) -> list[str]:
        """Run a command that must be refused; the codes of its errors, each with words."""
        document = self(today, *words, status=1)
        for fault in document["errors"]:
            assert fault["code"], fault
            assert len(fault["message"]) > 15, fault
            assert "Traceback" not in fault["message"]
        return [fault["code"] for fault in document["errors"]]

    def _apart(self, arguments: list[str]) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "otc_desktop", *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def _here(self, arguments: list[str]) -> tuple[int, str, str]:
        answer, said = io.StringIO(), io.StringIO()
        with chdir(self.folder), redirect_stdout(answer), redirect_stderr(said):
            found = run(arguments, open_house, _words())
        return found, answer.getvalue(), said.getvalue()


@cache
def _words() -> MessageCatalogue:
    return MessageCatalogue(resources_folder())

"""The `otc` command as a subprocess, as a user or a task planner runs it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Console:
    """`otc` on one database."""

    database: str
    folder: Path

    def __call__(self, today: str, *words: str | Path, status: int = 0) -> dict[str, Any]:
        """Run a command on a business date; its JSON, after its exit status was checked."""
        command = [sys.executable, "-m", "otc_desktop", "--database", self.database]
        command += ["--today", today, "--json", *map(str, words)]
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == status, f"{words}: {done.stdout}\n{done.stderr}"
        document: dict[str, Any] = json.loads(done.stdout)
        return document

    def refused(self, today: str, *words: str | Path) -> list[str]:
        """Run a command that must be refused; the codes of its errors, each with words."""
        document = self(today, *words, status=1)
        for fault in document["errors"]:
            assert fault["code"], fault
            assert len(fault["message"]) > 15, fault
            assert "Traceback" not in fault["message"]
        return [fault["code"] for fault in document["errors"]]

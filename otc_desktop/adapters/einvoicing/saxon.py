"""Compiled rules run by Saxon, in a process of its own that stays for the next question."""

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from otc_desktop.domain.invoicing.rule_sets import RuleFault

# The largest stylesheet takes a second to compile; a rule that runs a minute has gone astray.
_SECONDS = 60.0


class SaxonError(Exception):
    """The rules could not be run; they say nothing about the document."""


class SaxonProcess:
    """Asks the worker, starting it when first needed and again after it died."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[str] | None = None
        self._one_at_a_time = Lock()

    def faults(self, stylesheet: Path, content: str) -> Sequence[RuleFault]:
        """The assertions of a compiled schematron that an XML document fails.

        Raises:
            SaxonError: the worker did not start, died, or took too long.
        """
        with self._one_at_a_time:
            answer = self._ask(json.dumps([str(stylesheet), content]))
        if "error" in answer:
            raise SaxonError(answer["error"])
        return [
            RuleFault(rule=rule, message=message, is_fatal=flag == "fatal")
            for flag, rule, message in answer["found"]
        ]

    def close(self) -> None:
        """End the worker."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()

    def _ask(self, question: str) -> dict[str, Any]:
        child = self._running()
        if child.stdin is None or child.stdout is None:
            raise SaxonError("the rules' process has no pipes")
        patience = Timer(_SECONDS, child.kill)
        patience.daemon = True
        patience.start()
        try:
            child.stdin.write(question + "\n")
            child.stdin.flush()
            return dict(json.loads(child.stdout.readline()))
        except (OSError, ValueError) as problem:
            self.close()
            raise SaxonError("the rules' process ended") from problem
        finally:
            patience.cancel()

    def _running(self) -> "subprocess.Popen[str]":
        if self._child is None or self._child.poll() is not None:
            self._child = subprocess.Popen(  # noqa: S603  # a program of our own
                _worker(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                # Windows would open a console for it beside the window.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._child


def is_installed() -> bool:
    """Whether Saxon is there to be started."""
    return find_spec("saxonche") is not None


def _worker() -> list[str]:
    """How the worker starts: an installed build has a program of its own for it."""
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        return [str(own.with_name(f"otc-rules{own.suffix}"))]
    return [sys.executable, "-m", "otc_desktop.adapters.einvoicing.saxon_worker"]

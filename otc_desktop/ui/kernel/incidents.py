"""A bug met at run time: told to the log in full, to the user as a number."""

import logging
import secrets
import sys
from collections.abc import Callable
from types import TracebackType

from otc_desktop.domain.shared.errors import OtcError

_LOG = logging.getLogger(__name__)


def record_incident(problem: BaseException, *, during: str) -> OtcError:
    """Log an unexpected error under a new incident number, and name it for the user.

    The error handed back is `program.unexpected` with `incident`; it holds no traceback.
    """
    incident = secrets.token_hex(4).upper()
    _LOG.error("Incident %s during %s", incident, during or "unnamed work", exc_info=problem)
    return OtcError("program.unexpected", incident=incident)


def report_uncaught_errors(show: Callable[[OtcError], None]) -> None:
    """From now on an error no code caught is logged and shown, never printed as a traceback."""

    def hook(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(problem, Exception):
            sys.__excepthook__(kind, problem, trace)
        elif isinstance(problem, OtcError):
            show(problem)
        else:
            show(record_incident(problem, during="the window"))

    sys.excepthook = hook

"""A log the user can send us: small, rotating, and free of secrets."""

import logging
import re
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST_BYTES = 2_000_000
_KEPT_FILES = 5
# What must never be written, whoever logs it: a library's error may quote a URL.
_PASSWORD_IN_URL = re.compile(r"(://[^\s:/@]*:)[^\s/]*@")
_PASSWORD_BY_NAME = re.compile(
    r"(?i)(\b(?:password|passwd|pwd|secret|token|OTC_SMTP_PASSWORD)['\"]?\s*[=:]\s*)"
    r"(\"[^\"]*\"|'[^']*'|[^\s,;)}&]+)"
)
_SMTP_LOGIN = re.compile(r"(?i)(\bAUTH\s+[A-Z0-9-]+\s+)\S+")
_LINE_BREAKS = str.maketrans({"\r": "\\r", "\n": "\\n", "\x1b": "\\x1b"})


class DiscreetFormatter(logging.Formatter):
    """One line per record in UTC; passwords are blotted out, also inside tracebacks."""

    def __init__(self) -> None:
        super().__init__(
            "%(asctime)s.%(msecs)03dZ %(levelname)s %(process)d %(name)s %(message)s",
            "%Y-%m-%dT%H:%M:%S",
        )
        self.converter = time.gmtime

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """The record's line; a line break in a bank label can't forge a second record."""
        record.message = record.message.translate(_LINE_BREAKS)
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        """The line and its traceback, without secrets."""
        text = super().format(record)
        text = _PASSWORD_IN_URL.sub(r"\1***@", text)
        text = _PASSWORD_BY_NAME.sub(r"\1***", text)
        return _SMTP_LOGIN.sub(r"\1***", text)


def open_log_file(folder: Path, *, name: str, level: int = logging.INFO) -> logging.Handler | None:
    """Write everything logged to `<folder>/<name>.log` from now on.

    Window and command line use two names: on Windows a file that two processes hold can't
    be rotated. None when the folder can't be written: a program that works without its
    log is worth more than one that does not start.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / f"{name}.log",
            maxBytes=_LARGEST_BYTES,
            backupCount=_KEPT_FILES,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError:
        logging.getLogger(__name__).warning("No log file in %s", folder, exc_info=True)
        return None
    handler.setFormatter(DiscreetFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(level, root.level) if root.level else level)
    handler.setLevel(level)
    return handler

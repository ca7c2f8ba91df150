"""`otc backup`, `otc restore`, `otc db move|passphrase`."""

import sys
from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.domain.shared.errors import RuleError

_LONGEST_PASSPHRASE = 1_000


def back_up(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Copy the books to a new file, proved page by page."""
    passphrase = _typed() if options.passphrase else ""
    if options.encrypt and not passphrase:
        passphrase = house.copies.passphrase()
        if not passphrase:
            raise RuleError("backup.no_passphrase", where="passphrase")
    made = house.copies.back_up(options.file, passphrase=passphrase)
    return {"file": str(made), "bytes": made.stat().st_size, "encrypted": bool(passphrase)}


def restore(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Put a copy in the place of the books; what stood there is kept beside it."""
    passphrase = _typed() if options.passphrase else ""
    kept = house.copies.restore(options.file, passphrase=passphrase)
    return {"restored": str(options.file), "kept": None if kept is None else str(kept)}


def move(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Move the books into an empty database; the old ones are closed for good."""
    moved = house.copies.move_to(options.url, task)
    return {"tables": moved.tables, "rows": moved.rows}


def passphrase(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep the passphrase of the scheduled copies in the keyring, or forget it."""
    given = "" if options.forget else _typed()
    house.copies.keep_passphrase(given)
    return {"encrypted": bool(given)}


def _typed() -> str:
    """A line of the standard input: an argument would stand in the list of processes."""
    return sys.stdin.readline(_LONGEST_PASSPHRASE).rstrip("\r\n")

"""`otc backup`, `otc restore`."""

from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House


def back_up(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Copy the books to a new file, proved page by page."""
    made = house.back_up(options.file)
    return {"file": str(made), "bytes": made.stat().st_size}


def restore(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Put a copy in the place of the books; what stood there is kept beside it."""
    kept = house.restore(options.file)
    return {"restored": str(options.file), "kept": str(kept) if kept.exists() else None}

"""`otc verify`."""

from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House


def verify(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prove every invariant on the live data."""
    checks = house.queries.verification.run_checks(task)
    failed = [check for check in checks if not check.ok]
    document: dict[str, Any] = {
        "ok": not failed,
        "checks": [
            {"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks
        ],
    }
    if failed:
        document["errors"] = [
            {
                "code": "verification.failed",
                "message": house.messages.sentence("verification.failed", {"check": check.name}),
                "where": check.name,
            }
            for check in failed
        ]
    return document

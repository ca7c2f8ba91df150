"""What the database says, in the program's own taxonomy of errors."""

from sqlalchemy.exc import DBAPIError

from otc_desktop.domain.shared.errors import ConflictError, ExternalError, OtcError, RuleError

# Code, whether a retry may help, SQLSTATEs of PostgreSQL, words of SQLite or of the driver.
_KINDS: tuple[tuple[str, bool, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "database.busy",
        True,
        ("40001", "40P01", "55P03"),
        ("database is locked", "database table is locked"),
    ),
    ("database.disk_full", True, ("53100",), ("disk is full", "disk I/O error")),
    ("database.read_only", False, ("25006",), ("readonly database",)),
    ("database.damaged", False, (), ("malformed", "not a database")),
    ("database.cannot_open", False, ("3D000",), ("unable to open database file",)),
    (
        "database.unreachable",
        True,
        ("57P01", "08006", "08001", "08003"),
        ("connection failed", "connection refused", "server closed the connection"),
    ),
)
_UNIQUE_STATE = "23505"


def translated(problem: DBAPIError) -> OtcError | None:
    """The error to show instead, or None when it is a bug of ours."""
    text = str(problem.orig)
    state = getattr(problem.orig, "sqlstate", None)
    if "otc:" in text:
        return RuleError("database.immutable", guard=text.partition("otc:")[2].split("\n")[0])
    for code, retryable, states, words in _KINDS:
        if state in states or any(each in text for each in words):
            return ExternalError(code, retryable=retryable)
    if state == _UNIQUE_STATE or "UNIQUE constraint failed" in text:
        return ConflictError("database.already_exists")
    if problem.connection_invalidated:
        return ExternalError("database.unreachable", retryable=True)
    return None

"""One taxonomy of refusals; the sentences live in `otc_desktop.messages`."""

from collections.abc import Mapping
from typing import Any


class OtcError(Exception):
    """Something the user must be told, named by a code that never changes meaning.

    Codes read `slice.what_happened`. The error holds no sentence: `messages`
    turns code and parameters into words in the reader's language.
    """

    def __init__(self, code: str, /, *, where: str | None = None, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.where = where
        self.params: Mapping[str, Any] = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code} ({details})" if details else self.code


class RuleError(OtcError):
    """The domain refuses: a rule of business, law or arithmetic stands against it."""


class ConfirmationRequired(OtcError):
    """Warnings stand; the caller may accept them and call again."""


class PermissionDenied(OtcError):
    """The user's role does not allow this intent."""


class ApprovalRequired(OtcError):
    """The amount is above the user's limit: somebody else has to approve."""


class NotFoundError(OtcError):
    """The thing named does not exist."""


class ConflictError(OtcError):
    """Somebody else changed the same thing meanwhile; nothing was written."""


class InputFileError(OtcError):
    """A file from outside can't be taken as it is; nothing was stored.

    `line` and `column` are 1-based where the format has them.
    """

    def __init__(
        self,
        code: str,
        /,
        *,
        line: int | None = None,
        column: str | int | None = None,
        **params: Any,
    ) -> None:
        where = ", ".join(
            part
            for part in (
                f"line {line}" if line is not None else "",
                f"column {column}" if column is not None else "",
            )
            if part
        )
        super().__init__(code, where=where or None, line=line, column=column, **params)
        self.line = line
        self.column = column


class ExternalError(OtcError):
    """Something outside the program failed: mail, database, disk, keyring.

    `retryable` says that the same call may succeed later without a change.
    """

    def __init__(self, code: str, /, *, retryable: bool, **params: Any) -> None:
        super().__init__(code, **params)
        self.retryable = retryable


class Cancelled(Exception):
    """The user stopped a long task; everything since its last commit is rolled back."""

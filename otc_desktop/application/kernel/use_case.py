"""Running intents: permission, retry of a deadlock, duration, publication of changes."""

import logging
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from otc_desktop.application.kernel.changes import ChangeSet
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import SilentTask, Task
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ExternalError

CommandT = TypeVar("CommandT")
ResultT = TypeVar("ResultT")

_MOST_ATTEMPTS = 3
_log = logging.getLogger(__name__)


class UseCase(Generic[CommandT, ResultT]):
    """A function that does what a user meant, with the permission it needs."""

    def __init__(
        self, function: Callable[[CommandT, Context, Task], ResultT], permission: Permission
    ) -> None:
        self._function = function
        self.permission = permission
        self.name = function.__name__
        self.__doc__ = function.__doc__

    def __call__(self, command: CommandT, ctx: Context, task: Task) -> ResultT:
        """Do it; `UseCases.run` is the door that checks the permission first."""
        return self._function(command, ctx, task)


def use_case(
    *, permission: Permission
) -> Callable[[Callable[[CommandT, Context, Task], ResultT]], UseCase[CommandT, ResultT]]:
    """Declare a use case and the permission it needs."""

    def declare(
        function: Callable[[CommandT, Context, Task], ResultT],
    ) -> UseCase[CommandT, ResultT]:
        return UseCase(function, permission)

    return declare


class ContextFactory(Protocol):
    """Makes the context of one run; `name` is the use case, for the audit trail."""

    def __call__(self, name: str, publish: Callable[[ChangeSet], None]) -> Context:
        """The context."""
        ...


class UseCases:
    """The one door: window, console, scheduler and tests all run intents through it."""

    def __init__(
        self, make_context: ContextFactory, publish: Callable[[ChangeSet], None] = lambda _: None
    ) -> None:
        self._make_context = make_context
        self._publish = publish

    def subscribe(self, publish: Callable[[ChangeSet], None]) -> None:
        """Hear of every committed change; may be called from any thread."""
        self._publish = publish

    def run(
        self,
        use_case: UseCase[CommandT, ResultT],
        command: CommandT,
        task: Task | None = None,
    ) -> ResultT:
        """Do what the user meant.

        A deadlock or a lock that timed out is tried again, at most three times in all:
        nothing left the machine, for nothing is sent inside a transaction.

        Raises:
            OtcError: whatever refuses the intent; nothing was written.
        """
        ctx = self._make_context(use_case.name, self._publish)
        ctx.user.require(use_case.permission)
        watched: Any = task if task is not None else SilentTask()
        started = ctx.now()
        for attempt in range(1, _MOST_ATTEMPTS + 1):
            try:
                result = use_case(command, ctx, watched)
            except ExternalError as problem:
                if problem.code != "database.busy" or attempt == _MOST_ATTEMPTS:
                    raise
                _log.warning("%s met a busy database, attempt %d", use_case.name, attempt)
            else:
                duration = ctx.now() - started
                _log.info("%s took %d ms", use_case.name, duration.total_seconds() * 1000)
                return result
        raise AssertionError("unreachable")

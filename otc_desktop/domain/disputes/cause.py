"""The company's own causes of disputes, each under one of the fixed reasons."""

from dataclasses import dataclass, replace
from typing import Self

from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DisputeCauseId

_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeCause:
    """A branch of the tree, such as «emballage abîmé» under quality.

    One that is `archived` is offered no more; disputes that have it keep it.

    Raises:
        RuleError: `disputes.cause_without_title`, `disputes.cause_title_too_long`.
    """

    id: DisputeCauseId
    reason: DisputeReason
    title: str
    archived: bool = False
    version: int = 1

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise RuleError("disputes.cause_without_title", where="title")
        if len(self.title) > _LONGEST_TITLE:
            raise RuleError("disputes.cause_title_too_long", where="title", longest=_LONGEST_TITLE)

    def renamed(self, title: str) -> Self:
        """The same cause under another title."""
        return replace(self, title=title.strip())

"""The company's own words of mails, as use cases load and save them."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.shared.mail_template import MailTemplate


class MailTemplateRepository(Protocol):
    """One row for each kind of mail and language that the company worded itself."""

    def find(self, name: str, language: str) -> MailTemplate | None:
        """Own words; None where those delivered hold."""

    def all(self) -> Sequence[MailTemplate]:
        """Every one, by name and language."""

    def save(self, template: MailTemplate, new_id: UUID) -> None:
        """New words (version 0), or other ones; ConflictError when changed meanwhile."""

    def reset(self, name: str, language: str) -> None:
        """Go back to the words delivered."""

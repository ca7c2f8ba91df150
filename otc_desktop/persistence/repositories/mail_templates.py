"""Mails in the company's own words, as a database keeps them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.shared.errors import ConflictError
from otc_desktop.domain.shared.mail_template import MailTemplate
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.mail_templates import mail_template


class SqlMailTemplates:
    """One row for each kind of mail and language."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, name: str, language: str) -> MailTemplate | None:
        """Own words; None where those delivered hold."""
        row = self._session.one(select(mail_template).where(_key(name, language)))
        return None if row is None or not row["in_force"] else _template_of(row)

    def all(self) -> Sequence[MailTemplate]:
        """Every one, by name and language."""
        query = (
            select(mail_template)
            .where(mail_template.c.in_force.is_(True))
            .order_by(mail_template.c.name, mail_template.c.language)
        )
        return [_template_of(row) for row in self._session.rows(query)]

    def save(self, template: MailTemplate, new_id: UUID) -> None:
        """New words (version 0), or other ones."""
        values: dict[str, Any] = {
            "subject": template.subject,
            "body": template.body,
            "in_force": True,
        }
        row = self._session.one(select(mail_template).where(_key(template.name, template.language)))
        if row is not None:
            # Somebody who edits the delivered words knows no version of a row out of force.
            known = template.version if row["in_force"] else row["version"]
            self._session.update_versioned(mail_template, row["id"], known, values)
        elif template.version:
            raise ConflictError("database.changed_meanwhile", table=mail_template.name)
        else:
            key = {"name": template.name, "language": template.language}
            self._session.insert(mail_template, {"id": new_id, "version": 1, **key, **values})
        self._session.topics.add(Topic.COMPANY)

    def reset(self, name: str, language: str) -> None:
        """Go back to the words delivered; the own ones stay in the audit trail."""
        row = self._session.one(select(mail_template).where(_key(name, language)))
        if row is not None and row["in_force"]:
            self._session.update_versioned(
                mail_template, row["id"], row["version"], {"in_force": False}
            )
            self._session.topics.add(Topic.COMPANY)


def _key(name: str, language: str) -> ColumnElement[bool]:
    return (mail_template.c.name == name) & (mail_template.c.language == language)


def _template_of(row: RowMapping) -> MailTemplate:
    return MailTemplate(
        name=row["name"],
        language=row["language"],
        subject=row["subject"],
        body=row["body"],
        version=row["version"],
    )

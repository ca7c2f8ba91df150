"""Legal sentences in the company's own words, as a database keeps them."""

from uuid import UUID

from sqlalchemy import select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.invoicing.own_texts import OwnText, OwnTexts
from otc_desktop.domain.shared.errors import ConflictError
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.company import own_text

_COLUMNS = (
    own_text.c.key,
    own_text.c.language,
    own_text.c.valid_from,
    own_text.c.text,
    own_text.c.version,
)
# As few rows as a company has sentences of its own: read whole, sorted by the domain.
_ALL = select(*_COLUMNS)


class SqlOwnTexts:
    """One row for each sentence, language and first day."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> OwnTexts:
        """All of them."""
        return OwnTexts(OwnText(**row) for row in self._session.rows(_ALL))

    def save(self, text: OwnText, new_id: UUID) -> None:
        """A new sentence (version 0), or another wording of one that begins on the same day."""
        row = self._session.one(
            select(own_text.c.id).where(
                own_text.c.key == text.key,
                own_text.c.language == text.language,
                own_text.c.valid_from == text.valid_from,
            )
        )
        if row is not None:
            self._session.update_versioned(own_text, row["id"], text.version, {"text": text.text})
        elif text.version:
            raise ConflictError("database.changed_meanwhile", table=own_text.name)
        else:
            self._session.insert(
                own_text,
                {
                    "id": new_id,
                    "key": text.key,
                    "language": text.language,
                    "valid_from": text.valid_from,
                    "text": text.text,
                    "version": 1,
                },
            )
        self._session.topics.add(Topic.COMPANY)

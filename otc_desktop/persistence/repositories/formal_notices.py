"""Formal notices, and the letters for the post."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.dunning.formal_notice import (
    FormalNotice,
    LetterKind,
    LetterState,
    NoticedItem,
    PostalLetter,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    CustomerId,
    FormalNoticeId,
    OpenItemId,
    PostalLetterId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.formal_end import (
    formal_notice,
    formal_notice_item,
    postal_letter,
)


class SqlFormalNotices:
    """Formal notices and letters of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, notice: FormalNotice) -> None:
        """A new formal notice."""
        self._session.insert(
            formal_notice,
            {
                "id": notice.id,
                "number": notice.number,
                "customer_id": notice.customer_id,
                "made_on": notice.made_on,
                "deadline_days": notice.deadline_days,
                "place": notice.place,
                "signatory": notice.signatory,
            },
        )
        self._session.insert_many(
            formal_notice_item,
            [
                {
                    "notice_id": notice.id,
                    "item_id": each.item_id,
                    "position": position,
                    "currency": each.principal.currency.code,
                    "principal_minor": each.principal.minor,
                    "interest_minor": each.interest.minor,
                    "indemnity_minor": each.indemnity.minor,
                }
                for position, each in enumerate(notice.items)
            ],
        )
        self._session.topics.update({Topic.DUNNING, Topic.CUSTOMERS})

    def get(self, notice_id: FormalNoticeId) -> FormalNotice:
        """By id."""
        row = self._session.by_id(formal_notice, notice_id)
        if row is None:
            raise NotFoundError("dunning.formal_notice_not_found")
        return self._notice(row)

    def of_customer(self, customer_id: CustomerId) -> Sequence[FormalNotice]:
        """A customer's, the oldest first."""
        query = (
            select(formal_notice)
            .where(formal_notice.c.customer_id == customer_id)
            .order_by(formal_notice.c.made_on, formal_notice.c.id)
        )
        return [self._notice(row) for row in self._session.rows(query)]

    def add_letter(self, letter: PostalLetter) -> None:
        """A letter to print."""
        self._session.insert(
            postal_letter,
            {
                "id": letter.id,
                "kind": letter.kind.value,
                "subject_id": letter.subject_id,
                "customer_id": letter.customer_id,
                "title": letter.title,
                "made_on": letter.made_on,
                "is_registered": letter.is_registered,
                "sha256": letter.sha256,
                "version": 1,
                **_progress(letter),
            },
        )
        self._session.topics.add(Topic.DUNNING)

    def letter(self, letter_id: PostalLetterId) -> PostalLetter:
        """By id."""
        row = self._session.by_id(postal_letter, letter_id, lock=True)
        if row is None:
            raise NotFoundError("dunning.letter_not_found")
        return _letter(row)

    def letters_of(self, customer_id: CustomerId) -> Sequence[PostalLetter]:
        """A customer's, the oldest first."""
        query = (
            select(postal_letter)
            .where(postal_letter.c.customer_id == customer_id)
            .order_by(postal_letter.c.made_on, postal_letter.c.id)
        )
        return [_letter(row) for row in self._session.rows(query)]

    def save_letter(self, letter: PostalLetter) -> None:
        """A letter posted, received, returned or cancelled."""
        self._session.update_versioned(postal_letter, letter.id, letter.version, _progress(letter))
        self._session.topics.add(Topic.DUNNING)

    def _notice(self, row: RowMapping) -> FormalNotice:
        items = self._session.parts_of(formal_notice_item, "notice_id", row["id"])
        return FormalNotice(
            id=FormalNoticeId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            made_on=row["made_on"],
            deadline_days=row["deadline_days"],
            place=row["place"],
            signatory=row["signatory"],
            items=tuple(_noticed(each) for each in items),
        )


def _noticed(row: RowMapping) -> NoticedItem:
    currency = Currency(row["currency"])
    return NoticedItem(
        OpenItemId(row["item_id"]),
        Money.from_minor(row["principal_minor"], currency),
        Money.from_minor(row["interest_minor"], currency),
        Money.from_minor(row["indemnity_minor"], currency),
    )


def _progress(letter: PostalLetter) -> dict[str, object]:
    return {
        "state": letter.state.value,
        "posted_on": letter.posted_on,
        "registered_number": letter.registered_number,
        "settled_on": letter.settled_on,
    }


def _letter(row: RowMapping) -> PostalLetter:
    return PostalLetter(
        id=PostalLetterId(row["id"]),
        kind=LetterKind(row["kind"]),
        subject_id=row["subject_id"],
        customer_id=CustomerId(row["customer_id"]),
        title=row["title"],
        made_on=row["made_on"],
        is_registered=row["is_registered"],
        sha256=row["sha256"],
        state=LetterState(row["state"]),
        posted_on=row["posted_on"],
        registered_number=row["registered_number"],
        settled_on=row["settled_on"],
        version=row["version"],
    )

"""Notes are written once, and withdrawn rather than rewritten."""

from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.customers.note import LONGEST_TEXT, Note
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, NoteId

TODAY = date(2026, 11, 20)


def a_note(text: str = "Fermé le mercredi") -> Note:
    return Note(
        id=NoteId(UUID(int=1)),
        customer_id=CustomerId(UUID(int=2)),
        text=text,
        written_on=TODAY,
        author="claire",
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "customers.note_empty"),
        (" \n\t", "customers.note_empty"),
        ("x" * (LONGEST_TEXT + 1), "customers.note_too_long"),
    ],
)
def test_note_of_nothing_or_too_much_is_refused(text: str, code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_note(text)
    assert refusal.value.code == code


def test_withdrawn_note_keeps_its_text_and_is_withdrawn_once() -> None:
    withdrawn = a_note().withdraw(on=TODAY)
    assert (withdrawn.text, withdrawn.withdrawn_on) == ("Fermé le mercredi", TODAY)
    with pytest.raises(RuleError, match="note_already_withdrawn"):
        withdrawn.withdraw(on=TODAY)

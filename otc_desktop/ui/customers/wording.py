"""Facts about a customer in the window's language."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject

from otc_desktop.application.customers.queries import TimelineRow
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.text import fold
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.customers.timeline_kinds import Group, timeline_kinds
from otc_desktop.ui.kernel.formats import Formats

Words = Callable[[str, str], str]

_PLACE = re.compile(r"\{(\w+)\}")
_LONGEST_TEXT = 120
_MOST_CHANGES = 2
_AMOUNTS = frozenset(("amount", "open"))
_DATES = frozenset(("promised_on", "next_call_on", "called_on"))
# A detail that is a word of the catalogue: its kind there.
_WORD_KINDS = {
    "reform_status": "reform_status",
    "direction": "call_direction",
    "outcome": "call_outcome",
    "promise_state": "promise_state",
    "plan_state": "plan_state",
    "letter_state": "letter_state",
    "handover_outcome": "handover_outcome",
    "proposal_kind": "proposal_kind",
    "status": "mail_status",
    "paper": "paper",
}
# A field of the file or of a contact whose values are words of the catalogue.
_WORDED_FIELDS = {
    "kind": "customer_kind",
    "status": "customer_status",
    "payment_means": "payment_means",
    "send_at_issue": "send_at_issue",
    "mail_xml": "mail_xml",
    "roles": "contact_role",
}
_FIELDS_OF = {"ContactSaved": "contact_field"}
# Several kinds of fact are told by one class of event; each has a line of its own.
LINES_OF_ONE_EVENT = {"OrderConfirmed": ("OrderHeld",), "InvoiceIssued": ("CreditNoteIssued",)}


class TimelineWords(QObject):
    """One sentence for each kind of event.

    Args:
        word: a status or reason in words.
        title: a code, such as a hold, in words.
        formats: the window's.
    """

    def __init__(
        self,
        word: Words,
        title: Callable[[str], str],
        formats: Formats,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._word = word
        self._title = title
        self._kinds = timeline_kinds()

    def sentence(self, row: TimelineRow) -> str:
        """The event in words; one of a newer program is shown by its name."""
        kind = self._kinds.get(self._line_of(row))
        if kind is None:
            return row.kind
        told = _PLACE.sub(lambda place: self._detail(place[1], row), kind.sentence)
        # What was left empty leaves no dangling punctuation: «Appel sortant, joint: ».
        told = " ".join(told.split()).removesuffix(" ()").rstrip(" :,")
        return told[:1].upper() + told[1:]

    def kinds_of(self, group: Group) -> tuple[str, ...]:
        """The classes of event in a group."""
        return tuple(name for name, kind in self._kinds.items() if kind.group is group)

    def worded(self, search: str) -> Mapping[str, Collection[str]]:
        """For each word that is searched, the classes of event whose sentence has it."""
        sentences = {
            name: fold(_PLACE.sub(" ", kind.sentence)) for name, kind in self._kinds.items()
        }
        found: dict[str, set[str]] = {}
        for word in fold(search).split():
            named = {name for name, sentence in sentences.items() if word in sentence}
            found[word] = {each for each in named if each not in ("OrderHeld", "CreditNoteIssued")}
            for name, others in LINES_OF_ONE_EVENT.items():
                if named & set(others):
                    found[word].add(name)
        return found

    def changes(self, row: TimelineRow) -> Sequence[tuple[str, str]]:
        """What changed in the file: the field in words, and `before → after`."""
        listed = row.details.get("changes")
        if not isinstance(listed, list):
            return ()
        return [
            (
                self._word(_FIELDS_OF.get(row.kind, "customer_field"), name),
                f"{self._value(name, old)} → {self._value(name, new)}",
            )
            for name, old, new in (each for each in listed if isinstance(each, list))
        ]

    def day(self, text: object) -> str:
        """A date as events keep it, in the window's form."""
        try:
            return self._formats.date(date.fromisoformat(str(text)))
        except ValueError:
            return str(text)

    def thing(self, row: TimelineRow) -> str:
        """What an attached file belongs to: `facture F2026-00012`."""
        kind = str(row.details.get("about_kind", ""))
        number = str(row.details.get("about", ""))
        return f"{self._word('subject_kind', kind)} {number}".strip()

    def amount(self, text: str) -> str:
        """`1234.50 EUR`, as events keep amounts, in the window's form."""
        figure, _, currency = text.partition(" ")
        try:
            return self._formats.money(Money.of(figure, Currency(currency)))
        except RuleError:
            return text

    def _line_of(self, row: TimelineRow) -> str:
        if row.kind == "OrderConfirmed" and row.details.get("holds"):
            return "OrderHeld"
        if row.kind == "InvoiceIssued" and row.details.get("document_kind") == "credit_note":
            return "CreditNoteIssued"
        return row.kind

    def _detail(self, name: str, row: TimelineRow) -> str:
        value = row.details.get(name)
        text = "" if value is None else str(value)
        if name == "thing":
            return self.thing(row)
        if name == "changes":
            return self._changes_in_short(row)
        if isinstance(value, list):
            titles = [self._title(str(each)) if name == "holds" else str(each) for each in value]
            return ", ".join(titles)
        return self._told(name, text, row.kind)

    def _told(self, name: str, text: str, event: str) -> str:
        if name in _AMOUNTS:
            return self.amount(text)
        if name in _DATES:
            return self.day(text)
        # The reason of a dispute is one of a list, that of a release is free text.
        words = "dispute_reason" if event == "DisputeOpened" and name == "reason" else ""
        words = words or _WORD_KINDS.get(name, "")
        if words:
            return self._word(words, text)
        return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"

    def _changes_in_short(self, row: TimelineRow) -> str:
        changes = self.changes(row)
        listed = row.details.get("changes")
        if not changes and isinstance(listed, list):
            return ", ".join(str(each) for each in listed)
        if len(changes) <= _MOST_CHANGES:
            return ", ".join(f"{name} {change}" for name, change in changes)
        return ", ".join(name for name, _ in changes)

    def _value(self, name: str, text: str) -> str:
        if not text:
            return "∅"
        if name.endswith(("_limit", "_amount")):
            return self.amount(text)
        if name.endswith("_on"):
            return self.day(text)
        if name in _WORDED_FIELDS:
            kind = _WORDED_FIELDS[name]
            return ", ".join(self._word(kind, each) for each in text.split(", "))
        return self._plain_value(name, text)

    def _plain_value(self, name: str, text: str) -> str:
        if name == "payment_terms":
            return _terms(text)
        return self._word("yes_no", text.lower()) if text in ("True", "False") else text


def _terms(text: str) -> str:
    try:
        return terms_text(PaymentTerms.parse(text))
    except RuleError:  # written by a program of another grammar
        return text

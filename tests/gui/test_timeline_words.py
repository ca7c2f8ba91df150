"""Facts in words: amounts, dates and fields as the window shows them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QObject

from otc_desktop.application.customers.queries import TimelineRow
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.messages.catalogue import MessageCatalogue
from otc_desktop.ui.customers.timeline_places import place_of, subject_kind_of
from otc_desktop.ui.customers.wording import TimelineWords
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.navigator import Place

CUSTOMER = Customer(id=CustomerId(UUID(int=1)), code="C1", name="Durand")


@pytest.fixture
def words() -> Iterator[TimelineWords]:
    catalogue = MessageCatalogue(Path(__file__).parents[2] / "resources")
    parent = QObject()
    yield TimelineWords(
        catalogue.word,
        lambda code: catalogue.describe(code, {}).title,
        Formats(),
        parent,
    )
    parent.deleteLater()


def a_row(kind: str, **details: object) -> TimelineRow:
    return TimelineRow(
        id=UUID(int=2),
        happened_on=date(2026, 11, 20),
        at=datetime(2026, 11, 20, tzinfo=UTC),
        kind=kind,
        subject_id=UUID(int=3),
        details=details,
    )


def test_amounts_and_dates_are_the_window_s(words: TimelineWords) -> None:
    told = (
        words.sentence(a_row("PromiseRecorded", amount="1234.50 EUR", promised_on="2026-11-25"))
        .replace("\u202f", " ")
        .replace("\u00a0", " ")
    )
    assert "1 234,50 €" in told
    assert "25/11/2026" in told


def test_changes_of_the_file_are_told_by_field_in_words(words: TimelineWords) -> None:
    row = a_row(
        "CustomerChanged",
        changes=[
            ["credit_limit", "", "5000.00 EUR"],
            ["purchase_order_required", "False", "True"],
        ],
    )
    limit, order = words.changes(row)
    assert limit[0] == "limite de crédit"
    assert limit[1].startswith("∅ → 5")
    assert order == ("bon de commande exigé", "non → oui")
    assert "limite de crédit" in words.sentence(row)


def test_values_of_changed_fields_are_words_too(words: TimelineWords) -> None:
    contact = a_row(
        "ContactSaved", name="Anna", changes=[["roles", "payer", "invoice_recipient, payer"]]
    )
    assert words.changes(contact) == [("rôles", "paie → reçoit les factures, paie")]
    means = a_row("CustomerChanged", changes=[["payment_means", "", "transfer, cheque"]])
    assert words.changes(means) == [("moyens de paiement", "∅ → virement, chèque")]
    terms = a_row("CustomerChanged", changes=[["payment_terms", "", "30 days"]])
    assert "30" in words.changes(terms)[0][1]
    # An amended order tells its changes as ready sentences.
    order = a_row("OrderAmended", number="CO1", changes=["P-01 12 → 10"], holds=[])
    assert words.changes(order) == []
    assert "P-01 12 → 10" in words.sentence(order)


def test_many_changes_are_named_only(words: TimelineWords) -> None:
    row = a_row(
        "CustomerChanged", changes=[["name", "a", "b"], ["naf", "", "x"], ["phone", "1", "2"]]
    )
    told = words.sentence(row)
    assert "téléphone" in told
    assert "→" not in told


def test_long_note_is_cut_and_an_empty_end_leaves_no_colon(words: TimelineWords) -> None:
    assert words.sentence(a_row("NoteAdded", text="x" * 500)).endswith("…")
    told = words.sentence(a_row("CallLogged", direction="outgoing", outcome="no_answer", text=""))
    assert told == "Appel sortant, pas de réponse"


def test_braces_in_a_note_are_shown_as_they_are(words: TimelineWords) -> None:
    assert words.sentence(a_row("NoteAdded", text="{number} {text}")).endswith("{number} {text}")


def test_event_of_a_newer_program_is_shown_by_its_name(words: TimelineWords) -> None:
    assert words.sentence(a_row("SomethingNew")) == "SomethingNew"


def test_word_of_a_sentence_names_its_events(words: TimelineWords) -> None:
    sentence = words.sentence(a_row("CreditNoteIssued", number="AV1")).split()[0]
    [(word, kinds)] = words.worded(sentence).items()
    # An issued credit note is an InvoiceIssued to the program.
    assert word == sentence.casefold()
    assert "InvoiceIssued" in kinds
    assert "CreditNoteIssued" not in kinds


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (
            a_row("InvoiceIssued", number="F1"),
            Place(tab="invoicing", kind="issued", search="F1"),
        ),
        (a_row("OrderTaken", number="CO1"), Place(tab="orders", kind="order", id=UUID(int=3))),
        (
            a_row("ReceiptAllocated", numbers=["F1", "F2"]),
            Place(tab="invoicing", kind="issued", search="F1"),
        ),
        (
            a_row("MailSent"),
            Place(tab="collections", kind="mails", id=UUID(int=3), search="Durand"),
        ),
        (a_row("NoteAdded", text="x"), None),
        (a_row("ReceiptAllocated"), None),
    ],
)
def test_fact_leads_to_its_screen(row: TimelineRow, place: Place | None) -> None:
    assert place_of(row, CUSTOMER) == place


def test_files_of_a_fact_are_those_of_its_thing() -> None:
    assert subject_kind_of(a_row("OrderDelivered")) is SubjectKind.DELIVERY
    assert subject_kind_of(a_row("NoteAdded")) is None

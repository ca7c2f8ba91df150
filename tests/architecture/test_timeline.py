"""Every fact that a use case records has its sentence in the timeline of the window."""

import importlib
import inspect
import pkgutil
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import otc_desktop.application
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.events import Event
from otc_desktop.messages.catalogue import LANGUAGES
from otc_desktop.ui.customers.timeline_kinds import OF_NO_CUSTOMER, timeline_kinds
from otc_desktop.ui.customers.wording import LINES_OF_ONE_EVENT

# What the words compute beside the details of the event itself.
_COMPUTED = {"thing", "changes"}


def _is_event(thing: object) -> bool:
    return inspect.isclass(thing) and issubclass(thing, Event) and thing is not Event


def _events() -> dict[str, type[Event]]:
    found: dict[str, type[Event]] = {}
    package = otc_desktop.application
    for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        things = vars(importlib.import_module(each.name)).items()
        found |= {name: thing for name, thing in things if _is_event(thing)}
    return found


def test_search_finds_events() -> None:
    assert {"InvoiceIssued", "NoteAdded", "LedgerExported"} <= set(_events())


def test_every_event_of_a_customer_has_a_sentence() -> None:
    missing = set(_events()) - set(timeline_kinds()) - OF_NO_CUSTOMER
    assert not missing, "add a line to ui/customers/timeline_kinds.py"


def test_no_sentence_is_idle() -> None:
    lines = {line for lines in LINES_OF_ONE_EVENT.values() for line in lines}
    assert not (set(timeline_kinds()) | OF_NO_CUSTOMER) - set(_events()) - lines


def test_sentences_show_only_what_their_event_carries() -> None:
    events = _events()
    told_by = {line: name for name, lines in LINES_OF_ONE_EVENT.items() for line in lines}
    wrong = {}
    for name, kind in timeline_kinds().items():
        event = events[told_by.get(name, name)]
        carried = set(event.__dataclass_fields__) | _COMPUTED
        unknown = set(re.findall(r"\{(\w+)\}", kind.sentence)) - carried
        if unknown:
            wrong[name] = unknown
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_customer_file_has_its_word(language: str) -> None:
    messages = Path(__file__).parents[2] / "resources" / "messages" / f"{language}.toml"
    words = tomllib.loads(messages.read_text(encoding="utf-8"))["words"]["customer_field"]
    told = {field.name for field in fields(Customer)} - {"id", "version", "address"}
    told = told - {"parent_id"} | {"parent"}  # told by its code
    told -= {"merged_into_id", "former_codes"}  # told by the facts of merges
    told |= {f"address_{field.name}" for field in fields(Address)}
    assert told == set(words)

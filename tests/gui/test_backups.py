"""The screen of backups: a copy now, a passphrase, a copy elsewhere."""

from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from pytestqt.qtbot import QtBot

from otc_desktop.bootstrap import House
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.settings.backups import BackupsDialog
from otc_desktop.ui.settings.passphrase_form import PassphraseForm
from tests.support.books import settling
from tests.support.sales_window import house, program

__all__ = ["house", "program"]
WORDS = "quatre mots bien cachés"
Settle = Callable[[], None]


class _Kept(KeyringBackend):
    """A keyring that forgets with the process; no machine of ours has a real one."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def dialog(
    monkeypatch: pytest.MonkeyPatch,
    services: WindowServices,
    program: Program,
    settle: Settle,
) -> BackupsDialog:
    kept = _Kept()
    monkeypatch.setattr(keyring, "get_password", kept.get_password)
    monkeypatch.setattr(keyring, "set_password", kept.set_password)
    made = BackupsDialog(services, program)
    made.show()
    settle()
    return made


def typed(dialog: BackupsDialog, first: str, again: str) -> PassphraseForm:
    form = dialog.findChild(PassphraseForm)
    assert form is not None
    form.first.setText(first)
    form.again.setText(again)
    form.accept_button.click()
    return form


def test_a_copy_is_made_and_the_next_one_is_encrypted(
    dialog: BackupsDialog, house: House, settle: Settle
) -> None:
    assert dialog.state.tone is Tone.WARNING
    dialog.now.trigger()
    settle()
    assert dialog.news.tone is Tone.GOOD
    assert [copy.sealed for copy in house.copies.made()] == [False]
    dialog.words.trigger()
    form = typed(dialog, WORDS, f"{WORDS}!")
    assert form.isVisible()
    typed(dialog, "court", "court")
    settle()
    assert form.isVisible()
    typed(dialog, WORDS, WORDS)
    settle()
    assert dialog.state.tone is Tone.GOOD
    assert house.copies.passphrase() == WORDS


def test_a_copy_elsewhere_is_encrypted_by_words_of_its_own(
    dialog: BackupsDialog, house: House, settle: Settle, tmp_path: Path
) -> None:
    target = tmp_path / "key" / "books.otcbackup"
    dialog.ask_passphrase_for(target)
    typed(dialog, WORDS, WORDS)
    settle()
    assert dialog.news.tone is Tone.GOOD
    dialog.ask_passphrase_for(target)
    typed(dialog, WORDS, WORDS)
    settle()
    assert dialog.news.tone is Tone.BAD
    assert target.exists() and house.copies.made() == []

"""The main window: keys, tabs, places, language, news, long work."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.changes import ChangeSet, Topic
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import Language
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices, show_uncaught_errors
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.kernel.theme import DARK, LIGHT, Colours, ThemeMode
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.shell.commands import Command
from otc_desktop.ui.shell.main_window import MainWindow
from otc_desktop.ui.shell.palette import CommandPalette, Found
from otc_desktop.ui.shell.tabs import TAB_ORDER, standard_tab

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Settle = Callable[[], None]


class SpyTab(TabPage):
    """Counts what the window asks of it."""

    made: list["SpyTab"]

    def __init__(self, services: WindowServices) -> None:
        super().__init__(services, topics=frozenset({Topic.BANK}))
        self.reloads = 0
        self.places: list[Place] = []
        QVBoxLayout(self).addWidget(QLabel("page"))
        SpyTab.made.append(self)

    def reload(self) -> None:
        self.reloads += 1

    def show_place(self, place: Place) -> None:
        self.places.append(place)


def _search(text: str, task: Task) -> Sequence[Found]:
    return [Found(f"Client {text}", "C0001", Place(tab="customers", id=UUID(int=1)))]


def _new_window(services: WindowServices) -> MainWindow:
    tabs = [standard_tab(key, SpyTab) for key in TAB_ORDER]
    return MainWindow(services, tabs, version="1.2.3", search=_search, company="Atelier Lumen")


@pytest.fixture
def window(services: WindowServices, qtbot: QtBot) -> Iterator[MainWindow]:
    SpyTab.made = []
    shown = _new_window(services)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown


def _page(window: MainWindow, key: str) -> SpyTab:
    page = window.page(key)
    assert isinstance(page, SpyTab)
    return page


def test_tabs_when_asked_by_key_then_come_up_in_working_order(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert [window.tabs.tabText(number) for number in range(8)] == [
        "Accueil",
        "Clients",
        "Commandes",
        "Facturation",
        "Banque",
        "Relances et litiges",
        "Comptabilité",
        "Pilotage",
    ]
    for number, key in enumerate(TAB_ORDER, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), CTRL)
        assert window.current_key() == key


def test_tabs_when_never_shown_then_are_not_made(window: MainWindow, qtbot: QtBot) -> None:
    assert len(SpyTab.made) == 1
    qtbot.keyClick(window, Qt.Key.Key_5, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert len(SpyTab.made) == 2


def test_last_tab_when_started_again_then_is_open(
    window: MainWindow, services: WindowServices, qtbot: QtBot
) -> None:
    window.show_tab("collections")
    again = _new_window(services)
    qtbot.addWidget(again)
    assert again.current_key() == "collections"


def test_f5_reloads_the_tab_on_show(window: MainWindow, qtbot: QtBot) -> None:
    window.show_tab("bank")
    qtbot.keyClick(window, Qt.Key.Key_F5, NONE)
    assert [tab.reloads for tab in SpyTab.made] == [0, 1]


def test_changes_when_they_concern_a_hidden_tab_then_it_reloads_once_it_is_shown(
    window: MainWindow, services: WindowServices, qtbot: QtBot
) -> None:
    window.show_tab("bank")
    window.show_tab("home")
    home, bank = _page(window, "home"), _page(window, "bank")
    with qtbot.waitSignal(services.changes.changed):
        services.changes.publish(ChangeSet(frozenset({Topic.BANK})))
    assert (home.reloads, bank.reloads) == (1, 0)
    window.show_tab("bank")
    assert bank.reloads == 1
    with qtbot.waitSignal(services.changes.changed):
        services.changes.publish(ChangeSet(frozenset({Topic.COMPANY})))
    assert bank.reloads == 1


def test_place_when_asked_by_a_tab_then_its_tab_shows_it(
    window: MainWindow, services: WindowServices
) -> None:
    place = Place(tab="invoicing", id=UUID(int=9))
    services.navigator.open(place)
    assert window.current_key() == "invoicing"
    assert _page(window, "invoicing").places == [place]


def _open_palette(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    assert palette.isVisible()
    return palette


def test_palette_when_a_command_is_typed_without_accents_then_runs_it(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    palette = _open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "comptabilite")
    assert palette.results.count() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current_key() == "accounting"
    assert not palette.isVisible()
    qtbot.wait(200)
    settle()


def test_palette_when_a_thing_is_found_then_opens_its_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = _open_palette(window, qtbot)
    qtbot.keyClicks(palette.field, "durand")
    qtbot.waitUntil(lambda: palette.results.count() == 1, timeout=2_000)
    assert palette.results.item(0).text().startswith("Client durand")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current_key() == "customers"
    assert _page(window, "customers").places[0].id == UUID(int=1)


def test_palette_when_arrows_are_pressed_then_moves_in_the_results(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = _open_palette(window, qtbot)
    for _ in range(3):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current_key() == TAB_ORDER[3]


def test_file_command_when_set_then_stands_in_menu_and_palette(
    window: MainWindow, qtbot: QtBot
) -> None:
    ran: list[str] = []
    window.set_file_commands([Command("Sauvegarder…", lambda: ran.append("backup"), "Ctrl+B")])
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    palette = _open_palette(window, qtbot)
    assert palette.results.item(0).text().startswith("Sauvegarder…")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["backup", "backup"]


def test_language_when_switched_then_everything_is_worded_anew_and_keys_still_work(
    window: MainWindow, services: WindowServices, qtbot: QtBot
) -> None:
    window.show_tab("bank")
    window.status.set_user("marie")
    assert window.status.text() == "Utilisateur : marie"
    [english] = [action for action in window.findChildren(QAction) if action.text() == "English"]
    english.trigger()
    qtbot.wait(20)
    assert window.current_key() == "bank"
    assert window.tabs.tabText(1) == "Customers"
    assert window.status.text() == "User: marie"
    assert services.formats.language is services.state.language is Language.ENGLISH
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.current_key() == "customers"
    qtbot.keyClick(window, Qt.Key.Key_F5, NONE)
    assert _page(window, "customers").reloads == 1


def test_error_when_shown_then_stands_in_the_message_bar_until_closed(
    window: MainWindow, services: WindowServices, qtbot: QtBot
) -> None:
    services.errors.show(RuleError("invoicing.already_issued", number="F1"))
    assert window.message_bar.isVisible()
    notice = window.message_bar.notice()
    assert notice is not None
    assert (notice.tone, notice.title) == (Tone.BAD, "invoicing.already_issued")
    assert "number=F1 à faire" in notice.text
    qtbot.mouseClick(window.message_bar.close_button, Qt.MouseButton.LeftButton)
    assert not window.message_bar.isVisible()


def test_bug_in_a_screen_when_nobody_catches_it_then_is_logged_and_shown_by_its_number(
    window: MainWindow,
    services: WindowServices,
    monkeypatch: pytest.MonkeyPatch,
    logged_errors: list[logging.LogRecord],
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    show_uncaught_errors(services)
    problem = KeyError("secret detail")
    sys.excepthook(KeyError, problem, None)
    [record] = logged_errors
    logged_errors.clear()
    notice = window.message_bar.notice()
    assert notice is not None
    assert notice.title == "program.unexpected"
    incident = notice.text.split("incident=")[1].split()[0]
    assert incident in record.getMessage()
    assert "secret" not in notice.text


def test_news_when_it_has_an_action_then_the_button_runs_it(
    window: MainWindow, services: WindowServices, qtbot: QtBot
) -> None:
    ran: list[str] = []
    services.notices.done("Émis", action_text="Voir", action=lambda: ran.append("seen"))
    qtbot.mouseClick(window.message_bar.action_button, Qt.MouseButton.LeftButton)
    assert ran == ["seen"]
    assert not window.message_bar.isVisible()


def test_long_work_when_under_way_then_shows_and_can_be_cancelled(
    window: MainWindow, services: WindowServices, qtbot: QtBot, settle: Settle
) -> None:
    stop = threading.Event()

    def work(task: Task) -> None:
        while not stop.wait(0.01):
            task.progress(40, 100)
            task.check_cancelled()

    services.tasks.submit(window, work, on_done=pytest.fail, label="Import du relevé")
    assert not window.busy_bar.isVisible()
    qtbot.waitUntil(window.busy_bar.isVisible, timeout=2_000)
    assert window.busy_bar.text() == "Import du relevé"
    qtbot.mouseClick(window.busy_bar.cancel_button, Qt.MouseButton.LeftButton)
    settle()
    assert not window.busy_bar.isVisible()


def test_window_when_closed_then_waits_for_its_threads(
    window: MainWindow, services: WindowServices
) -> None:
    ended = threading.Event()
    begun = threading.Event()

    def work(task: Task) -> None:
        begun.set()
        threading.Event().wait(0.1)
        ended.set()

    services.tasks.submit(window, work, on_done=pytest.fail, writing=True)
    assert begun.wait(5)
    window.close()
    assert ended.is_set()


def test_theme_when_chosen_then_is_on_and_remembered(
    window: MainWindow, services: WindowServices
) -> None:
    for mode, colours in ((ThemeMode.DARK, DARK), (ThemeMode.LIGHT, LIGHT)):
        window.set_theme(mode)
        assert services.theme.colours is colours
        assert window.palette().window().color() == QColor(colours.window)
        assert services.state.theme == mode.value


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_when_text_is_on_its_ground_then_contrast_is_enough_to_read(
    colours: Colours,
) -> None:
    for text in (colours.text, colours.muted, *(colours.of(tone) for tone in Tone)):
        for ground in (colours.surface, colours.stripe, colours.window, colours.selection):
            light, dark = sorted((_luminance(text), _luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, ground)

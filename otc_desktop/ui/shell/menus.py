"""The menu bar, made anew whenever the language or the commands change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from otc_desktop.ui.kernel.formats import Language
from otc_desktop.ui.kernel.theme import ThemeMode
from otc_desktop.ui.shell.commands import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuContent:
    """What the menus offer."""

    file: Sequence[Command]
    go: Sequence[Command]
    view: Sequence[Command]
    help: Sequence[Command]
    language: Language
    set_language: Callable[[Language], None]
    theme: ThemeMode
    set_theme: Callable[[ThemeMode], None]


class WindowMenus(QObject):
    """Fills a menu bar."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._menus: list[QMenu] = []

    def fill(self, content: MenuContent) -> None:
        """Replace all menus."""
        self._bar.clear()
        for menu in self._menus:
            menu.deleteLater()  # with its actions, or their keys would be there twice
        self._menus = [
            self._menu(self.tr("&File"), content.file),
            self._menu(self.tr("&Go to"), content.go),
            self._menu(self.tr("&View"), content.view),
            self._menu(self.tr("&Help"), content.help),
        ]
        view = self._menus[2]
        view.addSeparator()
        self._choice(
            view.addMenu(self.tr("Language")),
            [("Français", Language.FRENCH), ("English", Language.ENGLISH)],
            content.language,
            content.set_language,
        )
        self._choice(
            view.addMenu(self.tr("Theme")),
            [
                (self.tr("As the system"), ThemeMode.SYSTEM),
                (self.tr("Light"), ThemeMode.LIGHT),
                (self.tr("Dark"), ThemeMode.DARK),
            ],
            content.theme,
            content.set_theme,
        )

    def _menu(self, title: str, commands: Sequence[Command]) -> QMenu:
        menu = self._bar.addMenu(title)
        for command in commands:
            action = QAction(command.title, menu)
            action.setShortcut(QKeySequence(command.shortcut))
            action.triggered.connect(_calling(command.run))
            menu.addAction(action)
        return menu

    def _choice(
        self,
        menu: QMenu,
        options: Sequence[tuple[str, object]],
        current: object,
        choose: Callable[..., None],
    ) -> None:
        group = QActionGroup(menu)
        for title, value in options:
            action = QAction(title, menu)
            action.setCheckable(True)
            action.setChecked(value is current)
            action.triggered.connect(_calling(choose, value))
            group.addAction(action)
            menu.addAction(action)


def _calling(run: Callable[..., None], *arguments: object) -> Callable[[bool], None]:
    """A slot that leaves out whether the action is checked."""
    return lambda _checked: run(*arguments)

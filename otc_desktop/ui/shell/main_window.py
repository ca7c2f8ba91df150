"""The one main window: tabs in working order, news on top, status below."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QTabWidget, QVBoxLayout, QWidget

from otc_desktop.ui.kernel.formats import Language
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.kernel.theme import MARGIN, ThemeMode
from otc_desktop.ui.shell.commands import Command
from otc_desktop.ui.shell.menus import MenuContent, WindowMenus
from otc_desktop.ui.shell.palette import CommandPalette, Search
from otc_desktop.ui.shell.status_bar import StatusLine
from otc_desktop.ui.shell.tabs import TabDescriptor
from otc_desktop.ui.widgets.busy_bar import BusyBar
from otc_desktop.ui.widgets.message_bar import MessageBar

_FIRST_SIZE = (1320, 840)


class MainWindow(QMainWindow):
    """Shows tabs, made when first looked at.

    Args:
        services: what the window offers its screens.
        tabs: in working order; Ctrl+1 is the first.
        version: shown in About.
        search: finds customers and documents for the command palette, in a pool thread.
        company: stands in the title bar.
    """

    def __init__(
        self,
        services: WindowServices,
        tabs: Sequence[TabDescriptor],
        *,
        version: str,
        search: Search | None = None,
        company: str = "",
    ) -> None:
        super().__init__()
        self._services = services
        self._tabs = tuple(tabs)
        self._pages: dict[str, TabPage] = {}
        self._holders: list[QVBoxLayout] = []
        self._version = version
        self._search = search
        self._file_commands: list[Command] = []
        self._palette: CommandPalette | None = None
        self.setWindowTitle(f"{company} – OTC Desktop" if company else "OTC Desktop")
        self.message_bar = MessageBar(self)
        self.busy_bar = BusyBar(services.tasks, self)
        self.status = StatusLine(self.busy_bar, self)
        self.setStatusBar(self.status)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(MARGIN, 4, MARGIN, 6)
        column.addWidget(self.message_bar)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        services.notices.posted.connect(self.message_bar.show_notice)
        services.navigator.requested.connect(self.show_place)
        self._fill_tabs(services.state.last_tab)
        self.tabs.currentChanged.connect(self._on_tab)
        self._menus = WindowMenus(self.menuBar())
        self._build_menus()
        if not services.state.restore_geometry(self):
            self.resize(*_FIRST_SIZE)

    def current_key(self) -> str:
        """The key of the tab on show."""
        return self._tabs[self.tabs.currentIndex()].key

    def page(self, key: str) -> TabPage:
        """A tab's page, made now if it was never shown."""
        if key not in self._pages:
            number = self._number_of(key)
            page = self._tabs[number].factory(self._services)
            self._pages[key] = page
            self._holders[number].addWidget(page)
        return self._pages[key]

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(self._number_of(key))

    def show_place(self, place: Place) -> None:
        """Bring a tab to the front and show one thing in it."""
        page = self.page(place.tab)
        self.show_tab(place.tab)
        page.show_place(place)

    def reload_current(self) -> None:
        """Read again what is on show."""
        self.page(self.current_key()).reload()

    def set_file_commands(self, commands: Sequence[Command]) -> None:
        """Offer commands of the program in the File menu and in the palette."""
        self._file_commands = list(commands)
        self._build_menus()

    def add_file_commands(self, commands: Sequence[Command]) -> None:
        """Offer more commands after those already there."""
        self._file_commands += commands
        self._build_menus()

    def open_palette(self) -> None:
        """Open the command palette."""
        if self._palette is None:
            self._palette = CommandPalette(
                self._services, commands=self._commands, search=self._search, parent=self
            )
        self._palette.open_over(self)

    def set_language(self, language: Language) -> None:
        """Switch the window's language: menus and tabs are made anew in it."""
        if language is self._services.formats.language:
            return
        self._services.state.language = language
        self._services.formats.language = language
        self._services.translations.use(language)
        self._make_anew()

    def set_theme(self, mode: ThemeMode) -> None:
        """Follow the system, or insist on light or dark; remembered."""
        self._services.state.theme = mode.value
        self._services.theme.set_mode(mode)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place, stop long work and wait for its threads."""
        self._services.state.save_geometry(self)
        self._services.state.flush()
        self._services.tasks.shutdown()
        super().closeEvent(event)

    def _number_of(self, key: str) -> int:
        return [tab.key for tab in self._tabs].index(key)

    def _fill_tabs(self, current: str) -> None:
        for tab in self._tabs:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, MARGIN, 0, 4)
            self._holders.append(column)
            self.tabs.addTab(holder, tab.title())
        keys = [tab.key for tab in self._tabs]
        self.tabs.setCurrentIndex(keys.index(current) if current in keys else 0)
        self.page(self.current_key())

    def _on_tab(self, number: int) -> None:
        if number >= 0:
            key = self._tabs[number].key
            self.page(key)
            self._services.state.last_tab = key

    def _make_anew(self) -> None:
        current = self.current_key()
        self.tabs.blockSignals(True)
        self._pages.clear()
        self._holders.clear()
        while (holder := self.tabs.widget(0)) is not None:
            self.tabs.removeTab(0)
            holder.deleteLater()
        self._fill_tabs(current)
        self.tabs.blockSignals(False)
        if self._palette is not None:
            self._palette.deleteLater()
            self._palette = None
        self.message_bar.dismiss()
        self.status.retranslate()
        self._build_menus()

    def _build_menus(self) -> None:
        services = self._services
        self._menus.fill(
            MenuContent(
                file=(*self._file_commands, Command(self.tr("Quit"), self._quit, "Ctrl+Q")),
                go=self._go_commands(),
                view=self._view_commands(),
                help=(Command(self.tr("About OTC Desktop"), self._show_about),),
                language=services.formats.language,
                set_language=self.set_language,
                theme=services.theme.mode,
                set_theme=self.set_theme,
            )
        )

    def _commands(self) -> tuple[Command, ...]:
        """What the palette offers."""
        return (*self._file_commands, *self._go_commands(), *self._view_commands()[1:])

    def _go_commands(self) -> tuple[Command, ...]:
        return tuple(
            Command(tab.title(), partial(self.show_tab, tab.key), f"Ctrl+{number}")
            for number, tab in enumerate(self._tabs[:9], start=1)
        )

    def _view_commands(self) -> tuple[Command, ...]:
        return (
            Command(self.tr("Search and commands…"), self.open_palette, "Ctrl+K"),
            Command(self.tr("Reload"), self.reload_current, "F5"),
        )

    def _quit(self) -> None:
        self.close()

    def _show_about(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About OTC Desktop"))
        box.setText(f"OTC Desktop {self._version}")
        box.setInformativeText(
            self.tr("From the customer's order to the bookkeeper's file, on your own machine.")
        )
        box.open()

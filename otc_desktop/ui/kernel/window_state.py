"""What the window remembers between two starts: its place, its tab, its looks."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from otc_desktop.ui.kernel.formats import Language

ORGANISATION = "OTC Desktop"
APPLICATION = "otc-desktop"


class WindowState:
    """Window state in the platform's settings store; nothing of the company's data.

    Args:
        settings: another store than the user's own; tests bring a file.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = QSettings(ORGANISATION, APPLICATION) if settings is None else settings

    def restore_geometry(self, window: QMainWindow) -> bool:
        """Put the window where it was; False at the first start."""
        geometry = self._settings.value("window/geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def save_geometry(self, window: QMainWindow) -> None:
        """Remember where the window is."""
        self._settings.setValue("window/geometry", window.saveGeometry())

    @property
    def last_tab(self) -> str:
        """The key of the tab that was open; empty at the first start."""
        return self._text("window/last_tab")

    @last_tab.setter
    def last_tab(self, key: str) -> None:
        self._settings.setValue("window/last_tab", key)

    @property
    def language(self) -> Language:
        """The window's language; French until the user says otherwise."""
        text = self._text("window/language")
        return Language(text) if text in set(Language) else Language.FRENCH

    @language.setter
    def language(self, language: Language) -> None:
        self._settings.setValue("window/language", language.value)

    @property
    def theme(self) -> str:
        """The chosen theme's name; empty means: as the system has it."""
        return self._text("window/theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("window/theme", name)

    def layout(self, name: str) -> QByteArray | None:
        """Remembered column widths of a list or sizes of a splitter."""
        layout = self._settings.value(f"layout/{name}")
        return layout if isinstance(layout, QByteArray) else None

    def save_layout(self, name: str, layout: QByteArray) -> None:
        """Remember column widths of a list or sizes of a splitter."""
        self._settings.setValue(f"layout/{name}", layout)

    def flush(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

"""The window's looks, light and dark, following the system unless the user chose."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from otc_desktop.ui.kernel.style_sheet import style_sheet
from otc_desktop.ui.kernel.tones import Tone

ROW_HEIGHT = 30
SPACING = 8
MARGIN = 12


class ThemeMode(StrEnum):
    """What the user chose."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"

    @classmethod
    def named(cls, name: str) -> "ThemeMode":
        """The mode of that name; an unknown one follows the system."""
        return cls(name) if name in set(cls) else cls.SYSTEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one theme, as `#rrggbb`; texts contrast at least 4.5 to 1."""

    name: str
    window: str
    surface: str
    stripe: str
    hover: str
    border: str
    strong_border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warning: str
    bad: str
    info: str

    def of(self, tone: Tone) -> str:
        """The text colour of a tone; always drawn with the tone's glyph."""
        return {
            Tone.NEUTRAL: self.muted,
            Tone.INFO: self.info,
            Tone.GOOD: self.good,
            Tone.WARNING: self.warning,
            Tone.BAD: self.bad,
        }[tone]


LIGHT = Colours(
    name="light",
    window="#f3f5f8",
    surface="#ffffff",
    stripe="#f8f9fb",
    hover="#e9eef5",
    border="#dde2e9",
    strong_border="#b9c2ce",
    text="#1a2029",
    muted="#566171",
    accent="#1d5fb8",
    on_accent="#ffffff",
    selection="#d6e6fb",
    good="#14713f",
    warning="#8a5a00",
    bad="#b3261e",
    info="#1d5fb8",
)
DARK = Colours(
    name="dark",
    window="#191c21",
    surface="#21252c",
    stripe="#252a32",
    hover="#2e3540",
    border="#343b46",
    strong_border="#4d5866",
    text="#e7eaee",
    muted="#aab4c1",
    accent="#6ba6f5",
    on_accent="#0d1420",
    selection="#264363",
    good="#5ccf95",
    warning="#e6bb55",
    bad="#ff958c",
    info="#86b8ff",
)


class Theme(QObject):
    """Dresses the application; one object, made at start.

    Args:
        application: the one Qt application.
        pictures: `resources/themes`.

    Signals:
        changed: the colours are others; what paints itself draws again.
    """

    changed = Signal()

    def __init__(self, application: QApplication, pictures: Path) -> None:
        super().__init__(application)
        self._application = application
        self._pictures = pictures
        self._mode = ThemeMode.SYSTEM
        self._applied: Colours | None = None
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._dress)

    @property
    def mode(self) -> ThemeMode:
        """What the user chose."""
        return self._mode

    def set_mode(self, mode: ThemeMode) -> None:
        """Follow the system, or insist on light or dark."""
        self._mode = mode
        hints = self._application.styleHints()
        if mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        else:  # title bars and native dialogs follow too
            dark = mode is ThemeMode.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._dress()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are on."""
        if self._mode is ThemeMode.SYSTEM:
            return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is ThemeMode.DARK

    @property
    def colours(self) -> Colours:
        """The colours now on."""
        return DARK if self.dark else LIGHT

    def _dress(self) -> None:
        colours = self.colours
        if colours is self._applied:
            return
        self._applied = colours
        self._application.setPalette(_palette(colours))
        self._application.setStyleSheet(style_sheet(asdict(colours), self._pictures))
        self.changed.emit()


def tabular(font: QFont) -> QFont:
    """The font with figures of one width, so that amounts align in a column."""
    aligned = QFont(font)
    aligned.setFeature(QFont.Tag("tnum"), 1)
    return aligned


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.hover,
        role.Midlight: colours.hover,
        role.Mid: colours.border,
        role.Dark: colours.strong_border,
        role.Shadow: colours.strong_border,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.strong_border))
    return palette

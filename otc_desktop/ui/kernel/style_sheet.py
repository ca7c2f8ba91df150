"""The style sheet on top of Fusion, filled with one theme's colours."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

_SHEET = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $strong_border; padding: 4px; }

QMenuBar { background: $surface; border-bottom: 1px solid $border; padding: 2px 6px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $strong_border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $strong_border; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: 9px 16px; border: none;
    border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; }

QToolBar { background: transparent; border: none; spacing: 6px; padding: 6px 0; }
QLineEdit { background: $surface; color: $text; border: 1px solid $strong_border;
    border-radius: 5px; padding: 5px 8px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled { background: $window; color: $muted; border-color: $border; }
QLineEdit[invalid="true"] { border: 2px solid $bad; padding: 4px 7px; }

QPushButton, QToolButton { background: $surface; color: $text; border: 1px solid $strong_border;
    border-radius: 5px; padding: 5px 14px; }
QToolButton { padding: 5px 10px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:default, QPushButton[primary="true"]:enabled { background: $accent;
    color: $on_accent; border-color: $accent; }
QPushButton:default:hover, QPushButton[primary="true"]:enabled:hover { background: $accent;
    border-color: $text; }
QPushButton:disabled, QToolButton:disabled { color: $strong_border; border-color: $border;
    background: $window; }
QPushButton:flat, QToolButton[quiet="true"] { background: transparent; border-color: transparent; }
QPushButton:flat:hover, QToolButton[quiet="true"]:hover { background: $hover; }
QToolButton[chip="true"] { border-radius: 13px; padding: 4px 13px; color: $muted;
    background: transparent; border-color: $border; }
QToolButton[chip="true"]:hover { background: $hover; }
QToolButton[chip="true"]:checked { background: $selection; color: $text; border-color: $accent; }
QLineEdit QToolButton { border: none; background: transparent; padding: 0; }

QPlainTextEdit { background: $surface; border: 1px solid $border; border-radius: 6px;
    padding: 6px; selection-background-color: $selection; selection-color: $text; }
QPlainTextEdit:focus { border-color: $accent; }

QTableView, QTreeView, QListView { background: $surface; alternate-background-color: $stripe;
    border: 1px solid $border; border-radius: 6px; gridline-color: $border; outline: none;
    selection-background-color: $selection; selection-color: $text; }
QTableView::item { padding: 0 6px; }
QTableView:focus, QTreeView:focus, QListView:focus { border-color: $accent; }
QHeaderView { background: transparent; }
QHeaderView::section { background: $surface; color: $muted; font-weight: 600; border: none;
    border-bottom: 1px solid $strong_border; padding: 7px 8px; }
QHeaderView::section:hover { color: $text; background: $hover; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: border;
    subcontrol-position: top center; width: 9px; height: 7px; top: 1px; }
QTableCornerButton::section { background: $surface; border: none; }

QComboBox, QAbstractSpinBox { background: $surface; color: $text; border: 1px solid $strong_border;
    border-radius: 5px; padding: 5px 8px; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { color: $strong_border; border-color: $border; background: $window; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$pictures/chevron-$name.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none;
    background: transparent; width: 20px; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 3px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 3px; }
QAbstractSpinBox::up-arrow { image: url("$pictures/chevron-up-$name.svg");
    width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url("$pictures/chevron-$name.svg");
    width: 9px; height: 9px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $strong_border;
    border-radius: 0; selection-background-color: $selection; selection-color: $text; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator { width: 16px; height: 16px;
    border: 1px solid $strong_border;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover, QCheckBox:focus::indicator { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent;
    border-color: $accent;
    image: url("$pictures/tick-$name.svg"); }
QCheckBox::indicator:disabled { background: $window; border-color: $border; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $strong_border;
    border-radius: 8px; background: $surface; }
QRadioButton::indicator:hover, QRadioButton:focus::indicator { border-color: $accent; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $strong_border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QStatusBar { background: $surface; border-top: 1px solid $border; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 2px 8px; }

QProgressBar { background: $hover; border: none; border-radius: 3px; min-height: 6px;
    max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }
QScrollArea { border: none; background: transparent; }
QGroupBox { border: 1px solid $border; border-radius: 6px; margin-top: 10px; padding: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; color: $muted; }

#messageBar { border-radius: 6px; background: $surface; border: 1px solid $border; }
#messageBar[tone="GOOD"] { border-color: $good; }
#messageBar[tone="WARNING"] { border-color: $warning; }
#messageBar[tone="BAD"] { border-color: $bad; }
#messageBar[tone="INFO"] { border-color: $info; }
QLabel[tone="GOOD"] { color: $good; }
QLabel[tone="WARNING"] { color: $warning; }
QLabel[tone="BAD"] { color: $bad; }
QLabel[tone="INFO"] { color: $info; }
QLabel[muted="true"] { color: $muted; }
QLabel[heading="true"] { font-size: 15pt; font-weight: 600; }
QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[drop="true"] { border: 2px dashed $accent; border-radius: 6px; background: $selection; }
QFrame[card="true"]:hover { border-color: $strong_border; }
QFrame[card="true"]:focus { border-color: $accent; }
QLabel[figure="true"] { font-size: 15pt; font-weight: 600; }
QLabel[figure="true"][compact="true"] { font-size: 11pt; }
QLabel[subheading="true"] { font-size: 11pt; font-weight: 600; }
#totalsBar { background: $surface; border: 1px solid $border; border-radius: 6px; }
#palette { background: $surface; border: 1px solid $strong_border; border-radius: 8px; }
#palette QListWidget { border: none; }
#palette QListWidget::item { padding: 7px 8px; border-radius: 5px; }
#palette QListWidget::item:selected { background: $selection; color: $text; }
#pages { background: $hover; }
""")


def style_sheet(colours: Mapping[str, str], pictures: Path) -> str:
    """The sheet in a theme's colours by name; `pictures` holds each theme's arrows and ticks."""
    return _SHEET.substitute(colours, pictures=pictures.as_posix())

"""Asking for a file, without stopping the window meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(
    parent: QWidget, title: str, kinds: str, on_chosen: Callable[[Path], None]
) -> QFileDialog:
    """Let the user choose a file to read; `kinds` is a Qt name filter."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, on_chosen)


def ask_for_files(
    parent: QWidget, title: str, kinds: str, on_chosen: Callable[[list[Path]], None]
) -> QFileDialog:
    """Let the user choose one file or several to read."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: on_chosen([Path(name) for name in names]))
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """Let the user choose a folder to write to."""
    dialog = QFileDialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, on_chosen)


def ask_where_to_save(
    parent: QWidget, title: str, kinds: str, name: str, on_chosen: Callable[[Path], None]
) -> QFileDialog:
    """Let the user name a file to write; an existing one is asked about."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _open(dialog, on_chosen)


def _open(dialog: QFileDialog, on_chosen: Callable[[Path], None]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    dialog.open()
    return dialog

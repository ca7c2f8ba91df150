"""Asking once more before something that can't be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def confirm(
    parent: QWidget,
    *,
    question: str,
    explanation: str,
    accept_text: str,
    on_accept: Callable[[], object],
) -> QMessageBox:
    """Ask a question without stopping the window; `on_accept` runs if the user agrees."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(accept_text)
    box.setText(question)
    box.setInformativeText(explanation)
    accept = box.addButton(accept_text, QMessageBox.ButtonRole.AcceptRole)
    cancel = QCoreApplication.translate("FormDialog", "Cancel")
    box.addButton(cancel, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(accept)
    accept.clicked.connect(lambda _checked: on_accept())
    box.open()
    return box

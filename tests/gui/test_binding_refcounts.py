"""PySide 6.12.0 under Python 3.11 lost a reference to None or True at each call, and aborted
after some thousand calls. This watches the installed one."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

_CALLS = 3_000
_NOISE = 300


class _Sender(QObject):
    told = Signal(bool)
    nothing = Signal()


def test_calls_into_qt_when_repeated_then_keep_their_references(qtbot: QtBot) -> None:
    label, sender = QLabel(), _Sender()
    qtbot.addWidget(label)
    heard: list[int] = []
    sender.told.connect(lambda value: heard.append(1))
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(_CALLS):
        label.setText("amount")
        label.setEnabled(True)
        label.resize(100 + number % 2, 20)
        sender.told.emit(True)
        sender.nothing.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert len(heard) == _CALLS
    assert all(abs(now - then) < _NOISE for now, then in zip(after, before, strict=True))

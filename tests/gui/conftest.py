"""A real application, services and task runner; anything Qt warns of or the log calls an
error fails the test."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.formats import Language
from otc_desktop.ui.kernel.services import WindowServices, make_services

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
# The offscreen platform says this of itself for every window.
_PLATFORM_LIMITS = "This plugin does not support"
_HARMLESS = {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}


class _ErrorLog(logging.Handler):
    """Keeps what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def logged_errors(qtlog: Any) -> Iterator[list[logging.LogRecord]]:
    """What was logged as an error; a test that expects one takes it out of the list."""
    handler = _ErrorLog()
    logging.getLogger().addHandler(handler)
    yield handler.records
    logging.getLogger().removeHandler(handler)
    warnings = [
        record.message
        for record in qtlog.records
        if record.type not in _HARMLESS and not record.message.startswith(_PLATFORM_LIMITS)
    ]
    assert warnings == [], "Qt warned"
    assert [record.getMessage() for record in handler.records] == [], "errors were logged"


def _words_of(error: OtcError) -> tuple[str, str, str]:
    return error.code, ", ".join(f"{key}={value}" for key, value in error.params.items()), "à faire"


@pytest.fixture
def services(qapp: QApplication, tmp_path: Path) -> Iterator[WindowServices]:
    """The window's services with French on screen and a settings file of the test's own."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = make_services(qapp, resources=_RESOURCES, translate_error=_words_of, settings=settings)
    yield made
    made.tasks.shutdown()
    made.translations.use(Language.ENGLISH)
    for service in (made.tasks, made.changes, made.notices, made.errors, made.navigator):
        service.deleteLater()
    for service in (made.theme, made.translations):
        service.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Callable[[], None]:
    """Wait until no job is left."""

    def wait() -> None:
        while services.tasks.busy():
            with qtbot.waitSignal(services.tasks.idle, timeout=10_000):
                pass

    return wait

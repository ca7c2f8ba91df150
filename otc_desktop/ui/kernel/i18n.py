"""The window's language: our own words and those of Qt's standard buttons."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from otc_desktop.ui.kernel.formats import Language

_LOG = logging.getLogger(__name__)


class Translations(QObject):
    """Installs the translators of a language; sources are English, French is the default.

    Args:
        folder: `resources/i18n`, where `otc_fr.qm` stands.

    Signals:
        changed: another language was installed; texts already on screen keep the old one.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._installed: list[QTranslator] = []
        self._language = Language.ENGLISH

    @property
    def language(self) -> Language:
        """The language installed."""
        return self._language

    def use(self, language: Language) -> None:
        """Switch to a language from now on."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        self._language = language
        territory = (
            QLocale.Country.France if language is Language.FRENCH else QLocale.Country.UnitedKingdom
        )
        locale = (
            QLocale.Language.French if language is Language.FRENCH else QLocale.Language.English
        )
        QLocale.setDefault(QLocale(locale, territory))
        if language is not Language.ENGLISH:
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(f"qtbase_{language.value}", qt_folder)
            self._install(f"otc_{language.value}", str(self._folder))
        self.changed.emit()

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
        else:
            _LOG.error("Translation %s is missing in %s", name, folder)

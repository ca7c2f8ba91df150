"""What every screen is given: one object, made once."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from otc_desktop.ui.kernel.change_hub import ChangeHub
from otc_desktop.ui.kernel.errors import ErrorDisplay, Translator
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.i18n import Translations
from otc_desktop.ui.kernel.incidents import report_uncaught_errors
from otc_desktop.ui.kernel.navigator import PlaceRequests
from otc_desktop.ui.kernel.notices import Notices
from otc_desktop.ui.kernel.tasks import TaskRunner
from otc_desktop.ui.kernel.theme import Theme, ThemeMode
from otc_desktop.ui.kernel.window_state import WindowState


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowServices:
    """The window's own services, shared by all screens."""

    tasks: TaskRunner
    changes: ChangeHub
    formats: Formats
    notices: Notices
    errors: ErrorDisplay
    navigator: PlaceRequests
    theme: Theme
    translations: Translations
    state: WindowState


def make_services(
    application: QApplication,
    *,
    resources: Path,
    translate_error: Translator,
    settings: QSettings | None = None,
) -> WindowServices:
    """Make the services in the language and theme the user chose last.

    Args:
        application: the one Qt application.
        resources: the program's `resources` folder.
        translate_error: words for an error in the window's language.
        settings: another store of window state than the user's own.
    """
    state = WindowState(settings)
    translations = Translations(resources / "i18n", application)
    translations.use(state.language)
    theme = Theme(application, resources / "themes")
    theme.set_mode(ThemeMode.named(state.theme))
    notices = Notices(application)
    errors = ErrorDisplay(translate_error, notices, application)
    tasks = TaskRunner(application)
    tasks.failed.connect(errors.show)
    return WindowServices(
        tasks=tasks,
        changes=ChangeHub(application),
        formats=Formats(state.language),
        notices=notices,
        errors=errors,
        navigator=PlaceRequests(application),
        theme=theme,
        translations=translations,
        state=state,
    )


def show_uncaught_errors(services: WindowServices) -> None:
    """Log what no code caught and tell the user its incident number."""
    report_uncaught_errors(services.errors.show)

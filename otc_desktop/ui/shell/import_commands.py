"""Imports from anywhere: in the File menu and in the palette."""

from collections.abc import Callable

from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.shell.commands import Command
from otc_desktop.ui.shell.main_window import MainWindow
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from otc_desktop.ui.widgets.import_assistant.job import ImportJob
from otc_desktop.ui.widgets.import_assistant.jobs import (
    customers_job,
    fec_job,
    open_items_job,
    products_job,
    stock_job,
)


def offer_imports(window: MainWindow, services: WindowServices, program: Program) -> None:
    """Offer every import of the program as a command of the window."""

    def opening(job: ImportJob) -> Callable[[], None]:
        return lambda: ImportAssistant(services, program, job, parent=window).open()

    jobs = (
        customers_job(),
        products_job(),
        stock_job(),
        open_items_job(),
        fec_job(services.formats),
    )
    window.set_file_commands([Command(f"{job.title}…", opening(job)) for job in jobs])

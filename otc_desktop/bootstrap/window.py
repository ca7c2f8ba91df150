"""The window around one database: its services, its tabs, its first question."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from otc_desktop import __version__
from otc_desktop.adapters.platform.folder_risks import FolderRisk
from otc_desktop.adapters.platform.single_instance import WindowLock
from otc_desktop.adapters.spreadsheets.writer import SpreadsheetWriter
from otc_desktop.adapters.storage.files import LocalFiles
from otc_desktop.application.company.find_company import FindCompany, find_company
from otc_desktop.application.company.init_company import InitCompany, init_company
from otc_desktop.application.kernel.sheets import CellValue, SheetColumn
from otc_desktop.application.kernel.task import Task
from otc_desktop.bootstrap.house import House
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.messages.catalogue import MessageCatalogue
from otc_desktop.scheduler.loop import BackgroundAlarm
from otc_desktop.ui.accounting.tab import AccountingTab
from otc_desktop.ui.bank.tab import BankTab
from otc_desktop.ui.collections.tab import CollectionsTab
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.first_steps.welcome import Welcome
from otc_desktop.ui.home.tab import HomeTab
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import (
    WindowServices,
    make_services,
    show_uncaught_errors,
)
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.orders.tab import OrdersTab
from otc_desktop.ui.shell.export_command import offer_export
from otc_desktop.ui.shell.finder import Finder
from otc_desktop.ui.shell.import_commands import offer_imports
from otc_desktop.ui.shell.main_window import MainWindow
from otc_desktop.ui.shell.scheduler_status import SchedulerStatus
from otc_desktop.ui.shell.settings_commands import offer_settings
from otc_desktop.ui.shell.tabs import TabDescriptor, standard_tab

_REFUSED = 1
_RISKS = {
    FolderRisk.CLOUD: "database.lies_on_cloud",
    FolderRisk.NETWORK: "database.lies_on_network",
}
_TABS: dict[str, Callable[[WindowServices, Program], TabPage]] = {
    "home": HomeTab,
    "customers": CustomersTab,
    "orders": OrdersTab,
    "invoicing": InvoicingTab,
    "bank": BankTab,
    "collections": CollectionsTab,
    "accounting": AccountingTab,
}


def show_window(
    open_it: Callable[[], House], resources: Path, *, quit_when_ready: bool = False
) -> int:
    """Open the database and show the window until it is closed; the exit status.

    Args:
        open_it: builds the program around the database.
        resources: the folder of texts and pictures.
        quit_when_ready: close it as soon as it answers, to try out an installation.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("OTC Desktop")
    words = MessageCatalogue(resources)
    services = make_services(
        application,
        resources=resources,
        translate_error=lambda problem: _words_of(words, problem, services),
    )
    show_uncaught_errors(services)
    with ExitStack() as stack:
        try:
            house = open_it()
            stack.callback(house.close)
            stack.callback(services.tasks.shutdown)
            if house.database_file is not None:
                stack.enter_context(WindowLock(house.database_file))
            house.bring_up_to_date()
            company = _company_of(house, services)
        except OtcError as problem:
            text = services.errors.text_of(problem)
            QMessageBox.critical(None, text.title, f"{text.cause}\n\n{text.what_to_do}".strip())
            return _REFUSED
        if company is None:
            return 0
        window = make_window(house, services, company)
        window.show()
        _warn_of_place(house, services)
        alarm = BackgroundAlarm(house.jobs)
        alarm.start()
        stack.callback(alarm.stop)
        if quit_when_ready:
            QTimer.singleShot(0, application.quit)
        return application.exec()


def make_window(house: House, services: WindowServices, company: Company) -> MainWindow:
    """The main window over an open database."""
    house.use_cases.subscribe(services.changes.publish)
    program = Program(
        use_cases=house.use_cases,
        queries=house.queries,
        messages=house.messages,
        today=house.today,
        jobs=house.jobs,
        planner=house.planner,
        copies=house.copies,
    )
    window = MainWindow(
        services,
        [_descriptor(key, program) for key in _TABS],
        version=__version__,
        search=Finder(program, services.formats),
        company=company.name,
    )
    offer_imports(window, services, program)
    offer_settings(window, services, program)
    offer_export(window, services, _write_table)
    window.status.set_database(house.database_name)
    window.status.set_user(house.user)
    SchedulerStatus(services, program, window.status)
    return window


def _write_table(
    path: Path,
    format: str,
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[CellValue]],
    title: str,
) -> None:
    chunks = SpreadsheetWriter().chunks(format, columns, rows, title=title)
    LocalFiles().write_atomically(path, chunks)


def _descriptor(key: str, program: Program) -> TabDescriptor:
    return standard_tab(key, lambda services: _TABS[key](services, program))


def _company_of(house: House, services: WindowServices) -> Company | None:
    """The company, asked for where the books are empty; None when the user gave up."""
    company = house.use_cases.run(find_company, FindCompany())
    if company is not None:
        return company

    def set_up(path: Path, task: Task) -> object:
        return house.use_cases.run(init_company, InitCompany(path=path), task)

    def make_demo(task: Task) -> object:
        return house.make_demo(customers=60, invoices=600, seed=1, task=task)

    if not Welcome(services, set_up=set_up, make_demo=make_demo).exec():
        return None
    return house.use_cases.run(find_company, FindCompany())


def _warn_of_place(house: House, services: WindowServices) -> None:
    """Say at the start that the books lie where they may come to harm."""
    risk = house.database_risk
    if risk is not None:
        language = services.translations.language.value
        words = house.messages.describe(_RISKS[risk], {}, language)
        services.notices.warning(words.title, f"{words.cause} {words.advice}")


def _words_of(
    words: MessageCatalogue, problem: OtcError, services: WindowServices
) -> tuple[str, str, str]:
    message = words.for_error(problem, services.translations.language.value)
    return message.title, message.cause, message.advice

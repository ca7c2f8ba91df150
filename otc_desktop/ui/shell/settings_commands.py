"""The company's rules: in the File menu and in the palette."""

from PySide6.QtCore import QCoreApplication

from otc_desktop.ui.invoicing.dialogs.paper_look_form import PaperLookForm
from otc_desktop.ui.invoicing.dialogs.platform_account import PlatformAccountDialog
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.settings.backups import BackupsDialog
from otc_desktop.ui.settings.credit_rules import CreditRulesDialog
from otc_desktop.ui.settings.difference_limits import DifferenceLimitsDialog
from otc_desktop.ui.settings.jobs import JobsDialog
from otc_desktop.ui.settings.mail_account import MailAccountDialog
from otc_desktop.ui.settings.send_rule import SendRuleDialog
from otc_desktop.ui.shell.commands import Command
from otc_desktop.ui.shell.main_window import MainWindow


def offer_settings(window: MainWindow, services: WindowServices, program: Program) -> None:
    """Offer the company's settings as commands of the window."""

    def open_rules() -> None:
        CreditRulesDialog(services, program, parent=window).open()

    def open_paper_look() -> None:
        PaperLookForm(services, program, parent=window).open()

    def open_mail_account() -> None:
        MailAccountDialog(services, program, parent=window).open()

    def open_platform() -> None:
        PlatformAccountDialog(services, program, parent=window).open()

    def open_send_rule() -> None:
        SendRuleDialog(services, program, parent=window).open()

    def open_limits() -> None:
        DifferenceLimitsDialog(services, program, parent=window).open()

    def open_jobs() -> None:
        JobsDialog(services, program, parent=window).open()

    def open_backups() -> None:
        BackupsDialog(services, program, parent=window).open()

    title = QCoreApplication.translate("Settings", "Credit rules and approval limits…")
    paper = QCoreApplication.translate("Settings", "Document template…")
    mail = QCoreApplication.translate("Settings", "Mail account…")
    platform = QCoreApplication.translate("Settings", "Approved platform…")
    sending = QCoreApplication.translate("Settings", "Sending of issued documents…")
    limits = QCoreApplication.translate("Settings", "Limits of differences…")
    jobs = QCoreApplication.translate("Settings", "Scheduled jobs…")
    backups = QCoreApplication.translate("Settings", "Backups…")
    window.add_file_commands(
        [
            Command(title, open_rules),
            Command(paper, open_paper_look),
            Command(mail, open_mail_account),
            Command(sending, open_send_rule),
            Command(platform, open_platform),
            Command(limits, open_limits),
            Command(jobs, open_jobs),
            Command(backups, open_backups),
        ]
    )

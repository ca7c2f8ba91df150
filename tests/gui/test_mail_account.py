"""The dialog of the mail account: tried out, signed in to, kept."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from otc_desktop.adapters.mail.oauth import OAuthSignIn
from otc_desktop.application.mailbox.mail_account import ReadMailAccount, read_mail_account
from otc_desktop.bootstrap import House
from otc_desktop.bootstrap.ports import RealPorts
from otc_desktop.domain.shared.company import BY_MICROSOFT, BY_PASSWORD
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.settings.mail_account import MailAccountDialog
from tests.support.identity_provider import IdentityProvider, Kept, identity_provider
from tests.support.imap_server import PASSWORD, USER, imap_server
from tests.support.mailbox import mail_server
from tests.support.sales_window import house, program

__all__ = ["house", "program"]
Settle = Callable[[], None]


@pytest.fixture
def dialog(
    qtbot: QtBot, services: WindowServices, program: Program, settle: Settle
) -> MailAccountDialog:
    made = MailAccountDialog(services, program)
    made.show()
    settle()
    return made


@pytest.fixture
def identity() -> Iterator[IdentityProvider]:
    with identity_provider() as running:
        yield running


def test_an_account_is_tried_and_kept(
    dialog: MailAccountDialog, house: House, settle: Settle
) -> None:
    form = dialog.form
    assert (form.login.currentData(), form.by_sign_in()) == (BY_PASSWORD, False)
    with mail_server() as (_, smtp), imap_server() as (folder, imap):
        form.port.set_value(smtp)
        form.password.setText(PASSWORD)
        form.reading.setChecked(True)
        form.reading_host.setText("127.0.0.1")
        form.reading_port.set_value(imap)
        form.reading_security.setCurrentIndex(form.reading_security.findData("none"))
        folder.user = ""
        dialog.test_button.click()
        settle()
        assert (dialog.sending.tone, dialog.reading.tone) == (Tone.GOOD, Tone.GOOD)
        form.folder.setText("Archive")
        dialog.test_button.click()
        settle()
        assert dialog.reading.tone is Tone.BAD
    form.folder.setText("")
    form.password.setText("")
    dialog.accept_button.click()
    settle()
    kept = house.use_cases.run(read_mail_account, ReadMailAccount())
    assert kept is not None and kept.reading is not None
    assert (kept.reading.port, kept.reading.folder) == (imap, "INBOX")


def test_a_sign_in_by_the_browser_and_a_missing_id_at_its_field(
    dialog: MailAccountDialog,
    identity: IdentityProvider,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    store = Kept()
    ways = OAuthSignIn(store, provider=lambda _: identity.provider(), browse=identity.browser)
    monkeypatch.setattr(RealPorts, "mail_sign_in", ways)
    form = dialog.form
    form.login.setCurrentIndex(form.login.findData(BY_MICROSOFT))
    assert form.host.text() == "smtp.office365.com"
    form.user.setText(USER)
    dialog.sign_in_button.click()
    settle()
    assert form.client_id.property("invalid")
    assert store.secrets == {}

    form.client_id.setText("our-client")
    dialog.sign_in_button.click()
    settle()
    assert dialog.sending.tone is Tone.GOOD
    assert list(store.secrets.values()) == list(identity.refresh)

"""The company's mail account as use cases need it: signing in, and reading what comes."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.mailbox.received import ReceivedMail
from otc_desktop.domain.shared.company import MailSettings

# Under which purposes the keyring keeps what opens the account: the password, the token that
# renews a sign-in, and the secret that some providers give a program.
MAIL_PASSWORD, MAIL_TOKEN, MAIL_CLIENT_SECRET = "smtp", "oauth", "oauth-client"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPrompt:
    """Where the user signs in; `code` is to be typed there, empty where none is asked."""

    url: str
    code: str = ""


class MailSignIn(Protocol):
    """Signing in at a provider; what renews the access is kept in the keyring."""

    def by_browser(
        self, settings: MailSettings, show: Callable[[SignInPrompt], None], task: Task
    ) -> None:
        """Sign in with the browser of this computer.

        Raises:
            ExternalError: `mail.no_client_id`, `mail.sign_in_refused`,
                `mail.sign_in_timed_out`, `mail.sign_in_not_reached`.
        """

    def by_code(
        self, settings: MailSettings, show: Callable[[SignInPrompt], None], task: Task
    ) -> None:
        """Sign in with a code typed on any device.

        Raises:
            ExternalError: as `by_browser`, and `mail.no_device_sign_in`.
        """

    def access(self, settings: MailSettings, *, renewed: bool = False) -> str:
        """A token that opens the account now; `renewed` when a server refused the last one.

        Raises:
            ExternalError: `mail.sign_in_needed`, `mail.sign_in_not_reached`.
        """


class OpenMailbox(Protocol):
    """A folder that is being read; nothing in it is changed."""

    @property
    def validity(self) -> int:
        """The folder's UIDVALIDITY (RFC 3501): when it changes, the numbers mean nothing."""
        ...

    def numbers(self, *, after: int, since: date) -> Sequence[int]:
        """The UIDs above one, in order, of mails that came on or after a day."""

    def mail(self, number: int) -> ReceivedMail | None:
        """A mail taken apart; None when somebody deleted it meanwhile."""


class MailboxReader(Protocol):
    """The way into the company's mailbox."""

    def open(self) -> AbstractContextManager[OpenMailbox]:
        """Enter, and leave again.

        Raises:
            ExternalError: `mailbox.not_reached`, `mailbox.login_refused`,
                `mailbox.no_folder`, `mail.certificate_refused`, `mail.no_password`,
                `mail.sign_in_needed`, `mail.insecure_not_allowed`.
        """

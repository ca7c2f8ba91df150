"""What use cases need of mail: composing, handing over, wording."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from otc_desktop.domain.shared.mail_template import MailTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMail:
    """A composed mail, ready for the transport."""

    message_id: str
    sender: str
    recipient: str
    subject: str
    text: str
    attachments: tuple[tuple[str, str, bytes], ...] = ()  # file name, media type, bytes


class MailFiles(Protocol):
    """Writes mails as files for the user's own mail program."""

    def draft(
        self,
        *,
        sender: str,
        recipients: Sequence[str],
        subject: str,
        text: str,
        attachments: Sequence[tuple[str, str, bytes]],
    ) -> bytes:
        """An RFC 5322 file marked as not yet sent, so that it opens ready to be sent.

        `attachments` are file name, media type and bytes; an empty sender leaves the choice
        to the mail program.

        Raises:
            ExternalError: `mail.bad_header`, `mail.bad_address`.
        """


class MailTransport(Protocol):
    """Hands mails to a server."""

    def check(self) -> None:
        """Connect, secure and log in as a sending would, without sending.

        Raises:
            ExternalError: what `send` raises before the message.
        """

    def send(self, mail: OutgoingMail) -> str:
        """Deliver to the server; returns its answer once it took responsibility.

        Raises:
            ExternalError: `mail.refused` (not retryable, the server's words in `answer`),
                `mail.not_reached` or `mail.try_later` (retryable: surely not accepted),
                `mail.login_refused`, `mail.no_password`, `mail.certificate_refused`,
                `mail.starttls_missing`, `mail.insecure_not_allowed`, `mail.bad_header`,
                `mail.bad_address`, and
                `mail.unknown_fate` when the line broke after the message was handed over.
        """


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """Subject and body of a mail, rendered."""

    subject: str
    text: str


class MailTemplates(Protocol):
    """Mail wording per language, as sandboxed templates."""

    def render(
        self,
        template: str,
        *,
        language: str,
        values: Mapping[str, Any],
        own: MailTemplate | None = None,
    ) -> RenderedMail:
        """Fill a template: the company's own words where given, else those delivered.

        Raises:
            RuleError: `templates.not_found`, `templates.bad`.
        """

    def delivered(self, template: str, language: str) -> MailTemplate:
        """The words that come with the program.

        Raises:
            RuleError: `templates.not_found`, `templates.bad`.
        """

    def check(self, own: MailTemplate) -> None:
        """Refuse own words that could not be filled.

        Raises:
            RuleError: `templates.bad` with the line where it does not compile,
                `templates.unknown_values` where it names what it is not given,
                `templates.hidden_value` where it reaches for what is Python's own.
        """

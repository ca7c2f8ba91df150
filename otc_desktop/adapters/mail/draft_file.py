"""A mail as a file that the user's own mail program opens ready to be sent."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

from otc_desktop.adapters.mail.message import attach, has_control, single_address
from otc_desktop.domain.shared.errors import ExternalError


class DraftFiles:
    """The `MailFiles`: RFC 5322, with the mark by which mail programs know a draft."""

    def draft(
        self,
        *,
        sender: str,
        recipients: Sequence[str],
        subject: str,
        text: str,
        attachments: Sequence[tuple[str, str, bytes]],
    ) -> bytes:
        """The file's bytes."""
        if has_control(subject):
            raise ExternalError("mail.bad_header", retryable=False, header="subject")
        message = EmailMessage(policy=SMTP)
        # Outlook and Thunderbird open such a file for editing rather than for reading.
        message["X-Unsent"] = "1"
        if sender:
            message["From"] = single_address(sender, header="from")
        message["To"] = tuple(single_address(each, header="to") for each in recipients)
        message["Subject"] = subject
        message.set_content(text, cte="quoted-printable")
        attach(message, attachments)
        return message.as_bytes()

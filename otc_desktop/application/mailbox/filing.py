"""Whose a mail is, and where its files go."""

from collections.abc import Iterator

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories import Addressee, QueuedMail
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.attachments.attachment import (
    LARGEST_BYTES,
    LONGEST_NOTE,
    Attachment,
    SubjectKind,
)
from otc_desktop.domain.attachments.file_names import clean_file_name, media_type_of
from otc_desktop.domain.mailbox.received import FailedDelivery, ReceivedMail, words_like_numbers
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import AttachmentId, MailId

# A server gives up after five days at most (RFC 5321 §4.5.4.1), and some report late.
_BOUNCE_DAYS = 10


def addressee_of(uow: UnitOfWork, mail: ReceivedMail) -> Addressee | None:
    """The customer that a mail comes from, and its document; None where nobody is sure.

    What it answers tells best. Else the sender's address tells the customer, and a document's
    number in the subject which of several it is, and which document.
    """
    for mail_id in mail.of_ours():
        queued = uow.outbox.find(MailId(mail_id))
        if queued is not None:
            return behind(uow, queued)
    customers = set(uow.received_mail.customers_at(mail.sender)) if mail.sender else set()
    if not customers:
        return None
    numbers = words_like_numbers(mail.subject)
    documents = [
        each for each in uow.received_mail.documents(numbers) if each.customer_id in customers
    ]
    if documents:
        # Of several documents, the one named first.
        return min(documents, key=lambda each: numbers.index(each.number))
    return Addressee(customer_id=customers.pop()) if len(customers) == 1 else None


def bounced_mails(
    uow: UnitOfWork, mail: ReceivedMail
) -> Iterator[tuple[QueuedMail, FailedDelivery]]:
    """Our mails that a report is about: those it names, else the last one to that address."""
    named = [uow.outbox.find(MailId(mail_id)) for mail_id in mail.of_ours()]
    known = [queued for queued in named if queued is not None]
    if known:
        for queued in known:
            yield queued, _failure_of(queued, mail.failures)
        return
    for failure in mail.failures:
        last = uow.outbox.last_sent_to(failure.recipient, within_days=_BOUNCE_DAYS)
        if last is not None:
            yield last, failure


def keep_files(uow: UnitOfWork, ctx: Context, mail: ReceivedMail, addressee: Addressee) -> int:
    """Hang a mail's files on its document, else on its customer; how many."""
    subject = None
    if addressee.invoice_id is not None:
        subject = uow.attachments.subject(SubjectKind.INVOICE, addressee.invoice_id)
    if subject is None:
        subject = uow.attachments.subject(SubjectKind.CUSTOMER, addressee.customer_id)
    if subject is None:
        return 0
    kept = 0
    for file in mail.files:
        if not file.content or len(file.content) > LARGEST_BYTES:
            continue
        try:
            name = clean_file_name(file.name)
        except RuleError:
            name = f"{kept + 1}"
        sha256 = uow.archive.keep(file.content)
        if uow.attachments.present(subject.id, sha256) is not None:
            continue
        uow.attachments.add(
            Attachment(
                id=AttachmentId(ctx.new_id()),
                sha256=sha256,
                file_name=name,
                media_type=media_type_of(name),
                size=len(file.content),
                subject=subject,
                added_on=ctx.today,
                added_at=ctx.now(),
                added_by=ctx.user.name,
                note=f"{mail.sender}: {mail.subject}"[:LONGEST_NOTE],
            )
        )
        kept += 1
    return kept


def behind(uow: UnitOfWork, queued: QueuedMail) -> Addressee:
    """What one of our own mails is about."""
    number = "" if queued.invoice_id is None else uow.received_mail.number_of(queued.invoice_id)
    return Addressee(
        customer_id=queued.customer_id,
        invoice_id=queued.invoice_id,
        mail_id=queued.id,
        number=number,
    )


def _failure_of(queued: QueuedMail, failures: tuple[FailedDelivery, ...]) -> FailedDelivery:
    """Each of our mails has one recipient: its own failure, else the worst of those told."""
    written_to = queued.recipient.casefold()
    own = [each for each in failures if each.recipient.casefold() == written_to]
    return max(own or failures, key=lambda each: each.for_good)

"""Make a formal notice to pay, and follow letters through the post."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from otc_desktop.application.dunning.debt_words import words_of_debts
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.debts import Debts, late_debts
from otc_desktop.application.kernel.letters import Enclosed, Letter
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.statements import drawn_statement
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.formal_notice import (
    USUAL_DEADLINE,
    FormalNotice,
    LetterKind,
    LetterState,
    NoticedItem,
    PostalLetter,
)
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import FormalNoticeId, PostalLetterId

TEMPLATE = "formal_notice"
SERIES = "formal_notice"
NUMBERS = NumberFormat("MED{year}-{seq:04d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeFormalNotice:
    """Ask for a formal notice of a customer's late invoices, all of them when none is named.

    `signatory` signs, at `place`: the company's city when empty.
    """

    customer: str
    signatory: str
    numbers: tuple[str, ...] = ()
    place: str = ""
    deadline_days: int = USUAL_DEADLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFormalNotice:
    """Ask how a formal notice would look today; nothing is kept."""

    notice: MakeFormalNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPostalLetter:
    """Ask for a copy of a letter for the system's viewer."""

    letter_id: PostalLetterId


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleLetter:
    """Tell what became of a letter: posted with its number, received, back unclaimed, cancelled.

    `on` None means today.
    """

    letter_id: PostalLetterId
    state: LetterState
    on: date | None = None
    registered_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeNotice:
    """A formal notice with its letter; `is_estimated` where a half-year has no rate yet."""

    notice: FormalNotice
    letter: PostalLetter
    is_estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalNoticeMade(Event):
    """A formal notice to pay was made."""

    number: str
    amount: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPosted(Event):
    """A letter was posted."""

    title: str
    registered_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSettled(Event):
    """A letter was received, came back, or was cancelled."""

    title: str
    letter_state: str


@use_case(permission=Permission.RUN_REMINDERS)
def make_formal_notice(command: MakeFormalNotice, ctx: Context, task: Task) -> MadeNotice:
    """Keep the notice with its sums, and its letter bound with its enclosures, to be posted.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `dunning.no_late_invoice`, `dunning.not_late`, `dunning.handed_over_already`,
            `dunning.notice_…`, `dunning.no_postal_address`, `templates.bad`.
    """
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        notice, debts = _drafted(uow, ctx, command, customer, NUMBERS.format(sequence, ctx.today))
        content = _drawn(uow, ctx, notice, debts, customer)
        letter = PostalLetter(
            id=PostalLetterId(ctx.new_id()),
            kind=LetterKind.FORMAL_NOTICE,
            subject_id=notice.id,
            customer_id=customer.id,
            title=notice.number,
            made_on=ctx.today,
            is_registered=True,
            sha256=uow.archive.keep(content),
        )
        uow.formal_notices.add(notice)
        uow.formal_notices.add_letter(letter)
        uow.record(
            FormalNoticeMade(
                subject_id=notice.id,
                customer_id=customer.id,
                number=notice.number,
                amount=str(notice.claimed),
                numbers=tuple(each.item.number for each in debts.debts),
            )
        )
        made = MadeNotice(notice=notice, letter=letter, is_estimated=debts.is_estimated)
        return uow.commit(made)


@use_case(permission=Permission.READ)
def show_formal_notice(command: ShowFormalNotice, ctx: Context, task: Task) -> Path:
    """A draft of the letter with its enclosures, to look at.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: as `make_formal_notice`.
    """
    with ctx.snapshot() as uow:
        customer = customer_by_code(uow, command.notice.customer)
        notice, debts = _drafted(uow, ctx, command.notice, customer, "MED")
        content = _drawn(uow, ctx, notice, debts, customer)
        return ctx.ports.viewer_files.put(f"MED-{customer.code}.pdf", content)


@use_case(permission=Permission.READ)
def open_postal_letter(command: OpenPostalLetter, ctx: Context, task: Task) -> Path:
    """A copy of a letter as it was made, to print.

    Raises:
        NotFoundError: `dunning.letter_not_found`.
    """
    with ctx.snapshot() as uow:
        letter = uow.formal_notices.letter(command.letter_id)
        content = uow.archive.content(letter.sha256)
        return ctx.ports.viewer_files.put(f"{letter.title}.pdf", content)


@use_case(permission=Permission.RUN_REMINDERS)
def settle_letter(command: SettleLetter, ctx: Context, task: Task) -> PostalLetter:
    """Write down what the post says of a letter.

    Raises:
        NotFoundError: `dunning.letter_not_found`.
        RuleError: what `PostalLetter` refuses.
    """
    on = command.on or ctx.today
    if on > ctx.today:
        raise RuleError("dunning.letter_in_future", where="on")
    with ctx.unit_of_work() as uow:
        letter = uow.formal_notices.letter(command.letter_id)
        if command.state is LetterState.POSTED:
            changed = letter.post(on=on, registered_number=command.registered_number)
        elif command.state is LetterState.CANCELLED:
            changed = letter.cancel()
        elif command.state is LetterState.TO_PRINT:
            raise RuleError("dunning.letter_settled", title=letter.title)
        else:
            changed = letter.settle(command.state, on=on)
        uow.formal_notices.save_letter(changed)
        uow.record(_told(changed))
        return uow.commit(replace(changed, version=changed.version + 1))


def _told(letter: PostalLetter) -> Event:
    if letter.state is LetterState.POSTED:
        return LetterPosted(
            subject_id=letter.id,
            customer_id=letter.customer_id,
            title=letter.title,
            registered_number=letter.registered_number,
        )
    return LetterSettled(
        subject_id=letter.id,
        customer_id=letter.customer_id,
        title=letter.title,
        letter_state=letter.state.value,
    )


def _drafted(
    uow: UnitOfWork, ctx: Context, command: MakeFormalNotice, customer: Customer, number: str
) -> tuple[FormalNotice, Debts]:
    company = uow.company.get()
    if not customer.address.line1 or not customer.address.city:
        raise RuleError("dunning.no_postal_address", where="customer", customer=customer.code)
    debts = late_debts(uow, company, customer, on=ctx.today, numbers=command.numbers)
    elsewhere = uow.handovers.handed_over()
    for debt in debts.debts:
        if debt.item.id in elsewhere:
            raise RuleError("dunning.handed_over_already", where="items", number=debt.item.number)
    return FormalNotice(
        id=FormalNoticeId(ctx.new_id()),
        number=number,
        customer_id=customer.id,
        made_on=ctx.today,
        deadline_days=command.deadline_days,
        place=command.place.strip() or company.address.city,
        signatory=command.signatory.strip(),
        items=tuple(
            NoticedItem(each.item.id, each.principal, each.interest, each.indemnity)
            for each in debts.debts
        ),
    ), debts


def _drawn(
    uow: UnitOfWork, ctx: Context, notice: FormalNotice, debts: Debts, customer: Customer
) -> bytes:
    company, language = uow.company.get(), customer.language
    values = dict(words_of_debts(debts, language))
    if not debts.interest and not debts.indemnity:
        del values["interest"], values["recovery_costs"]
    words = words_of_mail(
        uow,
        ctx,
        TEMPLATE,
        language=language,
        values={
            "company": company,
            "customer": customer,
            "today": ctx.today,
            "number": notice.number,
            "deadline_days": notice.deadline_days,
            "place": notice.place,
            "signatory": notice.signatory,
            **values,
        },
    )
    letter = ctx.ports.letters.pdf(
        Letter(
            company=company,
            customer=customer,
            language=language,
            on=ctx.today,
            subject=words.subject,
            text=words.text,
            is_registered=False,
            label="letter_formal_notice",
        )
    )
    return ctx.ports.letters.bound(letter, _enclosures(uow, ctx, debts, customer))


def _enclosures(
    uow: UnitOfWork, ctx: Context, debts: Debts, customer: Customer
) -> Sequence[Enclosed]:
    """Copies of the invoices as issued, then the statement of account."""
    files = uow.dunning.invoice_files([each.item.id for each in debts.debts])
    found = [Enclosed(number, uow.archive.content(sha256)) for number, sha256 in files]
    _, statement = drawn_statement(uow, ctx, customer)
    title = "Relevé de compte" if customer.language == "fr" else "Statement of account"
    return [*found, Enclosed(title, statement)]

"""Mandates: kept as signed, revoked, looked at again after a return, and the form to sign."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.letters import Letter
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.file_changes import masked_iban
from otc_desktop.domain.customers.identifiers import check_iban
from otc_desktop.domain.direct_debits.mandate import (
    Mandate,
    Scheme,
    check_ics,
    check_rum,
    proposed_rum,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.events import Event

FORM = "mandate_form"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMandate:
    """Ask for a signed mandate to be kept.

    An empty `rum` is proposed by the program, an empty `iban` or `debtor_name` is the customer
    file's. `notice_days` is what the parties agreed on, None for the company's own.
    """

    customer: str
    signed_on: date
    signed_at: str = ""
    rum: str = ""
    iban: str = ""
    debtor_name: str = ""
    scheme: Scheme = Scheme.CORE
    recurrent: bool = True
    notice_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeMandate:
    """Tell that the customer took its mandate back."""

    rum: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseMandate:
    """Tell that somebody looked at a mandate after a return, and that it stands.

    `iban` is the account that the customer gave instead, if another.
    """

    rum: str
    iban: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawMandate:
    """Ask for the form that a customer signs, as PDF; with the reference it would get."""

    customer: str
    path: Path
    scheme: Scheme = Scheme.CORE
    recurrent: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCreditor:
    """Ask for the company's creditor identifier (ICS) and its days of notice to be kept."""

    ics: str
    notice_days: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCreditor:
    """Ask for what names the company to its payers' banks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateSigned(Event):
    """A customer gave leave to debit its account."""

    rum: str
    iban: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRevoked(Event):
    """A customer took that leave back."""

    rum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateReleased(Event):
    """A mandate may be collected again after a return."""

    rum: str
    iban: str


@use_case(permission=Permission.SET_UP_COMPANY)
def set_creditor(command: SetCreditor, ctx: Context, task: Task) -> str:
    """Keep what names the company to its payers' banks; the identifier as it is written.

    Raises:
        RuleError: `direct_debits.bad_ics`, `direct_debits.bad_notice_days`.
    """
    ics = check_ics(command.ics)
    _check_notice(command.notice_days)
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        uow.company.save(
            replace(company, creditor_identifier=ics, debit_notice_days=command.notice_days)
        )
        return uow.commit(ics)


@use_case(permission=Permission.READ)
def read_creditor(command: ReadCreditor, ctx: Context, task: Task) -> tuple[str, int]:
    """The identifier, empty where none is kept, and the days of notice."""
    with ctx.snapshot() as uow:
        company = uow.company.get()
        return company.creditor_identifier, company.debit_notice_days


@use_case(permission=Permission.EDIT_CUSTOMERS)
def sign_mandate(command: SignMandate, ctx: Context, task: Task) -> Mandate:
    """Keep a mandate; from now on the customer's claims can be collected.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `direct_debits.no_ics`, `direct_debits.bad_rum`, `direct_debits.rum_taken`,
            `direct_debits.signed_ahead`, `direct_debits.bad_notice_days`, `customers.bad_iban`.
    """
    if command.signed_on > ctx.today:
        raise RuleError("direct_debits.signed_ahead", on=command.signed_on, where="signed_on")
    if command.notice_days is not None:
        _check_notice(command.notice_days)
    with ctx.unit_of_work() as uow:
        ics = uow.company.get().creditor_identifier
        if not ics:
            raise RuleError("direct_debits.no_ics", where="ics")
        customer = uow.customers.find_by_code(command.customer.strip())
        if customer is None:
            raise NotFoundError("customers.unknown_code", code=command.customer, where="customer")
        count = len(uow.direct_debits.mandates_of(customer.id)) + 1
        rum = check_rum(
            command.rum.strip() or proposed_rum(customer.code, command.signed_on, count)
        )
        if uow.direct_debits.knows_rum(ics, rum):
            raise RuleError("direct_debits.rum_taken", rum=rum, where="rum")
        mandate = Mandate(
            id=ctx.new_id(),
            customer_id=customer.id,
            ics=ics,
            rum=rum,
            debtor_name=command.debtor_name.strip() or customer.name,
            iban=check_iban(command.iban.strip() or customer.iban),
            scheme=command.scheme,
            recurrent=command.recurrent,
            signed_on=command.signed_on,
            signed_at=command.signed_at.strip(),
            notice_days=command.notice_days,
        )
        uow.direct_debits.add_mandate(mandate)
        uow.record(
            MandateSigned(
                subject_id=mandate.id,
                customer_id=customer.id,
                rum=rum,
                iban=masked_iban(mandate.iban),
            )
        )
        return uow.commit(replace(mandate, version=1))


@use_case(permission=Permission.EDIT_CUSTOMERS)
def revoke_mandate(command: RevokeMandate, ctx: Context, task: Task) -> Mandate:
    """Nothing is collected by it from that day on.

    Raises:
        NotFoundError: `direct_debits.mandate_not_found`.
        RuleError: `direct_debits.mandate_revoked` when it was already.
    """
    with ctx.unit_of_work() as uow:
        known = uow.direct_debits.mandate_by_rum(command.rum.strip())
        mandate = uow.direct_debits.get_mandate(known.id, lock=True)
        if mandate.revoked_on is not None:
            raise RuleError("direct_debits.mandate_revoked", rum=mandate.rum)
        after = mandate.revoke(command.on or ctx.today)
        uow.direct_debits.save_mandate(after)
        uow.record(
            MandateRevoked(subject_id=mandate.id, customer_id=mandate.customer_id, rum=mandate.rum)
        )
        return uow.commit(after)


@use_case(permission=Permission.EDIT_CUSTOMERS)
def release_mandate(command: ReleaseMandate, ctx: Context, task: Task) -> Mandate:
    """A mandate that a return had blocked is collected again, from another account if one is given.

    Raises:
        NotFoundError: `direct_debits.mandate_not_found`.
        RuleError: `direct_debits.not_blocked`, `customers.bad_iban`.
    """
    with ctx.unit_of_work() as uow:
        known = uow.direct_debits.mandate_by_rum(command.rum.strip())
        mandate = uow.direct_debits.get_mandate(known.id, lock=True)
        if not mandate.blocked_for:
            raise RuleError("direct_debits.not_blocked", rum=mandate.rum)
        iban = check_iban(command.iban) if command.iban.strip() else mandate.iban
        after = replace(mandate.unblock(), iban=iban)
        uow.direct_debits.save_mandate(after)
        uow.record(
            MandateReleased(
                subject_id=mandate.id,
                customer_id=mandate.customer_id,
                rum=mandate.rum,
                iban=masked_iban(iban),
            )
        )
        return uow.commit(after)


@use_case(permission=Permission.READ)
def draw_mandate(command: DrawMandate, ctx: Context, task: Task) -> Path:
    """Write the form that the customer signs (EPC 005-14: what a mandate has to say).

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `direct_debits.no_ics`, `templates.bad`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    with ctx.snapshot() as uow:
        company = uow.company.get()
        if not company.creditor_identifier:
            raise RuleError("direct_debits.no_ics", where="ics")
        customer = uow.customers.find_by_code(command.customer.strip())
        if customer is None:
            raise NotFoundError("customers.unknown_code", code=command.customer, where="customer")
        count = len(uow.direct_debits.mandates_of(customer.id)) + 1
        words = words_of_mail(
            uow,
            ctx,
            FORM,
            language=customer.language,
            values={
                "company": company,
                "customer": customer,
                "today": ctx.today,
                "ics": company.creditor_identifier,
                "rum": proposed_rum(customer.code, ctx.today, count),
                "b2b": command.scheme is Scheme.B2B,
                "recurrent": command.recurrent,
                "iban": customer.iban,
            },
        )
        content = ctx.ports.letters.pdf(
            Letter(
                company=company,
                customer=customer,
                language=customer.language,
                on=ctx.today,
                subject=words.subject,
                text=words.text,
                is_registered=False,
                label="letter_mandate",
            )
        )
    ctx.ports.files.write_atomically(command.path, iter((content,)))
    return command.path


def _check_notice(days: int) -> None:
    if not 1 <= days <= 60:
        raise RuleError("direct_debits.bad_notice_days", days=days, where="notice_days")

"""Create the company from `company.toml`, or bring its settings up to date."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.identifiers import (
    check_iban,
    check_siren,
    check_siret,
    check_vat_number,
)
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.invoicing.numbering import CREDIT_NOTE_PATTERN, NumberFormat
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Address, Company, MailSettings, VatRegime
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking

_LARGEST_FILE = 1_000_000
_REQUIRED = ("name", "siren", "address", "postal_code", "city")
_MAIL_SECURITY = ("none", "starttls", "tls")
_MONTHS, _LONGEST_MONTH = 12, 31


@dataclass(frozen=True, slots=True, kw_only=True)
class InitCompany:
    """Ask for the company described in a file to be set up."""

    path: Path


@use_case(permission=Permission.SET_UP_COMPANY)
def init_company(command: InitCompany, ctx: Context, task: Task) -> Company:
    """Set up the company, or change its settings.

    Raises:
        InputFileError: `files.not_found`, `company.bad_toml`.
        BlockingFindings: every wrong field at once.
    """
    company = _read(command, ctx)
    with ctx.unit_of_work() as uow:
        before = uow.company.find()
        if before is not None:
            company = replace(
                company,
                mail=_with_login(company.mail, before.mail),
                send_at_issue=before.send_at_issue,
                difference_limits=before.difference_limits,
            )
        uow.company.save(company)
        return uow.commit(company)


def _with_login(mail: MailSettings | None, before: MailSettings | None) -> MailSettings | None:
    """What the file does not hold of the mail account stays, while it is the same account."""
    if mail is None or before is None or (mail.host, mail.user) != (before.host, before.user):
        return mail
    return replace(
        mail,
        login=before.login,
        client_id=before.client_id,
        tenant=before.tenant,
        reading=before.reading,
    )


@use_case(permission=Permission.SET_UP_COMPANY)
def check_company_file(command: InitCompany, ctx: Context, task: Task) -> None:
    """Refuse a faulty file before any database is made for it.

    Raises:
        InputFileError: `files.not_found`, `company.bad_toml`.
        BlockingFindings: every wrong field at once.
    """
    _read(command, ctx)


def _read(command: InitCompany, ctx: Context) -> Company:
    content = ctx.ports.files.read(command.path, largest=_LARGEST_FILE)
    tables, findings = ctx.ports.config.read_company(content)
    return company_from_tables(tables, findings)


def company_from_tables(tables: Mapping[str, Any], findings: list[Finding]) -> Company:
    """A company out of the tables of `company.toml`.

    Raises:
        BlockingFindings: every wrong field at once.
    """
    fields = _Fields(tables, list(findings))
    text = fields.text
    for name in _REQUIRED:
        if not text("company", name):
            fields.fault("company.missing_field", f"company.{name}", field=name)
    siren = fields.checked("company", "siren", check_siren)
    start = text("company", "fiscal_year_start") or "01-01"
    month, _, day = start.partition("-")
    valid_start = (
        month.isdecimal()
        and day.isdecimal()
        and 1 <= int(month) <= _MONTHS
        and 1 <= int(day) <= _LONGEST_MONTH
    )
    if not valid_start:
        fields.fault("company.bad_fiscal_year", "company.fiscal_year_start", value=start)
    regime = text("company", "vat_regime") or VatRegime.DEBITS.value
    if regime not in set(VatRegime):
        fields.fault("company.bad_vat_regime", "company.vat_regime", value=regime)
    number_format = text("invoicing", "number_format") or "F{year}-{seq:05d}"
    terms = text("invoicing", "payment_terms") or "30 days"
    fields.checked_value("invoicing.number_format", number_format, NumberFormat)
    if number_format.partition("{")[0] == CREDIT_NOTE_PATTERN.partition("{")[0]:
        fields.fault("company.number_format_taken", "invoicing.number_format", value=number_format)
    fields.checked_value("invoicing.payment_terms", terms, PaymentTerms.parse)
    mail = _mail(fields)
    capital = fields.capital()
    siret = fields.checked("company", "siret", lambda value: check_siret(value, siren))
    vat_number = fields.checked("company", "vat_number", check_vat_number)
    iban = fields.checked("company", "iban", check_iban)
    refuse_if_blocking(fields.findings)
    return Company(
        name=text("company", "name"),
        legal_form=text("company", "legal_form"),
        share_capital=capital,
        siren=siren,
        siret=siret,
        vat_number=vat_number,
        rcs_city=text("company", "rcs_city"),
        naf=text("company", "naf"),
        address=Address(
            line1=text("company", "address"),
            line2=text("company", "address2"),
            postal_code=text("company", "postal_code"),
            city=text("company", "city"),
            country=text("company", "country") or "FR",
        ),
        email=text("company", "email"),
        iban=iban,
        bic=text("company", "bic"),
        fiscal_year_start_month=int(month),
        fiscal_year_start_day=int(day),
        vat_regime=VatRegime(regime),
        number_format=number_format,
        payment_terms=terms,
        late_interest=text("invoicing", "late_interest") or "ECB+10",
        discount_terms=text("invoicing", "discount_terms") or "none",
        mail=mail,
    )


class _Fields:
    """Reads fields and collects faults, so that the user mends the file in one go."""

    def __init__(self, tables: Mapping[str, Any], findings: list[Finding]) -> None:
        self._tables = tables
        self.findings = findings

    def fault(self, code: str, where: str, **params: Any) -> None:
        self.findings.append(error(code, where, **params))

    def text(self, table: str, name: str) -> str:
        value = self._tables.get(table, {}).get(name, "")
        return str(value).strip()

    def checked(self, table: str, name: str, check: Any) -> str:
        value = self.text(table, name)
        return str(self.checked_value(f"{table}.{name}", value, check) or "") if value else ""

    def checked_value(self, where: str, value: str, check: Any) -> Any:
        try:
            return check(value)
        except RuleError as problem:
            self.fault(problem.code, where, **problem.params)
            return None

    def capital(self) -> Decimal | None:
        value = self.text("company", "share_capital")
        if not value:
            return None
        try:
            capital = Decimal(value)
        except InvalidOperation:
            capital = Decimal("NaN")
        if not capital.is_finite() or capital < 0:
            self.fault("company.bad_share_capital", "company.share_capital", value=value)
            return None
        return capital


def _mail(fields: _Fields) -> MailSettings | None:
    host = fields.text("mail", "host")
    if not host:
        return None
    security = fields.text("mail", "security") or "starttls"
    if security not in _MAIL_SECURITY:
        fields.fault("company.bad_mail_security", "mail.security", value=security)
    port = fields.text("mail", "port") or "587"
    if not port.isdecimal() or not 0 < int(port) < 65_536:
        fields.fault("company.bad_mail_port", "mail.port", value=port)
        port = "587"
    return MailSettings(
        host=host,
        port=int(port),
        security=security,
        user=fields.text("mail", "user"),
        sender=fields.text("mail", "from") or fields.text("company", "email"),
    )

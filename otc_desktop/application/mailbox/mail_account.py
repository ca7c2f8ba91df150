"""The company's mail account: read, kept, tried out, and signed in to."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.mailbox import (
    MAIL_CLIENT_SECRET,
    MAIL_PASSWORD,
    SignInPrompt,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.identifiers import check_email
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import BY_GOOGLE, BY_MICROSOFT, BY_PASSWORD, MailSettings
from otc_desktop.domain.shared.errors import OtcError, RuleError

_LOGINS = (BY_PASSWORD, BY_MICROSOFT, BY_GOOGLE)
_SECURITIES = ("starttls", "tls", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMailAccount:
    """Ask for the account as it is kept."""


@use_case(permission=Permission.READ)
def read_mail_account(command: ReadMailAccount, ctx: Context, task: Task) -> MailSettings | None:
    """The account, or None where none is set."""
    with ctx.snapshot() as uow:
        return uow.company.get().mail


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveMailAccount:
    """Ask for an account to be kept; an empty password or secret leaves the kept one.

    `client_secret` is what some providers give a program beside its id.
    """

    account: MailSettings
    password: str = field(default="", repr=False)
    client_secret: str = field(default="", repr=False)


@use_case(permission=Permission.SET_UP_COMPANY)
def save_mail_account(command: SaveMailAccount, ctx: Context, task: Task) -> MailSettings:
    """Keep the account in the books, and what opens it in the keyring alone.

    Raises:
        RuleError: `mailbox.field_missing`, `company.bad_mail_port`,
            `company.bad_mail_security`, `customers.bad_email`, `mail.unknown_login`.
        ExternalError: a `secrets.*` code.
    """
    account = _checked(command.account)
    if command.password:
        ctx.ports.secrets.put(MAIL_PASSWORD, account.user, command.password)
    if command.client_secret:
        ctx.ports.secrets.put(MAIL_CLIENT_SECRET, account.client_id, command.client_secret)
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        if company.mail == account:
            return account
        uow.company.save(replace(company, mail=account))
        return uow.commit(account)


@dataclass(frozen=True, slots=True, kw_only=True)
class TestMailAccount:
    """Ask whether an account works, before it is kept; an empty password means the kept one."""

    account: MailSettings
    password: str = field(default="", repr=False)

    # Not a test of ours, whatever its name begins with.
    __test__ = False


@dataclass(frozen=True, slots=True)
class AccountTrial:
    """What came of it: None where it works; `reading` is None too where nothing is read."""

    sending: OtcError | None
    reading: OtcError | None


@use_case(permission=Permission.SET_UP_COMPANY)
def test_mail_account(command: TestMailAccount, ctx: Context, task: Task) -> AccountTrial:
    """Go as far as a sending and a reading would, without sending or reading a mail.

    Raises:
        RuleError: as `save_mail_account`.
    """
    account = _checked(command.account)
    password = command.password or None
    sending = reading = None
    try:
        ctx.ports.mail_transport(account, password=password).check()
    except OtcError as problem:
        sending = problem
    task.check_cancelled()
    if account.reading is not None:
        try:
            with ctx.ports.mailbox(account, password=password).open():
                pass
        except OtcError as problem:
            reading = problem
    return AccountTrial(sending, reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Ask to sign in at the provider; `show` is told where, `by_code` asks for a code to type.

    Without an account, the one that is kept.
    """

    account: MailSettings | None = None
    by_code: bool = False
    show: Callable[[SignInPrompt], None] = lambda _prompt: None
    client_secret: str = field(default="", repr=False)


@use_case(permission=Permission.SET_UP_COMPANY)
def sign_in(command: SignIn, ctx: Context, task: Task) -> str:
    """Sign in; what renews the access is kept in the keyring. Returns the user.

    Raises:
        RuleError: `mail.not_configured`, `mail.not_by_sign_in`.
        ExternalError: what `MailSignIn` raises.
    """
    account = command.account
    if account is None:
        with ctx.snapshot() as uow:
            account = uow.company.get().mail
    if account is None:
        raise RuleError("mail.not_configured")
    account = _checked(account)
    if account.login == BY_PASSWORD:
        raise RuleError("mail.not_by_sign_in")
    if command.client_secret:
        ctx.ports.secrets.put(MAIL_CLIENT_SECRET, account.client_id, command.client_secret)
    ways = ctx.ports.mail_sign_in
    (ways.by_code if command.by_code else ways.by_browser)(account, command.show, task)
    return account.user


def _checked(account: MailSettings) -> MailSettings:
    """The account with its fields trimmed, fit to be used."""
    account = replace(
        account,
        host=account.host.strip(),
        user=account.user.strip(),
        sender=account.sender.strip(),
        client_id=account.client_id.strip(),
        tenant=account.tenant.strip(),
    )
    _require_server(account.host, account.port, account.security, "host")
    if account.login not in _LOGINS:
        raise RuleError("mail.unknown_login", where="login", login=account.login)
    if account.login != BY_PASSWORD:
        for name in ("user", "client_id"):
            if not getattr(account, name):
                raise RuleError("mailbox.field_missing", where=name, field=name)
    if not account.sender:
        raise RuleError("mailbox.field_missing", where="sender", field="sender")
    bare = account.sender.rpartition("<")[2].rstrip(">")
    try:
        check_email(bare)
    except RuleError as problem:
        raise RuleError(problem.code, where="sender", **problem.params) from problem
    if account.reading is not None:
        reading = replace(
            account.reading,
            host=account.reading.host.strip(),
            folder=account.reading.folder.strip() or "INBOX",
            user=account.reading.user.strip(),
        )
        _require_server(reading.host, reading.port, reading.security, "reading_host")
        account = replace(account, reading=reading)
    return account


def _require_server(host: str, port: int, security: str, where: str) -> None:
    if not host:
        raise RuleError("mailbox.field_missing", where=where, field=where)
    if not 0 < port < 65_536:
        raise RuleError("company.bad_mail_port", where=where.replace("host", "port"), value=port)
    if security not in _SECURITIES:
        raise RuleError("company.bad_mail_security", where="security", value=security)

"""The company's approved platform: read, kept, tried out."""

from dataclasses import dataclass, field, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.platform_account import (
    PLATFORM_SECRET,
    FlowFormat,
    PlatformAccount,
    PlatformKind,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlatform:
    """Ask for the account as it is kept."""


@use_case(permission=Permission.READ)
def read_platform(command: ReadPlatform, ctx: Context, task: Task) -> PlatformAccount:
    """The account; of kind none where no platform is chosen."""
    with ctx.snapshot() as uow:
        return uow.platform.account()


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePlatform:
    """Ask for an account to be kept; an empty secret leaves the kept one."""

    account: PlatformAccount
    secret: str = field(default="", repr=False)


@use_case(permission=Permission.SET_UP_COMPANY)
def save_platform(command: SavePlatform, ctx: Context, task: Task) -> PlatformAccount:
    """Keep the account in the books, and its secret in the keyring alone.

    Raises:
        RuleError: `platform.field_missing`, `platform.bad_address`, `platform.chorus_no_cii`.
        ExternalError: a `secrets.*` code.
    """
    account = _checked(command.account)
    if command.secret:
        ctx.ports.secrets.put(PLATFORM_SECRET, account.client_id, command.secret)
    with ctx.unit_of_work() as uow:
        if uow.platform.account() == account:
            return account
        uow.platform.save_account(account)
        return uow.commit(account)


@dataclass(frozen=True, slots=True, kw_only=True)
class TestPlatform:
    """Ask whether an account works, before it is kept; an empty secret means the kept one."""

    account: PlatformAccount
    secret: str = field(default="", repr=False)

    # Not a test of ours, whatever its name begins with.
    __test__ = False


@use_case(permission=Permission.SET_UP_COMPANY)
def test_platform(command: TestPlatform, ctx: Context, task: Task) -> None:
    """Go as far as a deposit would.

    Raises:
        RuleError: as `save_platform`, and `platform.not_configured`.
        ExternalError: what stands against it.
    """
    account = _checked(command.account)
    ctx.ports.platform(account, secret=command.secret or None).check()


def _checked(account: PlatformAccount) -> PlatformAccount:
    """The account with its fields trimmed, fit to be used."""
    account = replace(
        account,
        folder=account.folder.strip(),
        api_url=account.api_url.strip().rstrip("/"),
        token_url=account.token_url.strip(),
        client_id=account.client_id.strip(),
        organization_id=account.organization_id.strip(),
    )
    needed: tuple[str, ...] = ()
    if account.kind is PlatformKind.API:
        needed = ("api_url", "token_url", "client_id")
    elif account.kind is not PlatformKind.NONE:
        needed = ("folder",)
    for name in needed:
        if not getattr(account, name):
            raise RuleError("platform.field_missing", where=name, field=name)
    for name in ("api_url", "token_url"):
        value = getattr(account, name)
        if value and not value.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise RuleError("platform.bad_address", where=name, url=value)
    if "\r" in account.organization_id or "\n" in account.organization_id:
        raise RuleError("platform.field_missing", where="organization_id", field="organization_id")
    if account.kind is PlatformKind.CHORUS_PRO and account.format is FlowFormat.CII:
        raise RuleError("platform.chorus_no_cii", where="format")
    return account

"""The mail services where a user signs in instead of giving a password."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from otc_desktop.domain.shared.company import BY_GOOGLE, BY_MICROSOFT, MailSettings
from otc_desktop.domain.shared.errors import ExternalError

# Accounts of any company's directory; a company may name its own.
_ANY_DIRECTORY = "common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Where to ask for what; `redirect_host` is how it wants this computer to be called.

    `device_url` is empty where a mailbox can't be opened by a code typed elsewhere.
    """

    name: str
    authorize_url: str
    token_url: str
    scopes: tuple[str, ...]
    device_url: str = ""
    redirect_host: str = "127.0.0.1"
    extra: Mapping[str, str] = field(default_factory=dict)


def provider_of(settings: MailSettings) -> Provider:
    """The service of a login.

    Raises:
        ExternalError: `mail.unknown_login`, `mail.bad_tenant`.
    """
    if settings.login == BY_MICROSOFT:
        return _microsoft(settings.tenant or _ANY_DIRECTORY)
    if settings.login == BY_GOOGLE:
        return _GOOGLE
    raise ExternalError("mail.unknown_login", retryable=False, login=settings.login)


def _microsoft(tenant: str) -> Provider:
    if not tenant.replace("-", "").replace(".", "").isalnum() or not tenant.isascii():
        raise ExternalError("mail.bad_tenant", retryable=False, tenant=tenant)
    root = f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0"
    return Provider(
        name=BY_MICROSOFT,
        authorize_url=f"{root}/authorize",
        token_url=f"{root}/token",
        device_url=f"{root}/devicecode",
        scopes=(
            "offline_access",
            "https://outlook.office.com/SMTP.Send",
            "https://outlook.office.com/IMAP.AccessAsUser.All",
        ),
        # Any port of this very name is allowed for a registered "http://localhost".
        redirect_host="localhost",
    )


_GOOGLE = Provider(
    name=BY_GOOGLE,
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
    scopes=("https://mail.google.com/",),
    # Without these Google gives the token that renews a sign-in only the first time.
    extra={"access_type": "offline", "prompt": "consent"},
)

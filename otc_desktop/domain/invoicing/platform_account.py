"""How the company's e-invoices and e-reporting reach its approved platform."""

from dataclasses import dataclass
from enum import StrEnum

from otc_desktop.domain.invoicing.ereporting_periods import ReportingRhythm


class PlatformKind(StrEnum):
    """Ways to a platform."""

    NONE = "none"
    FOLDER = "folder"
    CHORUS_PRO = "chorus_pro"
    API = "api"


class FlowFormat(StrEnum):
    """What a document is deposited as."""

    FACTUR_X = "factur-x"
    CII = "cii"
    UBL = "ubl"


# Under which purpose the keyring keeps the secret of the company's access.
PLATFORM_SECRET = "platform"  # noqa: S105  # the name of a place, no secret


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformAccount:
    """The company's platform; the secret lives in the keyring, never here.

    `folder` is where files are put (folder and Chorus Pro). `api_url` is the address before
    `/v1/flows` (XP Z12-013), `token_url` where a token is asked for (OAuth2 client
    credentials), `organization_id` says whom a platform of several companies acts for. With
    `on_issue` a document is queued by its issue. `rhythm` sets the periods of e-reporting.
    """

    kind: PlatformKind = PlatformKind.NONE
    folder: str = ""
    api_url: str = ""
    token_url: str = ""
    client_id: str = ""
    organization_id: str = ""
    format: FlowFormat = FlowFormat.FACTUR_X
    on_issue: bool = False
    rhythm: ReportingRhythm = ReportingRhythm.MONTHLY


NO_PLATFORM = PlatformAccount()

"""What may go to which platform, and under which rule of processing (XP Z12-013)."""

from otc_desktop.domain.customers.customer import CustomerKind
from otc_desktop.domain.invoicing.ereporting import ReportedIn
from otc_desktop.domain.invoicing.invoice import Party
from otc_desktop.domain.invoicing.platform_account import FlowFormat, PlatformKind
from otc_desktop.domain.shared.findings import Finding, error

_RULES = {
    ReportedIn.CROSS_BORDER: "B2BInt",
    ReportedIn.CONSUMERS: "B2C",
    ReportedIn.NOTHING: "OutOfScope",
}
# How the platform of the reform answers a file that is none, as life cycle reasons of 501.
_REASONS = {
    "EmptyAttachement": "IRR_VID_PJ",
    "AttachmentTypeError": "IRR_EXT_DOC",
    "EmptyFlow": "IRR_VIDE_F",
    "InvalidSchema": "IRR_SYNTAX",
    "FileSizeExceeded": "IRR_TAILLE_F",
    "FlowTypeError": "IRR_TYPE_F",
    "VirusFound": "IRR_ANTIVIRUS",
}


def processing_rule(place: ReportedIn, kind: CustomerKind) -> str:
    """How the platform is to treat a document."""
    if place is ReportedIn.EINVOICE:
        return "B2G" if kind is CustomerKind.PUBLIC else "B2B"
    return _RULES[place]


def is_for(platform: PlatformKind, place: ReportedIn, kind: CustomerKind) -> bool:
    """Whether a document goes there by itself: e-invoices, to Chorus Pro those of the State."""
    if platform is PlatformKind.NONE or place is not ReportedIn.EINVOICE:
        return False
    return platform is not PlatformKind.CHORUS_PRO or kind is CustomerKind.PUBLIC


def chorus_findings(buyer: Party, kind: CustomerKind, syntax: FlowFormat) -> list[Finding]:
    """What Chorus Pro would refuse, before it does.

    It finds a public body by its SIRET, and most of them want their service code or the
    number of their engagement; CII it takes inside a PDF only.
    """
    found = []
    if kind is not CustomerKind.PUBLIC:
        found.append(error("platform.chorus_not_public", "kind", name=buyer.name))
    if not buyer.siret:
        found.append(error("platform.chorus_no_siret", "siret", name=buyer.name))
    if not buyer.service_code and not buyer.engagement:
        found.append(error("platform.chorus_no_reference", "service_code", name=buyer.name))
    if syntax is FlowFormat.CII:
        found.append(error("platform.chorus_no_cii", "format"))
    return found


def status_reason(answer: str) -> str:
    """The reason of status 501 that a platform's refusal of a deposit means, or none."""
    return next((reason for code, reason in _REASONS.items() if answer.startswith(code)), "")

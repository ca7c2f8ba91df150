"""Names of the CDAR D22B message that its reader and its writer share."""

_BASE = "urn:un:unece:uncefact:data:standard"
RSM = f"{_BASE}:CrossDomainAcknowledgementAndResponse:100"
RAM = f"{_BASE}:ReusableAggregateBusinessInformationEntity:100"
UDT = f"{_BASE}:UnqualifiedDataType:100"
QDT = f"{_BASE}:QualifiedDataType:100"
NAMES = {"rsm": RSM, "ram": RAM, "udt": UDT, "qdt": QDT}
# MDT-2 and MDT-3 between a company and its platform.
REGULATED = "REGULATED"
GUIDELINE = "urn.cpro.gouv.fr:1p0:CDV:invoice"
GUIDELINES = (GUIDELINE, "urn.cpro.gouv.fr:1p0:CDV:einvoicingF2")

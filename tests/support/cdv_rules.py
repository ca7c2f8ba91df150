"""The rules BR-FR-CDV (V1.4.0) of life cycle messages in our own words, as an oracle.

The official Schematron is in no package that we depend on; these are its assertions on what
the program writes, read from their public text.
"""

from decimal import Decimal

from lxml import etree

_BASE = "urn:un:unece:uncefact:data:standard"
NAMES = {
    "rsm": f"{_BASE}:CrossDomainAcknowledgementAndResponse:100",
    "ram": f"{_BASE}:ReusableAggregateBusinessInformationEntity:100",
    "udt": f"{_BASE}:UnqualifiedDataType:100",
    "qdt": f"{_BASE}:QualifiedDataType:100",
}
_PARTIES = {"BY", "AB", "DL", "SE", "SR", "PE", "PR", "II", "IV"}
_OF_TRANSMISSION = {"10", "51", "43", "8", "48"}
_OF_PROCESSING = {"45", "39", "37", "50", "49", "47", "46", "1", "5"}
_TYPES = set("380 389 393 501 386 500 384 471 472 473 261 262 381 396 502 503".split())
_AMOUNTS = set("MEN MPA RAP ESC RAB REM MAP MAPTTC MNA MNATTC CBB DIV DVA MAJ".split())
_WITH_REASON = {"210", "213", "501", "207", "206", "208"}
_RATES = set("0 10 13 20 8.5 19.6 2.1 5.5 7 20.6 1.05 0.9 1.75 9.2 9.6".split())


def broken_rules(content: bytes) -> list[str]:
    """The rules that a message breaks."""
    root = etree.fromstring(content)
    return [rule for rule, holds in _rules(root) if not holds]


def _rules(root: etree._Element) -> list[tuple[str, bool]]:
    def texts(path: str) -> list[str]:
        return [each.text or "" for each in root.iterfind(path, NAMES)]

    document, answer = "rsm:ExchangedDocument", "rsm:AcknowledgementDocument"
    told = f"{answer}/ram:ReferenceReferencedDocument"
    phase = texts(f"{answer}/ram:TypeCode")
    codes = texts(f"{told}/ram:ProcessConditionCode")
    seller = texts(f"{told}/ram:IssuerTradeParty/ram:GlobalID[@schemeID='0002']")
    document_codes = texts(f"{told}/ram:StatusCode")
    issuer_role = texts(f"{document}/ram:IssuerTradeParty/ram:RoleCode")
    issuer_number = texts(f"{document}/ram:IssuerTradeParty/ram:GlobalID")
    detail = f"{told}/ram:SpecifiedDocumentStatus"
    amounts = root.findall(f"{detail}/ram:SpecifiedDocumentCharacteristic", NAMES)
    received = [each for each in amounts if each.findtext("ram:TypeCode", "", NAMES) == "MEN"]
    is_processing = phase == ["23"]
    rules = [
        ("04", set(texts(f"{told}/ram:TypeCode")) <= _TYPES),
        (
            "CDV-02",
            texts(
                "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID"
            )
            == ["urn.cpro.gouv.fr:1p0:CDV:invoice"],
        ),
        (
            "CDV-CL-01",
            texts(
                "rsm:ExchangedDocumentContext/"
                "ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID"
            )
            == ["REGULATED"],
        ),
        ("CDV-03", all(texts(f"{document}/ram:ID"))),
        ("CDV-04", bool(texts(f"{document}/ram:IssueDateTime/udt:DateTimeString"))),
        ("CDV-05", root.find(f"{document}/ram:SenderTradeParty", NAMES) is not None),
        ("CDV-07", not is_processing or bool(issuer_number)),
        ("CDV-09", phase in (["23"], ["305"])),
        ("CDV-10", all(texts(f"{told}/ram:IssuerAssignedID"))),
        ("CDV-11", bool(texts(f"{told}/ram:FormattedIssueDateTime/qdt:DateTimeString"))),
        ("CDV-12", bool(codes)),
        ("CDV-13", bool(seller) and all(len(each) == 9 for each in seller)),
        (
            "CDV-14",
            codes != ["212"]
            or (
                bool(received)
                and all(
                    each.find("ram:ValueAmount", NAMES) is not None
                    and each.find("ram:ValuePercent", NAMES) is not None
                    for each in received
                )
            ),
        ),
        ("CDV-15", not set(codes) & _WITH_REASON or bool(texts(f"{detail}/ram:ReasonCode"))),
        (
            "CDV-16",
            len(texts(f"{detail}/ram:SequenceNumeric")) == len(root.findall(detail, NAMES)),
        ),
        (
            "CDV-CL-02",
            set(texts(f"{document}/ram:SenderTradeParty/ram:RoleCode")) <= _PARTIES | {"WK"},
        ),
        ("CDV-CL-03", set(issuer_role) <= (_PARTIES if is_processing else {"WK"})),
        (
            "CDV-CL-05",
            set(document_codes) <= (_OF_PROCESSING if is_processing else _OF_TRANSMISSION),
        ),
        (
            "CDV-CL-11",
            {each.findtext("ram:TypeCode", "", NAMES) for each in amounts} <= _AMOUNTS,
        ),
        (
            "16",
            all(
                str(Decimal(each).normalize() + 0) in _RATES
                for each in texts(f"{detail}/ram:SpecifiedDocumentCharacteristic/ram:ValuePercent")
            ),
        ),
    ]
    for recipient in root.iterfind(f"{document}/ram:RecipientTradeParty", NAMES):
        role = recipient.findtext("ram:RoleCode", "", NAMES)
        address = recipient.findtext("ram:URIUniversalCommunication/ram:URIID", "", NAMES)
        rules.append(("CDV-CL-04", role in _PARTIES | {"WK", "DFH"}))
        rules.append(("CDV-08", role in ("WK", "DFH") or bool(address)))
    return rules

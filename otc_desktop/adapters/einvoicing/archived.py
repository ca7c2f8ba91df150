"""What an archived document says of itself, read back for the proof of the archive."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO

from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from otc_desktop.adapters.einvoicing.facturx import ATTACHMENT
from otc_desktop.adapters.einvoicing.untrusted import parsed
from otc_desktop.application.kernel.issued_files import IssuedSums, UnreadableFileError
from otc_desktop.domain.shared.errors import RuleError

_NAMES = {
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}
_HEADER = "rsm:ExchangedDocument"
_SETTLEMENT = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement"
_SUMS = f"{_SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation"


class ArchivedFiles:
    """The `IssuedFiles` over what our own issue archived."""

    def embedded(self, pdf: bytes) -> bytes | None:
        """The XML inside a PDF, None for a plain one.

        Raises:
            UnreadableFileError: the bytes are no PDF.
        """
        try:
            found = PdfReader(BytesIO(pdf)).attachments.get(ATTACHMENT)
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as problem:
            raise UnreadableFileError(str(problem)) from problem
        return found[0] if found else None

    def sums(self, xml: bytes) -> IssuedSums:
        """Number, day and sums of a CII document.

        Raises:
            UnreadableFileError: it is none, or says no sums.
        """
        try:
            root = parsed(xml)
            return IssuedSums(
                number=_text(root, f"{_HEADER}/ram:ID"),
                issued_on=datetime.strptime(  # noqa: DTZ007 - a day of the calendar
                    _text(root, f"{_HEADER}/ram:IssueDateTime/udt:DateTimeString"), "%Y%m%d"
                ).date(),
                currency=_text(root, f"{_SETTLEMENT}/ram:InvoiceCurrencyCode"),
                total_excl_tax=_figure(root, f"{_SUMS}/ram:TaxBasisTotalAmount"),
                total_vat=_figure(root, f"{_SUMS}/ram:TaxTotalAmount"),
                total_incl_tax=_figure(root, f"{_SUMS}/ram:GrandTotalAmount"),
                paid=_figure(root, f"{_SUMS}/ram:TotalPrepaidAmount", "0"),
                due=_figure(root, f"{_SUMS}/ram:DuePayableAmount"),
                vat_groups=tuple(
                    sorted(
                        (
                            _text(each, "ram:CategoryCode"),
                            _figure(each, "ram:RateApplicablePercent", "0"),
                            _figure(each, "ram:BasisAmount"),
                            _figure(each, "ram:CalculatedAmount"),
                        )
                        for each in root.iterfind(f"{_SETTLEMENT}/ram:ApplicableTradeTax", _NAMES)
                    )
                ),
            )
        except (RuleError, ValueError, ArithmeticError) as problem:
            raise UnreadableFileError(str(problem)) from problem


def _text(at: etree._Element, path: str, otherwise: str = "") -> str:
    return (at.findtext(path, namespaces=_NAMES) or otherwise).strip()


def _figure(at: etree._Element, path: str, otherwise: str = "") -> Decimal:
    return Decimal(_text(at, path, otherwise))

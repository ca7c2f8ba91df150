"""Which writer makes which syntax."""

from datetime import date

from otc_desktop.adapters.einvoicing.cii import GUIDELINES, write_cii
from otc_desktop.adapters.einvoicing.ubl import write_ubl
from otc_desktop.domain.invoicing.einvoice import EInvoice, in_basic_terms

_NORM = "en16931"
_BASIC = "basic"
_FRENCH_EXTENSION = "extended-ctc-fr"


class XmlInvoices:
    """The `EInvoiceWriter` over CII and UBL."""

    def write(self, invoice: EInvoice, *, syntax: str, profile: str = _NORM) -> bytes:
        """The document as XML.

        Args:
            invoice: in the terms of EN 16931.
            syntax: `cii` or `ubl`.
            profile: `basic`, `en16931`, `extended` or `extended-ctc-fr`; UBL knows the norm
                itself and its French extension, for the profiles of Factur-X it is the norm.
        """
        if syntax == "ubl":
            extended = profile == _FRENCH_EXTENSION
            return write_ubl(invoice, GUIDELINES[_FRENCH_EXTENSION if extended else _NORM])
        content = in_basic_terms(invoice) if profile == _BASIC else invoice
        return write_cii(content, GUIDELINES[profile])

    def embedded(self, pdf: bytes, xml: bytes, *, on: date, profile: str = _NORM) -> bytes:
        """The drawn document of a day as Factur-X: PDF/A-3 with its CII inside."""
        # Loaded when first needed: most commands make no PDF.
        from otc_desktop.adapters.einvoicing.facturx import with_xml

        return with_xml(pdf, xml, profile=profile, on=on)

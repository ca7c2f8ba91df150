"""Which writer makes which syntax."""

from datetime import date

from otc_desktop.adapters.einvoicing.cii import GUIDELINES, write_cii
from otc_desktop.adapters.einvoicing.ubl import write_ubl
from otc_desktop.domain.invoicing.einvoice import EInvoice, in_basic_terms

# UBL knows the norm itself and its French extension, not the profiles of Factur-X.
_NORM = "en16931"
_BASIC = "basic"


class XmlInvoices:
    """The `EInvoiceWriter` over CII and UBL."""

    def write(self, invoice: EInvoice, *, syntax: str, profile: str = _NORM) -> bytes:
        """The document as XML.

        Args:
            invoice: in the terms of EN 16931.
            syntax: `cii` or `ubl`.
            profile: `basic`, `en16931` or `extended`; UBL is always of the norm.
        """
        if syntax == "ubl":
            return write_ubl(invoice, GUIDELINES[_NORM])
        content = in_basic_terms(invoice) if profile == _BASIC else invoice
        return write_cii(content, GUIDELINES[profile])

    def embedded(self, pdf: bytes, xml: bytes, *, on: date, profile: str = _NORM) -> bytes:
        """The drawn document of a day as Factur-X: PDF/A-3 with its CII inside."""
        # Loaded when first needed: most commands make no PDF.
        from otc_desktop.adapters.einvoicing.facturx import with_xml

        return with_xml(pdf, xml, profile=profile, on=on)

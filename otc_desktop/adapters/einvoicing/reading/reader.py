"""Which reader takes which file."""

from dataclasses import replace

from otc_desktop.adapters.einvoicing.reading.cii import ROOT as CII_ROOT
from otc_desktop.adapters.einvoicing.reading.cii import read_cii
from otc_desktop.adapters.einvoicing.reading.embedded import Unpacked, is_pdf, unpack
from otc_desktop.adapters.einvoicing.reading.ubl import ROOTS as UBL_ROOTS
from otc_desktop.adapters.einvoicing.reading.ubl import read_ubl
from otc_desktop.adapters.einvoicing.untrusted import parsed
from otc_desktop.application.kernel.ports import ReadFile
from otc_desktop.domain.attachments.file_names import media_type_of
from otc_desktop.domain.invoicing.received import ReceivedAttachment, ReceivedInvoice
from otc_desktop.domain.shared.errors import InputFileError, RuleError

_MOST_LINES = 20_000
_LINES = ("{*}IncludedSupplyChainTradeLineItem", "{*}InvoiceLine", "{*}CreditNoteLine")


class EInvoiceFiles:
    """The `EInvoiceReader` over CII, UBL and PDF with one of them inside."""

    def read(self, content: bytes) -> ReadFile:
        """The document of a file, chosen by content, never by name.

        Raises:
            InputFileError: `einvoicing.too_large`, `einvoicing.not_xml`, `einvoicing.doctype`,
                `einvoicing.unknown_syntax`, `einvoicing.too_many_lines`,
                `einvoicing.pdf_broken`, `einvoicing.pdf_encrypted`,
                `einvoicing.pdf_without_invoice`.
        """
        if not is_pdf(content):
            return ReadFile(invoice=_document(content), xml=content)
        unpacked = unpack(content)
        invoice = _document(unpacked.xml)
        return ReadFile(
            invoice=replace(invoice, attachments=(*invoice.attachments, *_carried(unpacked))),
            xml=unpacked.xml,
            embedded_name=unpacked.name,
        )


def _document(xml: bytes) -> ReceivedInvoice:
    try:
        root = parsed(xml)
    except RuleError as problem:
        raise InputFileError(problem.code, **problem.params) from problem
    if root.tag != CII_ROOT and root.tag not in UBL_ROOTS:
        name = str(root.tag).rpartition("}")[2]
        raise InputFileError("einvoicing.unknown_syntax", root=name[:80])
    if sum(1 for _ in root.iter(*_LINES)) > _MOST_LINES:
        raise InputFileError("einvoicing.too_many_lines", most=_MOST_LINES)
    return read_cii(root) if root.tag == CII_ROOT else read_ubl(root)


def _carried(unpacked: Unpacked) -> list[ReceivedAttachment]:
    return [
        ReceivedAttachment(file_name=each.name, media_type=media_type_of(each.name), size=each.size)
        for each in unpacked.others
    ]

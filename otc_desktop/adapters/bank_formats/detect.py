"""Which kind of bank file this is, judged by its content and never by its name."""

import re

CAMT = "camt"
ZIP = "zip"

# The start of a file tells its kind; a comment or a licence may stand before the root element.
_HEAD_BYTES = 64 * 1024

_ZIP_MAGIC = b"PK\x03\x04"
_EMPTY_ZIP_MAGIC = b"PK\x05\x06"
_OLD_EXCEL_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_CAMT = re.compile(r"BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\b|\bcamt\.05[234]\.")
_PAYMENT_ORDER = re.compile(r"\bpain\.00[0-9]\.")
_OFX = re.compile(r"OFXHEADER|<OFX>|<\?OFX", re.IGNORECASE)
_MT940 = re.compile(r"^:20:.*?^:(?:25|60F|60M|28C?|34F):", re.MULTILINE | re.DOTALL)
_QIF = re.compile(r"^!(?:Type|Account|Option|Clear):", re.IGNORECASE | re.MULTILINE)
_CFONB = re.compile(r"0[1-7][0-9A-Z ]{5}")
_CFONB_240 = re.compile(r"(?:31|34)[0-9]{2}.{236}")
# Text that a table may hold: everything but control characters other than tab and line ends.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_DELIMITER = re.compile(r"[;,\t|]")


def detect(content: bytes) -> str:
    """The kind of file: `camt`, `zip`, `xlsx`, `ofx`, `csv` …; empty when nothing fits."""
    if content.startswith((_ZIP_MAGIC, _EMPTY_ZIP_MAGIC)):
        return "xlsx" if _looks_like_workbook(content) else ZIP
    if content.startswith(_OLD_EXCEL_MAGIC):
        return "xls"
    if content.startswith(b"%PDF-"):
        return "pdf"
    head = _head_text(content).lstrip("\ufeff\r\n\t ")
    if head.startswith("<"):
        return _kind_of_markup(head)
    return _kind_of_text(head, whole_length=len(content))


def _looks_like_workbook(content: bytes) -> bool:
    # The parts' names stand uncompressed in the local headers and in the central directory.
    return b"xl/workbook" in content or b"[Content_Types].xml" in content


def _head_text(content: bytes) -> str:
    head = content[:_HEAD_BYTES]
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return head.decode("utf-32", errors="ignore")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="ignore")
    if head.startswith((b"<\x00\x00\x00", b"\x00\x00\x00<")):
        return head.decode("utf-32-le" if head[:1] == b"<" else "utf-32-be", errors="ignore")
    if head.startswith((b"<\x00", b"\x00<")):
        return head.decode("utf-16-le" if head[:1] == b"<" else "utf-16-be", errors="ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _kind_of_markup(head: str) -> str:
    if _CAMT.search(head):
        return CAMT
    if _OFX.search(head):
        return "ofx"
    if _PAYMENT_ORDER.search(head):
        return "pain"
    if re.search(r"<(?:!doctype\s+)?html\b", head, re.IGNORECASE):
        return "html"
    return ""


def _kind_of_text(head: str, *, whole_length: int) -> str:
    # Bank transmissions frame their text with SOH, ETX and an end-of-file mark.
    if _CONTROL.search(head.translate(dict.fromkeys(b"\x01\x03\x1a"))):
        return ""
    lines = head.splitlines()
    first = next((line for line in lines if line.strip()), "")
    without_line_ends = len(lines) <= 1 and whole_length % 120 == 0
    signs = {
        "ofx": _OFX.search(head),
        "cfonb240": _CFONB_240.fullmatch(first),
        "cfonb120": _CFONB.match(first) and (100 <= len(first) <= 120 or without_line_ends),
        "mt940": _MT940.search(head),
        "qif": _QIF.search(head),
        "csv": sum(1 for line in lines[:40] if _DELIMITER.search(line)) >= 2,
    }
    return next((kind for kind, sign in signs.items() if sign), "")

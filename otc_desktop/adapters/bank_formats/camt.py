"""Reader of camt.052, camt.053 and camt.054 messages (ISO 20022, any version).

Elements are known by their local name, because banks' versions and dialects differ in the
namespace first of all; nothing is validated but the parts that are read.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from otc_desktop.adapters.bank_formats.camt_entry import EntryDefaults, EntryReader
from otc_desktop.adapters.bank_formats.camt_fields import line_of, local_name
from otc_desktop.adapters.bank_formats.camt_statement import compare_with_summary, read_head
from otc_desktop.adapters.bank_formats.xml_bytes import safe_utf8
from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import Finding, warning

# The message elements, each with the name it has where no namespace tells the version.
_MESSAGES = {
    "BkToCstmrAcctRpt": "camt.052",
    "BkToCstmrStmt": "camt.053",
    "BkToCstmrDbtCdtNtfctn": "camt.054",
}
_CONTAINERS = frozenset({"Rpt", "Stmt", "Ntfctn"})
_VERSION = re.compile(r"\bcamt\.05[234]\.[0-9]{3}\.[0-9]{2}\b")
# Sums of all the entries still have to fit where amounts are stored.
_LARGEST_SUM_MINOR = 2**63 - 1


def read_camt(content: bytes) -> Sequence[ParsedStatement]:
    """The statements, reports or notifications of a camt file.

    Raises:
        InputFileError: a `bank_file.*` code, with the line where there is one.
    """
    document, redecoded = safe_utf8(content)
    message = _MessageReader((warning("bank_file.encoding_not_as_declared"),) if redecoded else ())
    try:
        for _, element in etree.iterparse(
            BytesIO(document),
            events=("end",),
            tag=["{*}Ntry", *(f"{{*}}{name}" for name in sorted(_CONTAINERS))],
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        ):
            message.take(element)
    except etree.XMLSyntaxError as problem:
        raise _as_refusal(problem) from problem
    if not message.statements:
        raise InputFileError("bank_file.no_statement")
    return message.statements


def _as_refusal(problem: etree.XMLSyntaxError) -> InputFileError:
    code = "bank_file.truncated_or_damaged"
    if "depth" in (problem.msg or "").lower():
        code = "bank_file.too_deep"
    return InputFileError(code, line=problem.lineno or None)


class _MessageReader:
    """Takes the entries and statements of one file in the order in which they end."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.statements: list[ParsedStatement] = []
        self._findings = findings
        self._open: _Element | None = None
        self._reader: EntryReader | None = None

    def take(self, element: _Element) -> None:
        """One finished `Ntry`, or the `Stmt`, `Rpt` or `Ntfctn` around them."""
        if local_name(element.tag) == "Ntry":
            self._reader_for(element.getparent(), element).read(element)
            # A statement of a hundred thousand entries must not be held twice.
            element.clear()
        else:
            self._finish(element)

    def _reader_for(self, container: _Element | None, entry: _Element) -> EntryReader:
        if container is None or local_name(container.tag) not in _CONTAINERS:
            raise _misplaced(entry)
        if self._reader is None or self._open is not container:
            if self._reader is not None:
                raise _misplaced(entry)
            head = read_head(container, entries_currency="")
            self._open = container
            self._reader = EntryReader(
                EntryDefaults(
                    account=head.account,
                    currency=head.currency.code if head.currency is not None else "",
                    booked_on=head.made_on,
                )
            )
        return self._reader

    def _finish(self, container: _Element) -> None:
        message = container.getparent()
        kind = local_name(message.tag) if message is not None else ""
        if kind not in _MESSAGES or (self._open is not None and self._open is not container):
            raise _misplaced(container)
        reader = self._reader
        self._open = self._reader = None
        entries = tuple(reader.entries) if reader is not None else ()
        head = read_head(
            container, entries_currency=entries[0].amount.currency.code if entries else ""
        )
        if head.currency is None:
            raise InputFileError("bank_file.missing", line=line_of(container), field="Ccy")
        for entry in entries:
            if entry.amount.currency != head.currency:
                raise InputFileError(
                    "bank_file.mixed_currencies",
                    line=line_of(container),
                    account=head.account,
                    expected=head.currency.code,
                    found=entry.amount.currency.code,
                )
        moved = sum(abs(entry.amount.minor) for entry in entries)
        opening = abs(head.opening.minor) if head.opening is not None else 0
        if moved + opening > _LARGEST_SUM_MINOR:
            raise InputFileError(
                "bank_file.sum_too_large", line=line_of(container), account=head.account
            )
        statement = ParsedStatement(
            format=_format_name(container, kind),
            account=head.account,
            currency=head.currency.code,
            statement_id=head.statement_id,
            opening=head.opening,
            closing=head.closing,
            opening_on=head.opening_on,
            closing_on=head.closing_on,
            entries=entries,
            pending=reader.pending if reader is not None else 0,
        )
        findings = (
            *self._findings,
            *head.findings,
            *(reader.findings if reader is not None else ()),
            *compare_with_summary(container, statement),
        )
        self.statements.append(replace(statement, findings=findings))
        container.clear()


def _format_name(container: _Element, message: str) -> str:
    """The message's name and version from its namespace: `camt.053.001.08`."""
    namespace = container.tag.rpartition("}")[0]
    version = _VERSION.search(namespace)
    return version[0] if version else _MESSAGES[message]


def _misplaced(element: _Element) -> InputFileError:
    return InputFileError("bank_file.truncated_or_damaged", line=line_of(element))

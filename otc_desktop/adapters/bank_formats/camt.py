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
from otc_desktop.adapters.bank_formats.camt_statement import (
    StatementHead,
    compare_with_summary,
    read_head,
)
from otc_desktop.adapters.bank_formats.xml_bytes import safe_utf8
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedStatement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import warning

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
    readers: dict[_Element, EntryReader] = {}
    try:
        events = etree.iterparse(
            BytesIO(document),
            events=("end",),
            tag="{*}Ntry",
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in events:
            _reader_for(element, readers).read(element)
            # A hundred thousand entries must not be held twice.
            element.clear()
    except etree.XMLSyntaxError as problem:
        raise _as_refusal(problem) from problem
    found = [
        _statement(container, readers.get(container))
        for container in events.root.iter(*(f"{{*}}{name}" for name in _CONTAINERS))
    ]
    if not found:
        raise InputFileError("bank_file.no_statement")
    if redecoded:
        remark = warning("bank_file.encoding_not_as_declared")
        found = [replace(each, findings=(remark, *each.findings)) for each in found]
    return found


def _as_refusal(problem: etree.XMLSyntaxError) -> InputFileError:
    code = "bank_file.truncated_or_damaged"
    if "depth" in (problem.msg or "").lower():
        code = "bank_file.too_deep"
    return InputFileError(code, line=problem.lineno or None)


def _reader_for(entry: _Element, readers: dict[_Element, EntryReader]) -> EntryReader:
    """The reader of the statement that the entry stands in."""
    container = entry.getparent()
    if container is None or local_name(container.tag) not in _CONTAINERS:
        raise InputFileError("bank_file.truncated_or_damaged", line=line_of(entry))
    reader = readers.get(container)
    if reader is None:
        head = read_head(container, entries_currency="")
        reader = readers[container] = EntryReader(
            EntryDefaults(
                account=head.account,
                currency=head.currency.code if head.currency is not None else "",
                booked_on=head.made_on,
            )
        )
    return reader


def _statement(container: _Element, reader: EntryReader | None) -> ParsedStatement:
    message = container.getparent()
    kind = local_name(message.tag) if message is not None else ""
    if kind not in _MESSAGES:
        raise InputFileError("bank_file.truncated_or_damaged", line=line_of(container))
    entries = tuple(reader.entries) if reader is not None else ()
    head = read_head(container, entries_currency=entries[0].amount.currency.code if entries else "")
    if head.currency is None:
        raise InputFileError("bank_file.missing", line=line_of(container), field="Ccy")
    _refuse_unaddable(entries, head, head.currency, line=line_of(container))
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
        *head.findings,
        *(reader.findings if reader is not None else ()),
        *compare_with_summary(container, statement),
    )
    return replace(statement, findings=findings)


def _refuse_unaddable(
    entries: Sequence[ParsedEntry], head: StatementHead, currency: Currency, *, line: int | None
) -> None:
    """Refuse what no sum can be made of: mixed currencies, or more than can be stored."""
    for entry in entries:
        if entry.amount.currency != currency:
            raise InputFileError(
                "bank_file.mixed_currencies",
                line=line,
                account=head.account,
                expected=currency.code,
                found=entry.amount.currency.code,
            )
    parts = [abs(entry.amount.minor) for entry in entries]
    parts += [abs(balance.minor) for balance in (head.opening, head.closing) if balance]
    if sum(parts) > _LARGEST_SUM_MINOR:
        raise InputFileError("bank_file.sum_too_large", line=line, account=head.account)


def _format_name(container: _Element, message: str) -> str:
    """The message's name and version from its namespace: `camt.053.001.08`."""
    namespace = container.tag.rpartition("}")[0]
    version = _VERSION.search(namespace)
    return version[0] if version else _MESSAGES[message]

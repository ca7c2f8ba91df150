"""A strict reader of FEC files, written from the law and sharing no code with the writer.

Source: LPF art. A47 A-1, VII and X. It finds what the authority's own tool overlooks:
unbalanced entries, gaps in EcritureNum, days that don't exist.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

COLUMNS = [
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
]
MANDATORY = {
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "ValidDate",
}
DATES = ("EcritureDate", "PieceDate", "DateLet", "ValidDate")


@dataclass
class FecReport:
    """What stands in the file, and every fault: (line in the file, column or topic, detail)."""

    lines: int = 0
    debit: Decimal = Decimal(0)
    credit: Decimal = Decimal(0)
    rows: list[dict[str, str]] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)


def check_fec(path: Path) -> FecReport:
    """Read a FEC file strictly."""
    report = FecReport()
    if not re.fullmatch(r"\d{9}FEC\d{8}(_\d+)?\.txt", path.name):
        report.faults.append((0, "file name", path.name))
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("iso8859-15")
    if not text.endswith(("\r", "\n")):
        report.faults.append((0, "line end", "the last line is not ended"))
    head, *body = re.split(r"\r\n|\r|\n", text)[:-1]
    separator = "\t" if "\t" in head else "|"
    if head.split(separator) != COLUMNS:
        report.faults.append((1, "header", head))
        return report
    for number, line in enumerate(body, start=2):
        values = line.split(separator)
        if len(values) != len(COLUMNS):
            report.faults.append((number, "fields", str(len(values))))
            continue
        row = dict(zip(COLUMNS, values, strict=True))
        row["line"] = str(number)
        report.rows.append(row)
        report.faults += [(number, *fault) for fault in _row_faults(row)]
        report.lines += 1
        report.debit += _lenient(row["Debit"])
        report.credit += _lenient(row["Credit"])
    report.faults += _entry_faults(report.rows)
    return report


def _row_faults(row: dict[str, str]) -> list[tuple[str, str]]:
    faults = [(column, "empty") for column in sorted(MANDATORY) if not row[column].strip()]
    faults += [
        (column, row[column]) for column in DATES if row[column] and not _is_day(row[column])
    ]
    for column in ("Debit", "Credit"):
        if row[column] and not re.fullmatch(r"-?\d+,\d\d", row[column]):
            faults.append((column, row[column]))
    if (_lenient(row["Debit"]) == 0) == (_lenient(row["Credit"]) == 0):
        faults.append(("Debit and Credit", f"{row['Debit']} / {row['Credit']}"))
    if not re.match(r"[0-9]{3}", row["CompteNum"]):
        faults.append(("CompteNum", row["CompteNum"]))
    if bool(row["Montantdevise"]) != bool(row["Idevise"]):
        faults.append(("Idevise", f"{row['Montantdevise']} {row['Idevise']}"))
    if row["Montantdevise"] and not re.fullmatch(r"-?\d+(,\d+)?", row["Montantdevise"]):
        faults.append(("Montantdevise", row["Montantdevise"]))
    if row["Idevise"] and not re.fullmatch(r"[A-Z]{3}", row["Idevise"]):
        faults.append(("Idevise", row["Idevise"]))
    if bool(row["CompAuxNum"]) != bool(row["CompAuxLib"]):
        faults.append(("CompAuxNum", f"{row['CompAuxNum']} / {row['CompAuxLib']}"))
    if any(re.search(r"[\x00-\x1f\x7f-\x9f]", value) for value in row.values()):
        faults.append(("text", "control character"))
    return faults


def _entry_faults(rows: list[dict[str, str]]) -> list[tuple[int, str, str]]:
    faults = []
    before: int | None = None
    numbered = [row for row in rows if row["EcritureNum"].isdigit()]
    for number, group in groupby(numbered, key=lambda row: int(row["EcritureNum"])):
        lines = list(group)
        first = int(lines[0]["line"])
        if before is not None and number != before + 1:
            faults.append((first, "EcritureNum", f"{number} after {before}"))
        before = number
        difference = sum(_lenient(row["Debit"]) - _lenient(row["Credit"]) for row in lines)
        # An entry with a line that lost its number can't be summed up.
        if difference and len(numbered) == len(rows):
            faults.append((first, "balance", f"entry {number}: {difference}"))
        if len({(row["JournalCode"], row["EcritureDate"]) for row in lines}) > 1:
            faults.append((first, "EcritureNum", f"{number} has two journals or dates"))
    return faults


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{8}", text):
        return False
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True


def _lenient(amount: str) -> Decimal:
    found = re.fullmatch(r"-?\d+([.,]\d+)?", amount)
    return Decimal(amount.replace(",", ".")) if found else Decimal(0)

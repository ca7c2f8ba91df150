"""`company.toml`: who the company is, as its owner wrote it down."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from types import UnionType
from typing import Any

from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import Finding, error, warning

_TABLES: Mapping[str, frozenset[str]] = {
    "company": frozenset(
        "name legal_form share_capital siren siret vat_number rcs_city naf address address2"
        " postal_code city country email iban bic fiscal_year_start vat_regime".split()
    ),
    "invoicing": frozenset("number_format payment_terms late_interest discount_terms".split()),
    "mail": frozenset("host port security user from".split()),
}
# Keys that may be written as a number, because people do.
_NUMERIC_KEYS = {("mail", "port"): int, ("company", "share_capital"): Decimal | int}
_SECRET_KEYS = frozenset({"password", "passwd", "mot_de_passe", "secret", "token"})
# Python 3.11 to 3.13 tell the place in the sentence alone.
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class TomlConfigReader:
    """The `ConfigReader`: structure, names and types; what the values mean is the domain's."""

    def read_company(self, content: bytes) -> tuple[Mapping[str, Any], list[Finding]]:
        """The known tables of the file, and all that is wrong with its form at once.

        Findings have the key at fault in `where`, such as `company.siren`: errors
        `company.wrong_type`, `company.secret_in_file`; warnings `company.unknown_key`,
        `company.misspelt_key`.

        Raises:
            InputFileError: `company.bad_toml` with line and column.
        """
        tables = _parse(content)
        known = {name: table for name, table in tables.items() if name in _TABLES}
        whole = {name: table for name, table in known.items() if isinstance(table, dict)}
        return whole, list(_check(tables))


def _parse(content: bytes) -> dict[str, Any]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = content[: problem.start]
        line_start = before.rfind(b"\n") + 1
        raise InputFileError(
            "company.bad_toml",
            line=before.count(b"\n") + 1,
            column=problem.start - line_start + 1,
            reason="UTF-8",
        ) from problem
    try:
        # Decimal, never float: a share capital written without quotation marks stays exact.
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as problem:
        place = _PLACE.search(str(problem))
        line = int(place[1]) if place else text.count("\n") + 1
        column = int(place[2]) if place else None
        reason = str(problem).partition(" (at ")[0]
        raise InputFileError(
            "company.bad_toml", line=line, column=column, reason=reason
        ) from problem
    except (RecursionError, ValueError, ArithmeticError) as problem:
        # Nested a thousand deep, or a number no type holds.
        raise InputFileError("company.bad_toml", reason=type(problem).__name__) from problem


def _check(tables: Mapping[str, Any]) -> Iterator[Finding]:
    for name, table in tables.items():
        if name not in _TABLES:
            yield _unknown(name, name, _TABLES)
        elif not isinstance(table, dict):
            yield error("company.wrong_type", name, key=name, expected=f"[{name}]")
        else:
            yield from _check_table(name, table)


def _check_table(name: str, table: Mapping[str, Any]) -> Iterator[Finding]:
    for key, value in table.items():
        where = f"{name}.{key}"
        if key.casefold() in _SECRET_KEYS:
            yield error("company.secret_in_file", where, key=key)
        elif key not in _TABLES[name]:
            yield _unknown(key, where, _TABLES[name])
        elif not _is_well_written(value, _NUMERIC_KEYS.get((name, key))):
            yield error("company.wrong_type", where, key=key, expected=f'"{value}"')


def _is_well_written(value: object, also: type | UnionType | None) -> bool:
    """A text, or a number where one is expected; `true` is no number here."""
    if isinstance(value, str):
        return True
    return also is not None and isinstance(value, also) and not isinstance(value, bool)


def _unknown(key: str, where: str, known: Mapping[str, Any] | frozenset[str]) -> Finding:
    close = get_close_matches(key, sorted(known), n=1)
    if close:
        return warning("company.misspelt_key", where, key=key, meant=close[0])
    return warning("company.unknown_key", where, key=key)

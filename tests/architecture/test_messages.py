"""Every code that can reach a person has its words, in both languages, and no word is idle."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.direct_debits.returns import ReturnReason
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.messages.catalogue import LANGUAGES, placeholders

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "otc_desktop"
CODE = re.compile(r"[a-z][a-z_]*\.[a-z][a-z0-9_]*")
FILE_SUFFIXES = {"toml", "json", "csv", "xlsx", "pdf", "xml", "txt", "py", "sqlite", "log", "ini"}
# The place of a code among the positional arguments of what takes one.
CODE_POSITION = {"error": 0, "warning": 0, "Finding": 1, "Reason": 0, "Withheld": 2}
# Keys of company.toml, as findings name them in `where`.
SETTINGS = {
    "company.fiscal_year_start",
    "company.share_capital",
    "company.vat_regime",
    "invoicing.number_format",
    "invoicing.payment_terms",
    "mail.port",
    "mail.security",
}
# Arguments that the constructors take for themselves, and the parameters that come of them.
OWN_KEYWORDS = {"retryable"}


@dataclass
class Use:
    """Where a code stands, and the parameters passed there; open when they can't be told."""

    places: list[str] = field(default_factory=list)
    params: set[str] = field(default_factory=set)
    is_open: bool = False


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "tables" not in path.parts:  # their "table.column" strings look like codes
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _error_classes(trees: list[tuple[Path, ast.Module]]) -> set[str]:
    bases = {
        node.name: {ast.unparse(base).rpartition(".")[2] for base in node.bases}
        for _, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"OtcError"}
    while more := {name for name, own in bases.items() if own & found} - found:
        found |= more
    return found


def _called_name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _constants(expression: ast.expr) -> list[ast.Constant]:
    if isinstance(expression, ast.IfExp):
        return _constants(expression.body) + _constants(expression.orelse)
    return [expression] if isinstance(expression, ast.Constant) else []


def _params_of(call: ast.Call, name: str) -> tuple[set[str], bool]:
    """Names of the parameters passed, and whether there may be more."""
    params = {keyword.arg for keyword in call.keywords if keyword.arg} - OWN_KEYWORDS
    is_open = any(keyword.arg is None for keyword in call.keywords)
    if name in ("error", "warning") and len(call.args) > 1:
        params.add("where")
    if name in ("Reason", "Finding"):
        position = CODE_POSITION[name] + 1
        given = call.args[position] if len(call.args) > position else None
        if isinstance(given, ast.Dict):
            params |= {key.value for key in given.keys if isinstance(key, ast.Constant)}
        else:
            is_open = is_open or given is not None or name == "Finding"
    return params, is_open


@cache
def uses() -> dict[str, Use]:
    trees = list(_trees())
    classes = _error_classes(trees)
    found: dict[str, Use] = defaultdict(Use)
    told: set[int] = set()  # constants whose parameters are known, or that are no code
    for path, tree in trees:
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = _called_name(call)
            told |= {
                id(constant)
                for keyword in call.keywords
                if keyword.arg == "where"
                for constant in ast.walk(keyword.value)
            }
            if name in ("error", "warning"):
                told |= {id(each) for argument in call.args[1:] for each in ast.walk(argument)}
            if name not in classes and name not in CODE_POSITION:
                continue
            position = CODE_POSITION.get(name, 0)
            if len(call.args) <= position:
                continue
            for constant in _constants(call.args[position]):
                if not isinstance(constant.value, str) or not CODE.fullmatch(constant.value):
                    continue
                told.add(id(constant))
                params, is_open = _params_of(call, name)
                use = found[constant.value]
                use.places.append(f"{path.relative_to(ROOT)}:{constant.lineno}")
                use.params |= params
                use.is_open |= is_open
    _add_codes_named_apart(trees, told, found)
    return dict(found)


def _add_codes_named_apart(
    trees: list[tuple[Path, ast.Module]], told: set[int], found: dict[str, Use]
) -> None:
    """Codes held in a constant, returned, or handed to a function that raises them."""
    areas = {code.partition(".")[0] for code in (*found, *catalogue("fr"))}
    areas |= {folder.name for folder in (PACKAGE / "domain").iterdir() if folder.is_dir()}
    for path, tree in trees:
        for constant in (node for node in ast.walk(tree) if isinstance(node, ast.Constant)):
            text = constant.value
            if id(constant) in told or not isinstance(text, str) or not CODE.fullmatch(text):
                continue
            area, _, name = text.partition(".")
            if area in areas and name not in FILE_SUFFIXES and text not in SETTINGS:
                found[text].places.append(f"{path.relative_to(ROOT)}:{constant.lineno}")
                found[text].is_open = True


def tables(language: str) -> dict[str, dict[str, dict[str, str]]]:
    text = (ROOT / "resources" / "messages" / f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def catalogue(language: str) -> dict[str, dict[str, str]]:
    return {
        f"{area}.{name}": entry
        for area, names in tables(language).items()
        if area != "words"
        for name, entry in names.items()
    }


def test_scan_finds_codes_however_they_are_written() -> None:
    # A scan that finds nothing would make every test below green.
    assert "money.bad_currency" in uses()  # raised
    assert "invoicing.no_lines" in uses()  # a finding
    assert "matching.iban_known" in uses()  # a reason
    assert "credit.limit_exceeded" in uses()  # a constant
    assert "dunning.minimum_gap" in uses()  # returned
    assert "invoicing.negative_invoice" in uses()  # chosen by a condition
    assert uses()["ledger.unbalanced_entry"].params == {"piece", "debit", "credit"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence(language: str) -> None:
    missing = {code: use.places for code, use in uses().items() if code not in catalogue(language)}
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_idle(language: str) -> None:
    assert not set(catalogue(language)) - set(uses())


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_show_only_what_their_code_passes(language: str) -> None:
    wrong = {
        code: sorted(unknown)
        for code, entry in catalogue(language).items()
        if code in uses() and not uses()[code].is_open
        if (unknown := placeholders(entry) - uses()[code].params)
    }
    assert not wrong


def test_both_languages_show_the_same_parameters() -> None:
    different = {
        code
        for code in catalogue("fr")
        if placeholders(catalogue("fr")[code]) != placeholders(catalogue("en").get(code, {}))
    }
    assert not different


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_whole(language: str) -> None:
    for code, entry in catalogue(language).items():
        assert set(entry) <= {"title", "cause", "advice"}, code
        assert entry["title"].strip(), code
        assert not entry["title"].endswith("."), f"{code}: a title has no full stop"
        for part in ("cause", "advice"):
            text = entry.get(part, ".")
            assert text.endswith((".", "?", "!", ":", "»")), f"{code}: {part} ends nowhere"
        # Braces that are no placeholder would reach the screen as they are.
        for text in entry.values():
            assert not re.search(r"[{}]", re.sub(r"\{\{|\}\}|\{[a-z_0-9]+\}", "", text)), code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("permission", Permission),
        ("order_status", OrderStatus),
        ("dispute_reason", DisputeReason),
        ("difference_kind", DifferenceKind),
        ("transaction_status", TransactionStatus),
        ("channel", Channel),
        ("direct_debit_return", ReturnReason),
        ("invoice_kind", InvoiceKind),
    ],
)
def test_every_status_has_its_word(language: str, kind: str, values: type[StrEnum]) -> None:
    words = tables(language)["words"][kind]
    assert set(words) == {member.value for member in values}

"""The fixed words of documents, one TOML file per language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from otc_desktop.adapters.documents.formats import DocumentFormats
from otc_desktop.domain.customers.payment_terms import PaymentTerms, TermsKind
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.vat import VatCategory

# Where a customer's language has no file yet: read by most of the world.
_FALLBACK = "en"
_NO_WORDS: dict[str, Any] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Labels, units and formats of documents in one language."""

    tag: str
    formats: DocumentFormats
    labels: Mapping[str, str]
    units: Mapping[str, str]
    vat_categories: Mapping[str, str]
    vat_short: Mapping[str, str]
    terms: Mapping[str, str]

    def label(self, key: str, **values: object) -> str:
        """A fixed text with its values filled in."""
        return self.labels[key].format(**values) if values else self.labels[key]

    def unit(self, code: str) -> str:
        """A UN/ECE Rec 20 unit in words; the code itself where we have none."""
        return self.units.get(code.upper(), code)

    def vat_category(self, category: VatCategory) -> str:
        """Why no VAT is charged, in a few words."""
        return self.vat_categories[category.value]

    def vat_abbreviation(self, category: VatCategory) -> str:
        """The same, for a narrow column."""
        return self.vat_short[category.value]

    def payment_terms(self, text: str) -> str:
        """Payment terms in words; terms in a wording of their own stay as they are."""
        try:
            terms = PaymentTerms.parse(text)
        except RuleError:
            return text
        key = terms.kind.value
        if not terms.days and terms.kind is TermsKind.DAYS_THEN_END_OF_MONTH:
            key = "end_of_month"
        elif not terms.days and terms.kind is TermsKind.NET and terms.day_of_month:
            return self.terms["the_day"].format(day=terms.day_of_month)
        words = self.terms[key].format(days=terms.days)
        if terms.day_of_month:
            return self.terms["on_the_day"].format(terms=words, day=terms.day_of_month)
        return words


class Wordings:
    """All languages found in a folder of `<language>.toml` files, read once."""

    def __init__(self, folder: Path) -> None:
        contents = {
            path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
            for path in sorted(folder.glob("*.toml"))
        }
        # A file written for an earlier release speaks English where it lacks a word.
        whole = contents.get(_FALLBACK, _NO_WORDS)
        self._by_language = {
            language: _wording(content, whole) for language, content in contents.items()
        }

    def of(self, language: str) -> Wording:
        """The wording for a language such as `fr` or `fr-BE`, else the English one."""
        base = language.replace("_", "-").partition("-")[0].lower()
        return self._by_language.get(base) or self._by_language[_FALLBACK]


def _wording(content: Mapping[str, Any], fallback: Mapping[str, Any]) -> Wording:
    formats = content["formats"]

    def words(part: str) -> Mapping[str, str]:
        return {**fallback.get(part, {}), **content.get(part, {})}

    return Wording(
        tag=formats["tag"],
        formats=DocumentFormats(
            locale=formats["locale"],
            date_pattern=formats["date"],
            percent_pattern=formats["percent"],
        ),
        labels=words("labels"),
        units=words("units"),
        vat_categories=words("vat_categories"),
        vat_short=words("vat_short"),
        terms=words("payment_terms"),
    )

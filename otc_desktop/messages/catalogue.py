"""What a code means to the person who reads it: title, cause, and what to do."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from otc_desktop.domain.shared.errors import InputFileError, OtcError
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.messages.values import format_value

LANGUAGES = ("fr", "en")
_DEFAULT_LANGUAGE = "fr"
# Deliberately poorer than str.format: no attribute, no index, no conversion, so that a
# sentence can't reach into the value it shows. Doubled braces stand for themselves.
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([a-z_][a-z0-9_]*)\}")
_MISSING = "…"
_SENTENCE_END = (".", "!", "?", "…", ":")


@dataclass(frozen=True, slots=True)
class Message:
    """A code in words; `cause` and `advice` are empty where the title says it all."""

    title: str
    cause: str = ""
    advice: str = ""

    def __str__(self) -> str:
        """The parts as running text."""
        parts = [part for part in (self.title, self.cause, self.advice) if part]
        if len(parts) == 1:
            return parts[0]
        return " ".join(part if part.endswith(_SENTENCE_END) else f"{part}." for part in parts)


@dataclass(frozen=True, slots=True)
class _Sentences:
    """One language: entries by code, words by kind and value."""

    entries: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Mapping[str, str]]


@cache
def _read(path: Path) -> _Sentences:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    words = tables.pop("words", {})
    entries = {
        f"{area}.{name}": entry for area, names in tables.items() for name, entry in names.items()
    }
    return _Sentences(entries, words)


class MessageCatalogue:
    """All sentences, by code, in French and English.

    Args:
        resources: the folder that holds `messages/fr.toml` and `messages/en.toml`.

    Raises:
        OSError, tomllib.TOMLDecodeError: the program's own files are damaged.
    """

    def __init__(self, resources: Path) -> None:
        self._files = {each: resources / "messages" / f"{each}.toml" for each in LANGUAGES}
        self._read: dict[str, _Sentences] = {}

    def _language(self, language: str) -> _Sentences:
        """The sentences of a language, read when first asked for: most runs need one."""
        found = self._read.get(language)
        if found is None:
            path = self._files.get(language, self._files[_DEFAULT_LANGUAGE])
            found = self._read[language] = _read(path)
        return found

    def describe(self, code: str, params: Mapping[str, Any], language: str = "fr") -> Message:
        """The code in words; an unknown code gives a sentence that names it, never a failure."""
        entry = self._entry(code, language)
        if entry is None:
            entry = self._entry("program.unknown_code", language) or {"title": "{code}"}
            params = {**params, "code": code}

        def filled(part: str) -> str:
            return self._fill(entry.get(part, ""), params, language)

        return Message(filled("title"), filled("cause"), filled("advice"))

    def sentence(self, code: str, params: Mapping[str, Any], language: str = "fr") -> str:
        """The code as running text, for the command line, logs and reasons."""
        return str(self.describe(code, params, language))

    def for_error(self, error: OtcError, language: str = "fr") -> Message:
        """A refusal in words; for a file, with the line and column at fault."""
        message = self.describe(error.code, {"where": error.where, **error.params}, language)
        if isinstance(error, InputFileError) and error.line is not None:
            place = self.describe(
                "program.line" if error.column is None else "program.line_and_column",
                {"line": error.line, "column": error.column},
                language,
            )
            cause = f"{message.cause} {place.title}.".strip()
            return Message(message.title, cause, message.advice)
        return message

    def for_finding(self, finding: Finding, language: str = "fr") -> Message:
        """A finding in words."""
        return self.describe(finding.code, {"where": finding.where, **finding.params}, language)

    def word(self, kind: str, value: str, language: str = "fr") -> str:
        """A status, role or field's name in words; the value itself where none is known.

        Args:
            kind: `permission`, `where`, `order_status` …: a table under `[words]`.
            value: the value as the program writes it.
            language: `fr` or `en`.
        """
        return self._language(language).words.get(kind, {}).get(value, value)

    def codes(self, language: str) -> Mapping[str, Mapping[str, str]]:
        """Every entry of a language by code, for checks of completeness."""
        return self._language(language).entries

    def _entry(self, code: str, language: str) -> Mapping[str, str] | None:
        return self._language(language).entries.get(code)

    def _named(self, value: object, language: str) -> str:
        entry = self._entry(value, language) if isinstance(value, str) else None
        return format_value(value, language) if entry is None else entry["title"]

    def _fill(self, text: str, params: Mapping[str, Any], language: str) -> str:
        if "{" not in text and "}" not in text:
            return text

        def value_of(found: re.Match[str]) -> str:
            name = found[1]
            if name is None:
                return found[0][0]
            value = params.get(name)
            if value is None or value == "":
                return _MISSING
            if isinstance(value, str):
                return format_value(self.word(name, value, language), language)
            if isinstance(value, tuple):  # codes of reasons are told by their titles
                return ", ".join(self._named(each, language) for each in value)
            return format_value(value, language)

        return _PLACEHOLDER.sub(value_of, text)


def placeholders(entry: Mapping[str, str]) -> frozenset[str]:
    """The parameters that an entry's sentences show."""
    return frozenset(
        found for text in entry.values() for found in _PLACEHOLDER.findall(text) if found
    )

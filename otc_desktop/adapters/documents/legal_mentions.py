"""Legal wording, read from dated data so that a change of law is a change of data."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from otc_desktop.application.kernel.ports import DeliveredText
from otc_desktop.domain.shared.errors import RuleError

# A French company's legal sentence exists in French at least.
_LAST_RESORTS = ("en", "fr")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class _Wording:
    valid_from: date
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _ValueInWords:
    pattern: re.Pattern[str]
    texts: Mapping[str, str]


class TomlLegalMentions:
    """The sentences of `legal/mentions.toml` below the resources folder.

    Values are put into `{name}` places as plain text. A setting the data knows how to
    read (`ECB+10`) is written out in words first.
    """

    def __init__(self, resources: Path) -> None:
        content: dict[str, Any] = tomllib.loads(
            (resources / "legal" / "mentions.toml").read_text(encoding="utf-8")
        )
        self._wordings: dict[str, list[_Wording]] = defaultdict(list)
        for entry in content["mention"]:
            self._wordings[entry["key"]].append(_Wording(entry["valid_from"], _texts(entry)))
        for wordings in self._wordings.values():
            wordings.sort(key=lambda wording: wording.valid_from)
        self._values: dict[str, list[_ValueInWords]] = defaultdict(list)
        for entry in content["value"]:
            pattern = re.compile(entry["match"], re.IGNORECASE)
            self._values[entry["name"]].append(_ValueInWords(pattern, _texts(entry)))

    def text(
        self, key: str, *, language: str, on: date, values: Mapping[str, str], instead: str = ""
    ) -> str:
        """The wording in force on a date, or another `instead`, with its values filled in.

        A language the data lacks gets the English sentence.

        Raises:
            RuleError: `mentions.not_found` when no wording of the key is in force,
                `mentions.missing_value` when the wording needs a value not given.
        """
        in_force = _in_force(self._wordings.get(key, ()), on)
        if in_force is None:
            raise RuleError("mentions.not_found", key=key, language=language, on=on.isoformat())

        def filled(place: re.Match[str]) -> str:
            name = place[1]
            if name not in values:
                raise RuleError("mentions.missing_value", key=key, name=name)
            return self._in_words(name, values[name], language)

        return _PLACEHOLDER.sub(filled, instead or _in_language(in_force.texts, language))

    def in_force(self, on: date) -> Sequence[DeliveredText]:
        """All wordings in force on a date, in the order of the data."""
        return [
            DeliveredText(key=key, language=language, valid_from=found.valid_from, text=text)
            for key, wordings in self._wordings.items()
            if (found := _in_force(wordings, on)) is not None
            for language, text in found.texts.items()
        ]

    def _in_words(self, name: str, value: str, language: str) -> str:
        for known in self._values.get(name, ()):
            found = known.pattern.fullmatch(value.strip())
            if found:
                return _in_language(known.texts, language).format_map(found.groupdict())
        return value


def _in_force(wordings: Sequence[_Wording], on: date) -> _Wording | None:
    return next((each for each in reversed(wordings) if each.valid_from <= on), None)


def _texts(entry: Mapping[str, Any]) -> Mapping[str, str]:
    # `fr`, `en` … are the only two-letter keys of an entry.
    return {name: text for name, text in entry.items() if len(name) == 2}


def _in_language(texts: Mapping[str, str], language: str) -> str:
    base = language.replace("_", "-").partition("-")[0].lower()
    for choice in (base, *_LAST_RESORTS):
        if choice in texts:
            return texts[choice]
    raise KeyError(f"no wording in {base} nor in {_LAST_RESORTS}")  # the data file is broken

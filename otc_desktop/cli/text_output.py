"""The same document for a person at a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from otc_desktop.domain.shared.money import Money


def to_text(document: Mapping[str, Any]) -> str:
    """Indented names and values; a list shows one dash per thing."""
    return "\n".join(_lines(document, 0))


def _lines(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for name, content in value.items():
        if isinstance(content, Mapping):
            yield f"{indent}{name}:"
            yield from _lines(content, depth + 1)
        elif isinstance(content, Sequence) and not isinstance(content, str):
            yield f"{indent}{name}: {'-' if not content else ''}".rstrip()
            for each in content:
                if isinstance(each, Mapping):
                    inner = list(_lines(each, 0))
                    yield f"{indent}  - {'; '.join(line.strip() for line in inner)}"
                else:
                    yield f"{indent}  - {_plain(each)}"
        else:
            yield f"{indent}{name}: {_plain(content)}"


def _plain(value: object) -> str:
    if value is None:
        return "-"
    return str(value.amount) if isinstance(value, Money) else str(value)

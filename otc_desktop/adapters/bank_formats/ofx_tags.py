"""The tags of an OFX file, version 1 (SGML) and 2 (XML) alike, as a stream.

No XML parser reads it, so no entity can expand; version 1 leaves its values unclosed, which
no XML parser takes either.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from otc_desktop.adapters.bank_formats.text_bytes import decoded
from otc_desktop.domain.shared.errors import InputFileError

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9._]*)\s*(/?)>([^<]*)")
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# The groups whose content is read; anything else inside them is a value or is passed over.
GROUPS = frozenset(
    "OFX STMTRS CCSTMTRS BANKACCTFROM CCACCTFROM BANKTRANLIST STMTTRN STMTTRNP LEDGERBAL"
    " AVAILBAL PAYEE BANKACCTTO CCACCTTO BANKTRANLISTP".split()
)


@dataclass(slots=True)
class Group:
    """A group with its values by tag and the groups inside it."""

    name: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    groups: list["Group"] = field(default_factory=list)

    def value(self, *tags: str) -> str:
        """The first of these values that is not empty."""
        return next((self.values[tag] for tag in tags if self.values.get(tag)), "")

    def first(self, *names: str) -> "Group | None":
        """The first group of one of these names directly inside."""
        return next((group for group in self.groups if group.name in names), None)

    def all(self, *names: str) -> Iterator["Group"]:
        """Groups of these names at any depth."""
        for group in self.groups:
            if group.name in names:
                yield group
            else:
                yield from group.all(*names)


def read_groups(content: bytes) -> Group:
    """The groups of a file, under `OFX`.

    Raises:
        InputFileError: `bank_file.dtd_forbidden`, `bank_file.truncated_or_damaged` where a
            group is not closed.
    """
    text = decoded(content)
    if _DOCTYPE.search(text):
        raise InputFileError("bank_file.dtd_forbidden")
    root = Group("", 1)
    open_groups = [root]
    line, read_until = 1, 0
    for tag in _TAG.finditer(text):
        line += text.count("\n", read_until, tag.start())
        read_until = tag.start()
        closes, name, empty, value = tag[1], tag[2].upper(), tag[3], tag[4]
        if name not in GROUPS:
            if not closes:
                open_groups[-1].values.setdefault(name, _plain(value))
        elif not closes and not empty:
            group = Group(name, line)
            open_groups[-1].groups.append(group)
            open_groups.append(group)
        elif closes:
            if open_groups[-1].name != name:
                raise InputFileError("bank_file.truncated_or_damaged", line=line)
            open_groups.pop()
    ofx = root.first("OFX")
    if len(open_groups) > 1 or ofx is None:
        raise InputFileError("bank_file.truncated_or_damaged", line=line)
    return ofx


def _plain(value: str) -> str:
    """A value without escapes; some banks escape twice."""
    return " ".join(html.unescape(html.unescape(value)).split())

"""How the company's documents look: a layout, a colour, a logo, what the table shows."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from otc_desktop.domain.shared.errors import RuleError

HOUSE_COLOUR = "#1D4E79"
LONGEST_FOOTER = 400
_COLOUR = re.compile(r"#[0-9A-F]{6}")


class PaperTemplate(StrEnum):
    """The layouts to choose from."""

    CLASSIC = "classic"
    MODERN = "modern"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture that was checked and made fit for printing; `sha256` names its bytes."""

    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLook:
    """The choices behind every document, from the quote to the credit note.

    `colour` is `#RRGGBB`; `footer` stands above the legal identity on each page. A column
    that is not shown loses no fact: a discount then stands below its line's description
    (C. com. L441-9 wants it on the invoice).

    Raises:
        RuleError: `company.bad_colour`, `company.footer_too_long`.
    """

    template: PaperTemplate = PaperTemplate.MODERN
    colour: str = HOUSE_COLOUR
    footer: str = ""
    show_code: bool = True
    show_discount: bool = True
    show_unit: bool = True
    logo: Logo | None = None
    version: int = 0

    def __post_init__(self) -> None:
        colour = self.colour.strip().upper()
        if not _COLOUR.fullmatch(colour):
            raise RuleError("company.bad_colour", where="colour", value=self.colour[:40])
        object.__setattr__(self, "colour", colour)
        object.__setattr__(self, "footer", self.footer.strip())
        if len(self.footer) > LONGEST_FOOTER:
            raise RuleError("company.footer_too_long", where="footer", most=LONGEST_FOOTER)

    def with_logo(self, logo: Logo | None) -> Self:
        """The same look with another logo, or none."""
        return replace(self, logo=logo)


HOUSE_LOOK = PaperLook()

"""Any colour a company has gives documents that can be read."""

import pytest
from reportlab.lib.colors import Color

from otc_desktop.adapters.documents.layout.styles import (
    PAPER,
    Surface,
    contrast,
    document_styles,
)
from otc_desktop.domain.shared.paper_look import PaperTemplate

_READABLE = 4.5
_COLOURS = ("#FFFFFF", "#FFFF00", "#9AD0F5", "#808080", "#1D4E79", "#FF0000", "#000000")


@pytest.mark.parametrize("template", PaperTemplate)
@pytest.mark.parametrize("colour", _COLOURS)
def test_text_keeps_its_contrast_on_its_ground(template: PaperTemplate, colour: str) -> None:
    styles = document_styles(template, colour)
    grounds: list[tuple[Color, Color]] = [
        (styles.title.colour, PAPER),
        (styles.heading.colour, PAPER),
        (styles.heading.colour, styles.panel),
        (styles.body.colour, styles.panel),
    ]
    for surface, style in (
        (styles.shape.head, styles.table_head),
        (styles.shape.total, styles.total),
    ):
        ground = styles.accent if surface is Surface.FILLED else styles.tint
        grounds.append((style.colour, ground))
    for text, ground in grounds:
        # On a tint a little less is left than on white.
        assert contrast(text, ground) > _READABLE * 0.85

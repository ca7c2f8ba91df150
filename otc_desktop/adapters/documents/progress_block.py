"""Where works stand: the contract, what is done so far, what was invoiced before."""

from otc_desktop.adapters.documents.layout.boxes import draw_box
from otc_desktop.adapters.documents.layout.flow import Block
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import Styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.progress import ProgressFacts

_PADDING = 11.0


def progress_block(progress: ProgressFacts, wording: Wording, styles: Styles) -> Block:
    """Figures excluding tax, side by side; below them when the retention falls due."""
    formats = wording.formats
    percent = formats.percent(progress.cumulative_percent)
    cells = [
        (wording.label("contract_total"), formats.money(progress.contract_total)),
        (wording.label("cumulated", percent=percent), formats.money(progress.cumulated)),
        (wording.label("invoiced_before"), formats.money(progress.previous)),
        (
            wording.label("this_situation"),
            formats.money(progress.cumulated - progress.previous),
        ),
    ]
    note: list[str] = []
    if progress.retention is not None:
        text = wording.label(
            "retention_until",
            percent=formats.percent(progress.retention.percent),
            amount=formats.money(progress.retention.amount),
            date=formats.date(progress.retention.release_on),
        )
        note = wrap(text, styles.small, RIGHT - LEFT - 2 * _PADDING, most_lines=3)
    height = 2 * _PADDING + 25 + len(note) * styles.small.leading + (5 if note else 0)
    width = (RIGHT - LEFT - 2 * _PADDING) / len(cells)

    def draw(sheet: Sheet, top: float) -> None:
        draw_box(sheet, styles, x=LEFT, y=top, width=RIGHT - LEFT, height=height)
        y = top + _PADDING + 8
        for position, (label, figure) in enumerate(cells):
            x = LEFT + _PADDING + position * width
            sheet.write(
                "".join(wrap(label, styles.small, width - 6, most_lines=1)),
                styles.small,
                x=x,
                y=y,
            )
            sheet.write(figure, styles.strong, x=x, y=y + 14)
        sheet.write_lines(note, styles.small, x=LEFT + _PADDING, y=y + 31)

    return Block(height, draw)

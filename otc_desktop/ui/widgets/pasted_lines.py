"""Lines pasted from a spreadsheet: code, quantity, price, discount, separated by tabs."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal

MOST_LINES = 1_000


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was understood, and the rows that were not, as they stood (1-based)."""

    lines: tuple[LineInput, ...]
    refused: tuple[tuple[int, str], ...]


def is_table(text: str) -> bool:
    """Whether a text is more than one word to be typed into a field."""
    return "\t" in text or "\n" in text.strip()


def read_pasted(text: str) -> Pasted:
    """Understand pasted rows; what is not understood is handed back, never dropped."""
    lines: list[LineInput] = []
    refused: list[tuple[int, str]] = []
    for number, row in enumerate(text.splitlines(), start=1):
        if not row.strip():
            continue
        line = _line([cell.strip() for cell in row.split("\t")])
        if line is None or len(lines) >= MOST_LINES:
            refused.append((number, row.replace("\t", " | ").strip()))
        else:
            lines.append(line)
    return Pasted(tuple(lines), tuple(refused))


def _line(cells: Sequence[str]) -> LineInput | None:
    code, *figures = cells
    if not code or [cell for cell in figures[3:] if cell]:
        return None
    try:
        quantity, price, discount = (
            parse_decimal(cell.replace("€", "").replace("%", "").strip()) if cell else None
            for cell in (*figures, "", "", "")[:3]
        )
    except RuleError:
        return None
    return LineInput(
        product=code,
        quantity=Decimal(1) if quantity is None else quantity,
        unit_price=price,
        discount_percent=discount,
    )

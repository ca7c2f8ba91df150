"""From blocks to pages: a table that carries its total over, and what follows it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from otc_desktop.adapters.documents.layout.sheet import Sheet

_LEAST_SPACE = 0.4

Draw = Callable[[Sheet, float], None]


@dataclass(frozen=True, slots=True)
class Block:
    """Something drawn in one piece: its height, and how to draw it from its top edge.

    A `blank` one is white space, which may shrink where room is short.
    """

    height: float
    draw: Draw
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of a table; `running` is the total down to and with it, in print."""

    block: Block
    running: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFrame:
    """What a table repeats on every page it reaches."""

    header: Block
    carried_over: Callable[[str], Block]
    brought_forward: Callable[[str], Block]
    carry_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Where content may stand, in points from the top of the page."""

    first_top: float
    next_top: float
    bottom: float


Page = list[tuple[Block, float]]


def stacked(*blocks: Block) -> Block:
    """Blocks that must stay on one page, as one."""

    def draw(sheet: Sheet, y: float) -> None:
        for block in blocks:
            block.draw(sheet, y)
            y += block.height

    return Block(sum(block.height for block in blocks), draw)


def space(height: float) -> Block:
    """White space."""
    return Block(height, lambda _sheet, _y: None, blank=True)


def tightened(blocks: Iterable[Block]) -> list[Block]:
    """The same with as little white space as still looks meant."""
    return [space(block.height * _LEAST_SPACE) if block.blank else block for block in blocks]


def paginate(
    *,
    rows: Sequence[Row],
    closing: Block,
    tails: Iterable[Sequence[Block]],
    frame: TableFrame,
    body: Body,
) -> list[Page]:
    """Place a table, its closing totals and the tail; each page is blocks with their tops.

    The totals never stand alone: the last row goes with them to the next page. Of `tails`,
    the same content ever tighter, the first that fits sits at the foot of the page; where
    none does, the first breaks between any two blocks.
    """
    placing = _Placing(body)
    if rows and not placing.fits(frame.header.height + rows[0].block.height + frame.carry_height):
        # A heading that fills its page leaves the table to the next.
        placing.turn()
    placing.put(frame.header)
    running = ""
    for position, row in enumerate(rows):
        last = position == len(rows) - 1
        below = closing.height if last else frame.carry_height
        if position and not placing.fits(row.block.height + below):
            placing.carry(frame, running)
        placing.put(row.block)
        running = row.running
    if not placing.fits(closing.height):
        placing.carry(frame, running)
    placing.put(closing)
    placing.put_at_foot(tails)
    return placing.pages


class _Placing:
    def __init__(self, body: Body) -> None:
        self._body = body
        self._y = body.first_top
        self.pages: list[Page] = [[]]

    def fits(self, height: float) -> bool:
        return self._y + height <= self._body.bottom

    def turn(self) -> None:
        self.pages.append([])
        self._y = self._body.next_top

    def put(self, block: Block) -> None:
        self.pages[-1].append((block, self._y))
        self._y += block.height

    def carry(self, frame: TableFrame, running: str) -> None:
        self.put(frame.carried_over(running))
        self.turn()
        self.put(frame.header)
        self.put(frame.brought_forward(running))

    def put_at_foot(self, tails: Iterable[Sequence[Block]]) -> None:
        chosen: Sequence[Block] | None = None
        for tail in tails:
            height = sum(block.height for block in tail)
            if self.fits(height):
                self._y = self._body.bottom - height
                chosen = tail
                break
            chosen = tail if chosen is None else chosen
        for block in chosen or ():
            if not self.fits(block.height):
                self.turn()
            self.put(block)

"""A list of 100,000 rows: what is asked of the source, what is shown, what stays selected."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.tables.paged_model import KEPT_PAGES, PAGE_ROWS, PLACEHOLDER, PagedModel
from tests.support.big_list import COLUMNS, BigList, InvoiceRow

Settle = Callable[[], None]
LENGTH = 100_000


@pytest.fixture
def source() -> BigList:
    return BigList(LENGTH)


@pytest.fixture
def model(services: WindowServices, source: BigList) -> PagedModel[InvoiceRow]:
    return PagedModel(
        source, COLUMNS, tasks=services.tasks, formats=services.formats, parent=services.tasks
    )


def _pages(source: BigList) -> list[int]:
    return [request.offset // PAGE_ROWS for request in source.requests]


def _text(model: PagedModel[InvoiceRow], row: int, column: int = 0) -> object:
    return model.data(model.index(row, column))


def test_first_look_when_reloaded_then_reads_rows_before_it_counts(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    steps: list[str] = []
    model.loaded.connect(lambda as_new: steps.append(f"rows {model.rowCount()}"))
    model.count_changed.connect(lambda count: steps.append(f"count {count}"))
    model.reload()
    settle()
    assert steps == [f"rows {PAGE_ROWS}", f"count {LENGTH}"]
    assert model.rowCount() == model.count == LENGTH
    assert sorted(_pages(source)) == [0]
    assert {request.limit for request in source.requests} == {PAGE_ROWS}
    assert _text(model, 5) == "F2026-000005"
    assert _text(model, 0, 3) == "0,00\u00a0€"


def test_scrolling_when_far_then_asks_the_page_in_sight_and_its_neighbours_once(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    model.reload()
    settle()
    source.requests.clear()
    assert _text(model, 50_000) == PLACEHOLDER
    assert source.requests == []  # drawing asks for nothing
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.show_rows(50_000, 50_030)
    model.show_rows(50_001, 50_031)
    settle()
    assert sorted(_pages(source)) == [249, 250, 251]
    assert sorted(changed) == [49_800, 50_000, 50_200]
    assert _text(model, 50_000) == "F2026-050000"
    model.show_rows(50_000, 50_030)
    settle()
    assert len(source.requests) == 3


def test_scroll_bar_when_dragged_then_pages_out_of_sight_are_given_up(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    model.reload()
    settle()
    source.requests.clear()
    source.gate.clear()
    for row in range(10_000, 90_000, 1_000):
        model.show_rows(row, row + 30)
    source.gate.set()
    settle()
    # Three threads may each have begun one page before it went out of sight.
    assert len(source.requests) <= 3 + 3
    assert _text(model, 89_000) == "F2026-089000"


def test_pages_when_many_then_only_the_last_used_are_kept(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    model.reload()
    settle()
    for page in range(0, 120, 3):
        model.show_rows(page * PAGE_ROWS, page * PAGE_ROWS + 10)
        settle()
    kept = sum(model.row(page * PAGE_ROWS) is not None for page in range(LENGTH // PAGE_ROWS))
    assert kept == KEPT_PAGES
    assert _text(model, 0) == PLACEHOLDER


def test_answer_when_late_then_is_dropped(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    model.reload()
    settle()
    source.gate.clear()
    model.show_rows(20_000, 20_030)  # asked of the old order, answered after the new one
    model.set_request(sort="number", descending=True)
    source.gate.set()
    settle()
    assert _text(model, 0) == f"F2026-{LENGTH - 1:06d}"
    assert _text(model, 20_000) == PLACEHOLDER


def test_filter_when_changed_twice_quickly_then_only_the_last_counts(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    model.reload()
    settle()
    counts: list[int] = []
    model.count_changed.connect(counts.append)
    model.set_request(search="00001")
    model.set_request(search="09999")
    settle()
    assert counts == [len(source.rows(model.request))]
    assert "09999" in str(_text(model, 0))


def test_reload_when_rows_changed_then_shows_them_and_keeps_old_ones_meanwhile(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    model.reload()
    settle()
    source.ranks = range(1, 151)
    source.gate.clear()
    model.reload()
    assert _text(model, 0) == "F2026-000000"
    source.gate.set()
    settle()
    assert model.rowCount() == model.count == 150
    assert _text(model, 0) == "F2026-000001"


def test_list_when_it_shrinks_below_what_is_in_sight_then_shows_its_end(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    model.reload()
    settle()
    model.show_rows(90_000, 90_030)
    settle()
    source.ranks = range(300)
    model.reload()
    settle()
    assert model.rowCount() == 300
    model.show_rows(270, 299)
    settle()
    assert _text(model, 299) == "F2026-000299"


def test_source_when_it_refuses_then_says_so_and_works_at_the_next_try(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle
) -> None:
    problems: list[OtcError] = []
    model.load_failed.connect(problems.append)
    source.problem = RuleError("database.away")
    model.reload()
    settle()
    assert [problem.code for problem in problems] == ["database.away"]
    source.problem = None
    model.reload()
    settle()
    assert model.rowCount() == LENGTH


def test_positions_when_asked_by_id_then_are_those_of_rows_at_hand(
    model: PagedModel[InvoiceRow], settle: Settle
) -> None:
    model.reload()
    settle()
    assert model.positions([UUID(int=7), UUID(int=70_000)]) == {UUID(int=7): 7}
    assert model.id_at(7) == UUID(int=7)
    assert model.id_at(70_000) is None


def test_model_when_loaded_and_changed_then_keeps_qt_rules(
    model: PagedModel[InvoiceRow], source: BigList, settle: Settle, qtmodeltester: ModelTester
) -> None:
    source.ranks = range(450)
    model.reload()
    settle()
    qtmodeltester.check(model)
    source.ranks = range(20)
    model.reload()
    settle()
    source.ranks = range(430)
    model.reload()
    settle()
    assert model.rowCount() == 430
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Reste dû"

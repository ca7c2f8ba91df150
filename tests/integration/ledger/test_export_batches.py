"""Entries leave once: a second batch of the same period is refused and touches no file."""

from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.ledger.export_ledger import ExportLedger, export_ledger
from otc_desktop.domain.shared.errors import RuleError
from tests.support.line import issue, set_up

DAY = date(2026, 3, 2)


def test_a_batch_of_nothing_is_refused_and_the_handed_over_file_stays(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    issue(house)
    command = ExportLedger(
        format="csv",
        from_on=date(2026, 1, 1),
        to_on=date(2026, 12, 31),
        folder=tmp_path,
        lock=True,
    )
    first = house.use_cases.run(export_ledger, command)
    assert (first.batch, first.file.entries) == (1, 1)
    handed_over = first.file.path.read_bytes()

    with pytest.raises(RuleError) as refusal:
        house.use_cases.run(export_ledger, command)
    assert refusal.value.code == "ledger.nothing_to_export"
    assert first.file.path.read_bytes() == handed_over

    issue(house)
    second = house.use_cases.run(export_ledger, command)
    assert (second.batch, second.file.entries) == (2, 1)
    house.close()

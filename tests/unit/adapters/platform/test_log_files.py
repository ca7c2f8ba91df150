import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from otc_desktop.adapters.platform.log_files import open_log_file


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    handler = open_log_file(tmp_path / "logs", name="cli")
    assert handler is not None
    yield tmp_path / "logs" / "cli.log"
    root.removeHandler(handler)
    handler.close()
    root.setLevel(level)


@pytest.mark.parametrize(
    "text",
    [
        "cannot reach postgresql+psycopg://otc:hush@db.example/otc",
        "login failed: password=hush",
        "{'password': 'hush', 'user': 'x'}",
        'OTC_SMTP_PASSWORD="hush"',
        "send: AUTH PLAIN hush",
    ],
)
def test_no_secret_reaches_the_log(log: Path, text: str) -> None:
    logger = logging.getLogger("otc_desktop.test")
    logger.warning("%s", text)
    try:
        raise ValueError(text)
    except ValueError:
        logger.exception("it failed")
    written = log.read_text(encoding="utf-8")
    assert "hush" not in written
    assert "***" in written
    assert "ValueError" in written


def test_line_break_in_a_label_forges_no_record(log: Path) -> None:
    logging.getLogger("otc_desktop.test").info("label %s", "x\n2026-01-01 ERROR forged \x1b[2J é")
    (line,) = log.read_text(encoding="utf-8").splitlines()
    assert "label x\\n2026" in line
    assert "é" in line
    assert "\x1b" not in line


def test_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert open_log_file(tmp_path / "file" / "logs", name="cli") is None

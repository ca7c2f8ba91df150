"""Every text of the window has its French, and the compiled file is the current one."""

import re
import runpy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"


@pytest.fixture(scope="module")
def update() -> dict[str, Any]:
    return runpy.run_path(str(_FOLDER / "update.py"))


@pytest.fixture(scope="module")
def collected(update: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed texts, brought up to date with the sources."""
    texts = tmp_path_factory.mktemp("i18n") / "otc_fr.ts"
    texts.write_bytes((_FOLDER / "otc_fr.ts").read_bytes())
    update["collect"](texts)
    return texts


def test_every_text_of_the_window_has_its_french(update: dict[str, Any], collected: Path) -> None:
    assert update["unfinished"](collected) == []


def test_the_committed_texts_are_those_of_the_sources(collected: Path) -> None:
    committed = (_FOLDER / "otc_fr.ts").read_text(encoding="utf-8")
    assert collected.read_text(encoding="utf-8") == committed, "run resources/i18n/update.py"


def test_the_compiled_file_is_the_current_one(
    update: dict[str, Any], collected: Path, tmp_path: Path
) -> None:
    fresh = tmp_path / "otc_fr.qm"
    update["compile_texts"](collected, fresh)
    assert fresh.read_bytes() == (_FOLDER / "otc_fr.qm").read_bytes()


def test_french_keeps_the_places_for_values(collected: Path) -> None:
    places = re.compile(r"\{\w*\}")
    root = ElementTree.parse(collected).getroot()  # noqa: S314  # our own file
    for message in root.iter("message"):
        source, french = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(places.findall(source)) == sorted(places.findall(french)), source

"""`otc company layout` as a user types it."""

from datetime import date
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from tests.support.console import Console
from tests.support.line import set_up

DAY = "2026-11-20"


def test_the_layout_of_documents_by_the_console(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    set_up(url, tmp_path, date.fromisoformat(DAY)).close()
    otc = Console(url, tmp_path)
    logo, sample = tmp_path / "logo.jpg", tmp_path / "sample.pdf"
    Image.new("RGB", (300, 100), "navy").save(logo)
    words = ("--template", "plain", "--colour", "#1e6b52", "--logo", logo, "--columns", "unit")
    made = otc(DAY, "company", "layout", *words, "--sample", sample, "--language", "en")
    assert made["logo"]
    assert (made["template"], made["colour"]) == ("plain", "#1E6B52")
    assert made["columns"] == ["unit"]
    [page] = PdfReader(sample).pages
    assert len(page.images) == 1
    assert "Amount due" in page.extract_text()
    assert otc(DAY, "company", "layout") == {**made, "sample": None}
    assert otc.refused(DAY, "company", "layout", "--colour", "green") == ["company.bad_colour"]
    text = tmp_path / "text.png"
    text.write_text("no picture", encoding="utf-8")
    assert otc.refused(DAY, "company", "layout", "--logo", text) == ["company.bad_logo"]
    assert otc(DAY, "company", "layout", "--no-logo")["logo"] is None

"""Who may import whom: the contracts of pyproject.toml, and what a migration may lean on."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.source_tree import ROOT, imported_names


def test_import_contracts_hold() -> None:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program, "import-linter is not installed: install the dev extra"
    outcome = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "0 broken" in outcome.stdout


def test_revision_imports_nothing_of_ours() -> None:
    # A revision has to do the same in ten years, whatever the program has become.
    revisions = sorted((ROOT / "migrations" / "versions").glob("*.py"))
    assert revisions
    leaning = [
        f"{path.name}:{line} {name}"
        for path in revisions
        for line, name in imported_names(ast.parse(path.read_text(encoding="utf-8")))
        if name.startswith("otc_desktop")
    ]
    assert not leaning

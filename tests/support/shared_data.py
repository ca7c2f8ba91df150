"""Files shared by the project's developers, read in place; absent on a user's machine."""

from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[3] / "shared" / "testdata"


def shared_testdata(name: str) -> Path:
    """A shared file; the test is skipped where the folder is absent."""
    path = _FOLDER / name
    if not path.exists():
        pytest.skip(f"the shared test data is absent: {name}")
    return path

"""A second window on a file is refused; a crashed one leaves no obstacle."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from otc_desktop.adapters.platform.single_instance import WindowLock
from otc_desktop.domain.shared.errors import ConflictError, ExternalError

HOLD = """
import sys
from pathlib import Path
from otc_desktop.adapters.platform.single_instance import WindowLock
lock = WindowLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_window(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "otc.sqlite")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_second_window_is_refused_until_the_first_dies(
    tmp_path: Path, other_window: subprocess.Popen[str]
) -> None:
    lock = WindowLock(tmp_path / "otc.sqlite")
    with pytest.raises(ConflictError) as caught:
        lock.take()
    assert caught.value.code == "program.already_open"

    other_window.kill()  # a crash: nothing is tidied up
    other_window.wait()

    with lock:
        pass


def test_same_file_by_another_path_is_the_same_window(
    tmp_path: Path, other_window: subprocess.Popen[str]
) -> None:
    (tmp_path / "sub").mkdir()
    with pytest.raises(ConflictError):
        WindowLock(tmp_path / "sub" / ".." / "otc.sqlite").take()


def test_another_file_is_free(tmp_path: Path, other_window: subprocess.Popen[str]) -> None:
    with WindowLock(tmp_path / "second.sqlite"):
        pass


def test_given_back_lock_can_be_taken_again(tmp_path: Path) -> None:
    for _ in range(2):
        with WindowLock(tmp_path / "otc.sqlite"):
            pass


def test_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExternalError) as caught:
        WindowLock(tmp_path / "file" / "otc.sqlite").take()
    assert caught.value.code == "files.not_writable"

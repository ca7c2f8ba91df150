"""Files are read within limits and written whole or not at all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from otc_desktop.adapters.storage.files import LocalFiles
from otc_desktop.application.kernel.ports import FileStore
from otc_desktop.domain.shared.errors import ExternalError, InputFileError

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="uses POSIX limits and pipes")

WRITE_UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
from otc_desktop.adapters.storage.files import LocalFiles
from otc_desktop.domain.shared.errors import ExternalError
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    LocalFiles().write_atomically(Path(sys.argv[1]), (bytes(50_000) for _ in range(10)))
except ExternalError as problem:
    print(problem.code)
"""


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def files() -> FileStore:
    return LocalFiles()


def test_written_file_is_read_back(files: FileStore, tmp_path: Path) -> None:
    path = tmp_path / "Écritures 2026.txt"
    files.write_atomically(path, iter([b"a", b"", b"b" * 200_000]))
    assert files.read(path, largest=200_001) == b"a" + b"b" * 200_000
    assert _names(tmp_path) == [path.name]


def test_written_file_is_as_open_to_others_as_any(files: FileStore, tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    files.write_atomically(path, [b"x"])
    other.write_bytes(b"x")
    assert path.stat().st_mode == other.stat().st_mode


def test_no_chunk_makes_an_empty_file(files: FileStore, tmp_path: Path) -> None:
    files.write_atomically(tmp_path / "a", [])
    assert (tmp_path / "a").read_bytes() == b""


@ON_POSIX
@pytest.mark.parametrize("older", [None, b"the older file"])
def test_disk_that_fills_up_leaves_nothing_half_written(
    tmp_path: Path, older: bytes | None
) -> None:
    path = tmp_path / "fec.txt"
    if older is not None:
        path.write_bytes(older)

    run = subprocess.run(
        [sys.executable, "-c", WRITE_UNDER_A_LIMIT, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.strip() == "files.disk_full"
    assert _names(tmp_path) == ([] if older is None else [path.name])
    if older is not None:
        assert path.read_bytes() == older


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the always-full device")
def test_enospc_is_a_full_disk(files: FileStore, tmp_path: Path) -> None:
    # The real errno, at a real write, through a name that leads to the full device.
    def chunks() -> Iterator[bytes]:
        (partial,) = tmp_path.glob(".a.*.part")
        descriptor = _descriptor_of(partial)
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, descriptor)
        os.close(full)
        yield b"x"

    with pytest.raises(ExternalError) as caught:
        files.write_atomically(tmp_path / "a", chunks())
    assert (caught.value.code, caught.value.retryable) == ("files.disk_full", False)
    assert _names(tmp_path) == []


def _descriptor_of(path: Path) -> int:
    for entry in Path("/proc/self/fd").iterdir():
        try:
            if entry.readlink() == path:
                return int(entry.name)
        except OSError:
            continue
    raise AssertionError(f"{path} is not open")


def test_error_while_producing_the_content_leaves_nothing(files: FileStore, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"older")

    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise KeyError("row 12")

    with pytest.raises(KeyError):
        files.write_atomically(path, chunks())
    assert path.read_bytes() == b"older"
    assert _names(tmp_path) == ["a"]


def test_missing_folder_and_folder_in_place_are_not_writable(
    files: FileStore, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "no" / "a", tmp_path / "folder"):
        with pytest.raises(ExternalError) as caught:
            files.write_atomically(path, [b"x"])
        assert caught.value.code == "files.not_writable"
    assert _names(tmp_path) == ["folder"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_folder_without_rights_is_not_writable(files: FileStore, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExternalError) as caught:
            files.write_atomically(tmp_path / "a", [b"x"])
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.code == "files.not_writable"


def test_file_beyond_the_limit_is_refused(files: FileStore, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(11))
    assert files.read(path, largest=11) == bytes(11)
    with pytest.raises(InputFileError) as caught:
        files.read(path, largest=10)
    assert caught.value.code == "files.too_large"


def test_missing_file_is_not_found(files: FileStore, tmp_path: Path) -> None:
    with pytest.raises(InputFileError) as caught:
        files.read(tmp_path / "no", largest=10)
    assert caught.value.code == "files.not_found"


@ON_POSIX
def test_folder_pipe_and_device_are_refused_without_waiting(
    files: FileStore, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(InputFileError) as caught:
            files.read(path, largest=10)
        assert caught.value.code == "files.not_readable"

"""Where a database file should not lie."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from otc_desktop.adapters.platform.folder_risks import FolderRisk, folder_risk, is_on_network

MOUNTS = [
    ("/", "ext4", "rw"),
    ("/mnt/partage", "cifs", "rw,relatime"),
    ("/mnt/partage/local", "ext4", "rw"),
]


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive - Atelier Lumen/Compta",
        "Library/Mobile Documents/com~apple~CloudDocs",
        "Library/CloudStorage/GoogleDrive-compta",
        "Dropbox (Atelier)",
        "Google Drive/Mon Drive",
        "kDrive",
    ],
)
def test_a_folder_kept_in_step_by_a_cloud_is_told(tmp_path: Path, folder: str) -> None:
    assert folder_risk(tmp_path / folder / "otc.db", {}) is FolderRisk.CLOUD


def test_onedrive_under_another_name_is_known_by_its_variable(tmp_path: Path) -> None:
    given = {"OneDriveCommercial": str(tmp_path / "Société")}
    assert folder_risk(tmp_path / "Société" / "otc.db", given) is FolderRisk.CLOUD
    assert folder_risk(tmp_path / "Documents" / "otc.db", {**given, "OneDrive": ""}) is None


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("/home/anne/otc.db", False),
        ("/mnt/partage/otc.db", True),
        ("/mnt/partage/local/otc.db", False),
        ("/mnt/partagee/otc.db", False),
    ],
)
def test_the_innermost_mount_decides(place: str, remote: bool) -> None:
    assert is_on_network(PurePosixPath(place), MOUNTS) is remote


def test_a_drive_letter_of_a_server_is_known_by_its_options() -> None:
    mounts = [("C:\\", "NTFS", "rw,fixed"), ("S:\\", "NTFS", "rw,remote")]
    assert is_on_network(PureWindowsPath("S:\\Compta\\otc.db"), mounts)
    assert not is_on_network(PureWindowsPath("C:\\Compta\\otc.db"), mounts)

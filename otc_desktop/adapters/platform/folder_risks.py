"""Folders where a database file comes to harm: synchronised by a cloud, or on another machine."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path, PurePath

from otc_desktop.domain.shared.text import fold

# How the services name their folders, folded; the end may vary (OneDrive - Atelier Lumen).
_CLOUDS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "mon drive",
    "icloud drive",
    "icloud~",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "kdrive",
    "synologydrive",
    "box sync",
    "pcloud",
)
_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smbfs", "smb3", "afpfs", "webdav", "davfs", "fuse.sshfs", "9p"}
)


class FolderRisk(StrEnum):
    """Why a database should not lie there.

    `CLOUD`: a service copies the file while it is written, and brings back older states of it.
    `NETWORK`: the locks of a shared folder do not hold what SQLite asks of them.
    """

    CLOUD = "cloud"
    NETWORK = "network"


def folder_risk(file: Path, environment: Mapping[str, str]) -> FolderRisk | None:
    """What threatens a database file where it lies; None where nothing is known to.

    Args:
        file: the database.
        environment: the process's variables, in which OneDrive names its folder.
    """
    place = file.resolve()
    synchronised = [
        PurePath(value) for name, value in environment.items() if name.startswith("OneDrive")
    ]
    if any(place.is_relative_to(folder) for folder in synchronised if str(folder) != "."):
        return FolderRisk.CLOUD
    if any(_is_cloud(part) for part in place.parent.parts):
        return FolderRisk.CLOUD
    return FolderRisk.NETWORK if _is_remote(place) else None


def _is_cloud(part: str) -> bool:
    name = fold(part)
    return any(name == cloud or name.startswith(cloud) for cloud in _CLOUDS)


def _is_remote(place: PurePath) -> bool:
    if str(place).startswith(("\\\\", "//")):
        return True
    # 10 ms that only this question needs.
    import psutil

    return is_on_network(
        place,
        [(each.mountpoint, each.fstype, each.opts) for each in psutil.disk_partitions(all=True)],
    )


def is_on_network(place: PurePath, mounts: Iterable[tuple[str, str, str]]) -> bool:
    """Whether the innermost mount of a place is another machine's.

    Args:
        place: an absolute path.
        mounts: mount point, kind of file system and options, as the system lists them.
    """
    holding = [
        (len(PurePath(point).parts), kind, options)
        for point, kind, options in mounts
        if place.is_relative_to(PurePath(point))
    ]
    if not holding:
        return False
    _depth, kind, options = max(holding)
    return kind.lower() in _NETWORKS or "remote" in options.split(",")

import sys
from pathlib import Path

import pytest

from otc_desktop.adapters.platform.folders import UserFolders, user_folders
from otc_desktop.adapters.platform.resources import migrations_folder, resources_folder


def test_checkout_has_its_resources_and_migrations() -> None:
    assert (resources_folder() / "messages" / "fr.toml").is_file()
    assert (migrations_folder() / "env.py").is_file()


def test_frozen_build_uses_what_it_carries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_folder() == tmp_path / "resources"


def test_user_folders_are_absolute_and_made_on_demand(tmp_path: Path) -> None:
    assert all(
        path.is_absolute() and "otc-desktop" in path.parts
        for path in (user_folders().data, user_folders().config, user_folders().default_database)
    )
    folders = UserFolders(data=tmp_path / "d", config=tmp_path / "c", logs=tmp_path / "d" / "logs")
    folders.create()
    folders.create()
    assert folders.logs.is_dir()
    assert folders.default_database.parent == folders.data

"""Where the user's data, settings and logs live, by the system's own convention."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_APPLICATION = "otc-desktop"
_DATABASE = "otc.sqlite"


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The user's own folders; none of them exists before `create`."""

    data: Path
    config: Path
    logs: Path

    @property
    def default_database(self) -> Path:
        """The company's database when no other is named."""
        return self.data / _DATABASE

    def create(self) -> None:
        """Make the folders, for this user's eyes only: they hold customers and their debts."""
        for folder in (self.data, self.config, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def user_folders() -> UserFolders:
    """The folders of whoever runs the program."""
    places = PlatformDirs(_APPLICATION, appauthor=False)
    return UserFolders(
        data=places.user_data_path, config=places.user_config_path, logs=places.user_log_path
    )

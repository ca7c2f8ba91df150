"""Folders watched for bank statements."""

from sqlalchemy import delete, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories import WatchedFolder
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.banking import watched_folder as table


class SqlWatchedFolderRepository:
    """Watched folders of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, workstation: str) -> WatchedFolder | None:
        """The folder of a machine."""
        row = self._session.one(select(table).where(table.c.workstation == workstation))
        return None if row is None else WatchedFolder(**row)

    def add(self, folder: WatchedFolder) -> None:
        """A new one."""
        self._session.insert(
            table,
            {
                "id": folder.id,
                "workstation": folder.workstation,
                "path": folder.path,
                "account": folder.account,
                "version": 1,
            },
        )
        self._session.topics.add(Topic.BANK)

    def save(self, folder: WatchedFolder) -> None:
        """A changed one."""
        self._session.update_versioned(
            table, folder.id, folder.version, {"path": folder.path, "account": folder.account}
        )
        self._session.topics.add(Topic.BANK)

    def remove(self, folder: WatchedFolder) -> None:
        """Watch it no more."""
        self._session.connection.execute(delete(table).where(table.c.id == folder.id))
        self._session.changes.append(
            {
                "table": table.name,
                "id": folder.id,
                "before": {"path": folder.path, "account": folder.account},
                "after": None,
            }
        )
        self._session.topics.add(Topic.BANK)

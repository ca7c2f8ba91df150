"""The program around one database: every port and every room, joined."""

import os
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Engine
from tzlocal import get_localzone

from otc_desktop.adapters.platform.clock import FixedClock, SystemClock
from otc_desktop.adapters.platform.folder_risks import FolderRisk, folder_risk
from otc_desktop.adapters.platform.folders import user_folders
from otc_desktop.adapters.platform.ids import UuidFactory
from otc_desktop.adapters.platform.resources import migrations_folder, resources_folder
from otc_desktop.application.kernel.changes import ChangeSet
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.ports import Secrets
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import UseCases
from otc_desktop.application.scheduling.copies import Copies
from otc_desktop.bootstrap.planner import DatabasePlanner
from otc_desktop.bootstrap.ports import RealPorts
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.security.approval_limits import ADMINISTRATOR
from otc_desktop.domain.security.permissions import User
from otc_desktop.messages.catalogue import MessageCatalogue
from otc_desktop.persistence import schema
from otc_desktop.persistence.engine import open_engine
from otc_desktop.persistence.queries.registry import SqlQueries
from otc_desktop.persistence.unit_of_work import SqlUnitOfWork
from otc_desktop.scheduler.jobs import Tools
from otc_desktop.scheduler.runner import JobRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The program around one database: intents, lists, words, and the schema's keys.

    `use_cases_on` gives the same intents on another business date.
    """

    engine: Engine
    use_cases: UseCases
    use_cases_on: Callable[[date], UseCases]
    queries: SqlQueries
    messages: MessageCatalogue
    today: Callable[[], date]
    user: str
    database_url: str
    secrets: Secrets

    @property
    def database_file(self) -> Path | None:
        """The file of a SQLite database, None on a server."""
        url = self.engine.url
        return Path(url.database) if url.database and _is_sqlite(self.engine) else None

    @property
    def database_risk(self) -> FolderRisk | None:
        """What threatens the file where it lies."""
        file = self.database_file
        return None if file is None else folder_risk(file, os.environ)

    @property
    def database_name(self) -> str:
        """How to name the database to its user: never with a password."""
        file = self.database_file
        url = self.engine.url
        return file.name if file is not None else f"{url.database} @ {url.host or 'local'}"

    def upgrade(self) -> str:
        """Create the schema, or bring it up to date; returns its revision."""
        from otc_desktop.persistence.migrate import upgrade

        found = self.revision()
        if found is not None and found != schema.known_revisions(migrations_folder())[-1]:
            self.copies.back_up_before_upgrade(found)
        return upgrade(self.engine, migrations_folder())

    def bring_up_to_date(self) -> None:
        """Upgrade the schema where it isn't current; the usual start finds nothing to do."""
        if self.revision() != schema.known_revisions(migrations_folder())[-1]:
            self.upgrade()

    def reindex(self) -> int:
        """Make the search index anew; how many things it finds now."""
        from otc_desktop.persistence.search_index import rebuild_in

        return rebuild_in(self.engine)

    def revision(self) -> str | None:
        """The revision of the database, None for an empty one."""
        return schema.current_revision(self.engine)

    def make_demo(
        self, *, customers: int, invoices: int, seed: int, task: Task
    ) -> Mapping[str, int]:
        """Fill an empty database with a fictitious company; how many of each it made.

        Raises:
            RuleError: `demo.not_empty`: real books are never mixed with invented ones.
        """
        from otc_desktop.demo.generator import generate

        # Thousands of commits that nobody would miss: the disk need not confirm each.
        hurried = open_house(
            database_url=self.database_url,
            today=self.today(),
            user=self.user,
            durable=False,
        )
        try:
            return generate(
                use_cases_on=hurried.use_cases_on,
                today=self.today(),
                customers=customers,
                invoices=invoices,
                seed=seed,
                task=task,
            )
        finally:
            hurried.close()

    def require_current_schema(self) -> None:
        """Refuse a database that is not at this program's schema."""
        schema.require_current(self.engine, migrations_folder())

    @property
    def jobs(self) -> JobRunner:
        """What the program does by itself."""

        def back_up() -> Path:
            # What copies need is loaded by the first copy, not by every start of the window.
            return self.copies.back_up_today()

        tools = Tools(
            use_cases=self.use_cases,
            words=lambda refusal: str(self.messages.for_error(refusal)),
            back_up=back_up,
        )
        return JobRunner(
            tools,
            zone=get_localzone(),
            holder=f"{platform.node()} {os.getpid()}",
        )

    @property
    def planner(self) -> DatabasePlanner:
        """The system's own task planner."""
        return DatabasePlanner(self.database_url)

    @property
    def copies(self) -> Copies:
        """Copies of the books: made, put back; and the books moved elsewhere."""
        from otc_desktop.bootstrap.copies import DatabaseCopies

        file = self.database_file
        url = self.engine.url
        home = file.parent if file is not None else user_folders().default_database.parent
        return DatabaseCopies(
            self.engine,
            file=file,
            name=file.stem if file is not None else str(url.database),
            folder=home / "backups",
            migrations=migrations_folder(),
            secrets=self.secrets,
            now=SystemClock().now,
        )

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_house(
    *,
    database_url: str = "",
    today: date | None = None,
    user: str = "",
    role: str = ADMINISTRATOR,
    durable: bool = True,
) -> House:
    """Build the program around a database; nothing is read or written yet.

    Args:
        database_url: `sqlite:///path` or `postgresql+psycopg://…`; the user's own file
            when empty.
        today: the business date; the system's when None.
        user: who acts; the system's login name when empty.
        role: of the user, whose approval limit holds; the team mode will look it up.
        durable: commits wait for the disk; only invented data can do without.

    Raises:
        RuleError: `database.bad_url`.
    """
    if not database_url:
        folders = user_folders()
        folders.create()
        database_url = f"sqlite:///{folders.default_database}"
    resources = resources_folder()
    engine = open_engine(database_url, durable=durable)
    clock = SystemClock() if today is None else FixedClock(today)
    ids = UuidFactory()
    ports = RealPorts(resources)
    actor = User(user or _login_name(), role=role)
    workstation = platform.node()

    def use_cases_by(clock: SystemClock) -> UseCases:
        def make_context(name: str, publish: Callable[[ChangeSet], None]) -> Context:
            def unit_of_work(*, read_only: bool) -> SqlUnitOfWork:
                return SqlUnitOfWork(
                    engine,
                    user=actor.name,
                    workstation=workstation,
                    use_case=name,
                    today=clock.today(),
                    now=clock.now,
                    publish=publish,
                    read_only=read_only,
                )

            return Context(
                user=actor,
                workstation=workstation,
                today=clock.today(),
                now=clock.now,
                new_id=ids.new_id,
                unit_of_work=lambda: unit_of_work(read_only=False),
                snapshot=lambda: unit_of_work(read_only=True),
                ports=ports,
                account_scheme=DEFAULT_SCHEME,
            )

        return UseCases(make_context)

    return House(
        engine=engine,
        use_cases=use_cases_by(clock),
        use_cases_on=lambda day: use_cases_by(FixedClock(day)),
        queries=SqlQueries(engine, today=clock.today, issued_files=lambda: ports.issued_files),
        messages=MessageCatalogue(resources),
        today=clock.today,
        user=actor.name,
        database_url=database_url,
        secrets=ports.secrets,
    )


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"

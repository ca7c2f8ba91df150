"""`otc init`, `otc db`."""

from typing import Any

from otc_desktop.application.company.init_company import (
    InitCompany,
    check_company_file,
    init_company,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House


def init(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Create or upgrade the database, and set the company."""
    command = InitCompany(path=options.company)
    # A faulty file is refused before the database is made.
    house.use_cases.run(check_company_file, command, task)
    revision = house.upgrade()
    company = house.use_cases.run(init_company, command, task)
    return {"company": company.name, "siren": company.siren, "schema": revision}


def upgrade(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Bring the schema up to date."""
    return {"schema": house.upgrade()}


def current(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Show the schema's revision, and what threatens the file where it lies."""
    return {"schema": house.revision(), "risk": house.database_risk}


def reindex(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make the search index anew."""
    return {"entries": house.reindex()}

"""Deliveries of a database made before credit counted them are valued by the migration."""

import importlib.util
from decimal import Decimal
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import select, update

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.persistence.tables.sales import delivery
from tests.support.credit import DAY, confirm, deliver
from tests.support.databases import MIGRATIONS
from tests.support.line import set_up


def test_old_deliveries_get_the_value_they_would_have_had(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    lines = tuple(
        LineInput(
            description="Lampe",
            quantity=Decimal(quantity),
            unit_price=Decimal(price),
            discount_percent=Decimal(discount),
            vat_rate=Decimal(rate),
        )
        for quantity, price, discount, rate in (
            ("3.5", "19.905", "12.5", "20"),
            ("1", "0.335", "0", "20"),
            ("7", "33.333333", "0", "5.5"),
        )
    )
    command = CreateOrder(customer="C0001", lines=lines)
    deliver(house, confirm(house, house.use_cases.run(create_order, command)))
    specification = importlib.util.spec_from_file_location(
        "credit_revision", MIGRATIONS / "versions" / "0009_credit.py"
    )
    assert specification is not None
    assert specification.loader is not None
    revision = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(revision)
    value = select(delivery.c.value_incl_tax_minor)
    with house.engine.begin() as connection:
        before = connection.execute(value).scalar_one()
        connection.execute(update(delivery).values(value_incl_tax_minor=0))
        with Operations.context(MigrationContext.configure(connection)):
            revision._value_deliveries()  # what the upgrade runs
        assert connection.execute(value).scalar_one() == before > 0
    house.close()

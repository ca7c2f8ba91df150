"""Documents of a database made before their references had rows of their own keep them."""

from collections.abc import Mapping
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, Table, select, update

from otc_desktop.persistence import migrate
from otc_desktop.persistence.tables import customers, invoicing, sales
from tests.support.databases import MIGRATIONS
from tests.support.guarded_rows import put


def _bare(table: Table, given: Mapping[str, Any], connection: Connection) -> Any:
    return put(connection, table, **given)["id"]


def test_old_documents_name_what_they_named(empty: Engine) -> None:
    with empty.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0014")
        customer_id = _bare(customers.customer, {"code": "C0001"}, connection)
        order = {"customer_id": customer_id, "number": "CO2026-00001"}
        order_id = _bare(sales.sales_order, order, connection)
        delivery = {
            "order_id": order_id,
            "customer_id": customer_id,
            "number": "BL2026-00001",
        }
        delivery_id = _bare(sales.delivery, delivery, connection)
        invoice_id = _bare(
            invoicing.invoice,
            {
                "customer_id": customer_id,
                "kind": "invoice",
                "order_id": order_id,
                "delivery_id": delivery_id,
            },
            connection,
        )
        number = update(invoicing.invoice).where(invoicing.invoice.c.id == invoice_id)
        connection.execute(number.values(number="F2026-00001"))
        note = {"customer_id": customer_id, "kind": "credit_note", "credits_id": invoice_id}
        note_id = _bare(invoicing.invoice, note, connection)
    migrate.upgrade(empty, MIGRATIONS)
    named, orders, deliveries = (
        invoicing.invoice_reference.c,
        invoicing.invoice_order.c,
        invoicing.invoice_delivery.c,
    )
    with empty.connect() as connection:
        [found] = connection.execute(select(named.invoice_id, named.named_id, named.number))
        assert tuple(found) == (note_id, invoice_id, "F2026-00001")
        [found] = connection.execute(select(orders.invoice_id, orders.order_id, orders.billed))
        assert tuple(found) == (invoice_id, order_id, True)
        [found] = connection.execute(select(deliveries.delivery_id, deliveries.billed))
        assert tuple(found) == (delivery_id, True)

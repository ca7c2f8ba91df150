"""Own words of invoices go on to hold for credit notes and deposits, which they worded before."""

from uuid import uuid4

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, insert, select

from otc_desktop.persistence import migrate
from otc_desktop.persistence.tables.mail_templates import mail_template
from tests.support.databases import MIGRATIONS


def test_own_words_of_invoices_hold_for_what_they_worded(empty: Engine) -> None:
    with empty.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0029")
        for name, language in (("invoice_sent", "fr"), ("quote_sent", "en")):
            values = {
                "id": uuid4(),
                "name": name,
                "language": language,
                "subject": "Pièce",
                "body": "Bonjour",
                "in_force": True,
                "version": 3,
            }
            connection.execute(insert(mail_template).values(values))
    migrate.upgrade(empty, MIGRATIONS)
    columns = mail_template.c
    query = select(columns.name, columns.language, columns.subject, columns.version)
    with empty.connect() as connection:
        kept = {tuple(row) for row in connection.execute(query.where(columns.in_force.is_(True)))}
        assert len(set(connection.execute(select(columns.id)).scalars())) == 4
    assert kept == {
        ("invoice_sent", "fr", "Pièce", 3),
        ("credit_note_sent", "fr", "Pièce", 1),
        ("deposit_sent", "fr", "Pièce", 1),
        ("quote_sent", "en", "Pièce", 3),
    }

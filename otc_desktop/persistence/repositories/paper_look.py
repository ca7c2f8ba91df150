"""How the company's documents look, as a database keeps it."""

from sqlalchemy import select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.shared.errors import ConflictError
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK, Logo, PaperLook, PaperTemplate
from otc_desktop.persistence.repositories.archive import SqlArchiveRepository
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.company import paper_look
from otc_desktop.persistence.tables.invoicing import blob

_LOOK = select(paper_look, blob.c.content.label("logo")).outerjoin(
    blob, blob.c.sha256 == paper_look.c.logo_sha256
)


class SqlPaperLook:
    """The one row of the look."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> PaperLook:
        """The company's look, or the house's while it chose none."""
        row = self._session.one(_LOOK)
        if row is None:
            return HOUSE_LOOK
        logo = row["logo"]
        return PaperLook(
            template=PaperTemplate(row["template"]),
            colour=row["colour"],
            footer=row["footer"],
            show_code=row["show_code"],
            show_discount=row["show_discount"],
            show_unit=row["show_unit"],
            logo=None if logo is None else Logo(sha256=row["logo_sha256"], content=bytes(logo)),
            version=row["version"],
        )

    def save(self, look: PaperLook) -> None:
        """A changed look; its logo is kept once."""
        logo = look.logo
        if logo is not None:
            SqlArchiveRepository(self._session).keep(logo.content)
        values = {
            "template": look.template.value,
            "colour": look.colour,
            "footer": look.footer,
            "show_code": look.show_code,
            "show_discount": look.show_discount,
            "show_unit": look.show_unit,
            "logo_sha256": None if logo is None else logo.sha256,
        }
        known = self._session.one(select(paper_look), lock=True)
        if known is None and look.version == 0:
            self._session.insert(paper_look, {"id": 1, **values, "version": 1})
        elif known is None:
            raise ConflictError("database.changed_meanwhile", table=paper_look.name)
        else:
            self._session.update_versioned(paper_look, 1, look.version, values)
        self._session.topics.add(Topic.COMPANY)

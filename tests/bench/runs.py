"""What is measured. Each run makes its own data first, unmeasured."""

import os
import random
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from uuid import UUID

from PIL import Image

from otc_desktop.adapters.documents.renderer import ReportLabRenderer
from otc_desktop.application.banking.import_statement import (
    ImportStatement,
    import_statement,
)
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.list_drafts import ListDrafts, list_drafts
from otc_desktop.application.kernel.task import SilentTask, Task
from otc_desktop.application.ledger.export_ledger import ExportLedger, export_ledger
from otc_desktop.bootstrap import House
from otc_desktop.domain.matching.candidates import Claim, Memory, Receipt
from otc_desktop.domain.matching.engine import propose
from otc_desktop.domain.matching.limits import limits_in
from otc_desktop.domain.matching.scoring import DEFAULT_THRESHOLD
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.difference_limits import DEFAULT_LIMITS
from otc_desktop.domain.shared.errors import Cancelled
from otc_desktop.domain.shared.ids import BankTransactionId, CustomerId, InvoiceId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.paper_look import PaperLook
from otc_desktop.ui.invoicing.batches import run_batch
from tests.bench.books import fill_customers, fill_journal, fill_open_items
from tests.bench.measure import Watch
from tests.support.company_files import Movement, write_statement
from tests.support.invoices import a_line, an_invoice
from tests.support.line import draft, set_up

DAY = date(2026, 11, 20)
# What somebody types, 51 questions key by key: the beginning of many names, a name, a code, a
# number, typos, a phrase, nothing known.
TYPED = ("bala", "durand", "B000777", "000 000 777", "duarnd", "eclairrage", "chava sarl", "zzzzz")
_CUSTOMERS_OF_MATCHING = 200


def issuing(size: int, watch: Watch) -> None:
    """Drafts issued one by one: number, PDF/A-3 with XML, archive, open item, entry, audit."""
    with tempfile.TemporaryDirectory() as folder:
        house = set_up(f"sqlite:///{folder}/b.sqlite", Path(folder), DAY)
        ids = [draft(house) for _ in range(size)]
        with watch:
            for each in ids:
                house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=each))


def batching(size: int, watch: Watch) -> None:
    """One batch of drafts, stopped by its user half-way and taken up again, then proved."""
    with tempfile.TemporaryDirectory() as folder:
        house = set_up(f"sqlite:///{folder}/b.sqlite", Path(folder), DAY)
        for _ in range(size):
            draft(house)

        def issue_one(each: InvoiceId, _: Task) -> str:
            return house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=each)).invoice.number

        numbers: list[str] = []
        with watch:
            for stop_after in (size // 2, size):
                left = house.use_cases.run(list_drafts, ListDrafts())
                outcome = run_batch(left, issue_one, _StoppedAfter(stop_after))
                numbers += [number for _, number in outcome.done]
        assert numbers == [f"F2026-{place:05d}" for place in range(1, size + 1)]
        checks = house.queries.verification.run_checks(SilentTask())
        assert all(check.ok for check in checks)


class _StoppedAfter:
    """A task whose user presses Cancel once so many are done."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._done = 0

    def progress(self, done: int, total: int) -> None:
        self._done = done

    def check_cancelled(self) -> None:
        if self._done == self._most:
            raise Cancelled


def drawing(size: int, watch: Watch) -> None:
    """The PDF alone: three lines, two VAT rates, a logo, the code for the bank."""
    renderer = ReportLabRenderer(Path(__file__).parents[2] / "resources")
    picture = BytesIO()
    Image.new("RGB", (600, 200), "navy").save(picture, "PNG")
    look = PaperLook(logo=renderer.logo(picture.getvalue(), name="logo.png"))
    lines = [a_line("Lampe de bureau Aube"), a_line("Pose", vat="10"), a_line("Ampoule")]
    invoices = [an_invoice(lines=lines, number=f"F2026-{place:05d}") for place in range(size)]
    renderer.invoice_pdf(invoices[0], look)
    with watch:
        for invoice in invoices:
            renderer.invoice_pdf(invoice, look)


def importing(size: int, watch: Watch) -> None:
    """One CAMT.053 file read, checked, fingerprinted and stored."""
    with tempfile.TemporaryDirectory() as folder:
        house = set_up(f"sqlite:///{folder}/b.sqlite", Path(folder), DAY)
        movements = [
            Movement(f"{place % 900 + 1}.50", f"VIR FACTURE F2026-{place:05d}", f"CLIENT {place}")
            for place in range(size)
        ]
        file = write_statement(Path(folder) / "s.xml", movements, day=DAY.isoformat())
        with watch:
            house.use_cases.run(import_statement, ImportStatement(path=file))


def recognising(size: int, watch: Watch) -> None:
    """The same movements a second time, as a CSV: every one is to be found known."""
    with tempfile.TemporaryDirectory() as folder:
        house = set_up(f"sqlite:///{folder}/b.sqlite", Path(folder), DAY)
        run = house.use_cases.run
        movements = [
            Movement(f"{place % 90 + 1}.50", f"VIR FACTURE F2026-{place:05d}", f"CLIENT {place}")
            for place in range(size)
        ]
        file = write_statement(Path(folder) / "s.xml", movements, day=DAY.isoformat())
        run(import_statement, ImportStatement(path=file))
        table = Path(folder) / "s.csv"
        rows = "".join(
            f"{DAY.isoformat()};{each.party} {each.label};{each.amount}\n" for each in movements
        )
        table.write_text("Date;Libellé;Montant\n" + rows, encoding="utf-8")
        with watch:
            (imported,) = run(import_statement, ImportStatement(path=table))
        assert imported.duplicates == size


def matching(size: int, watch: Watch) -> None:
    """The engine alone: `size` receipts against twice as many open invoices."""
    lucky = random.Random(size)  # noqa: S311 - sample data
    customers = [CustomerId(UUID(int=place)) for place in range(_CUSTOMERS_OF_MATCHING)]
    claims = [
        Claim(
            id=OpenItemId(UUID(int=place)),
            number=f"F2026-{place:06d}",
            customer_id=customers[place % len(customers)],
            open=Money(Decimal(lucky.randrange(1_000, 900_000)) / 100, EUR),
            issued_on=DAY - timedelta(days=60),
            due_on=DAY - timedelta(days=place % 60),
        )
        for place in range(2 * size)
    ]
    receipts = []
    for place in range(size):
        claim = claims[2 * place]
        text = f"VIR SEPA FACT {claim.number}" if lucky.random() < 0.8 else "VIREMENT"
        receipts.append(
            Receipt(
                id=BankTransactionId(UUID(int=place)),
                amount=claim.open,
                booked_on=DAY,
                text=text,
                counterparty=f"CLIENT {claim.customer_id.int}",
                counterparty_account="",
            )
        )
    names = {f"client {each.int}": each for each in customers}
    with watch:
        propose(
            receipts,
            claims,
            Memory({}, names),
            threshold=DEFAULT_THRESHOLD,
            limits=limits_in(EUR, DEFAULT_LIMITS),
        )


def exporting(size: int, watch: Watch) -> None:
    """A FEC of `size` lines, checked while it is written."""
    with tempfile.TemporaryDirectory() as folder:
        house = set_up(f"sqlite:///{folder}/b.sqlite", Path(folder), DAY)
        fill_journal(house.engine, size)
        command = ExportLedger(
            format="fec",
            from_on=date(2026, 1, 1),
            to_on=date(2026, 12, 31),
            folder=Path(folder),
        )
        with watch:
            house.use_cases.run(export_ledger, command)


def starting(size: int, watch: Watch) -> None:
    """From nothing imported to the first painted window, on `size` open invoices."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/b.sqlite"
        house = set_up(url, Path(folder), DAY)
        fill_open_items(house.engine, size)
        house.close()
        with watch:
            _paint_a_window(url)


def searching(size: int, watch: Watch) -> None:
    """Ctrl+K after each key of names, codes, phrases and typos, on `size` customers (SQLite)."""
    with tempfile.TemporaryDirectory() as folder:
        house = set_up(f"sqlite:///{folder}/b.sqlite", Path(folder), DAY)
        _search(house, size, watch)


def searching_server(size: int, watch: Watch) -> None:
    """The same on a PostgreSQL server."""
    import pgserver

    with tempfile.TemporaryDirectory(prefix="otc-bench-") as folder:
        server = pgserver.get_server(folder, cleanup_mode="stop")
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        house = set_up(url, Path(folder), DAY)
        _search(house, size, watch)
        server.cleanup()


def _search(house: House, size: int, watch: Watch) -> None:
    fill_customers(house.engine, size)
    # The first question loads what every later one finds in memory.
    house.queries.finding.find("durand", SilentTask(), most=5)
    with watch:
        for typed in TYPED:
            for end in range(2, len(typed) + 1):
                house.queries.finding.find(typed[:end], SilentTask(), most=5)
    house.close()


def _paint_a_window(url: str) -> None:
    from PySide6.QtCore import QEventLoop, QSettings
    from PySide6.QtWidgets import QApplication

    from otc_desktop.adapters.platform.resources import resources_folder
    from otc_desktop.application.company.find_company import FindCompany, find_company
    from otc_desktop.bootstrap.window import make_window
    from otc_desktop.ui.kernel.services import make_services
    from tests.support.line import house_on

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(f"{folder}/w.ini", QSettings.Format.IniFormat)
        services = make_services(
            application,
            resources=resources_folder(),
            translate_error=lambda problem: (problem.code, "", ""),
            settings=settings,
        )
        house = house_on(url, DAY)
        company = house.use_cases.run(find_company, FindCompany())
        assert company is not None
        window = make_window(house, services, company)
        window.show()
        loop = QEventLoop()
        services.tasks.idle.connect(loop.quit)
        if services.tasks.busy():
            loop.exec()
        window.grab()
        services.tasks.shutdown()
        house.close()

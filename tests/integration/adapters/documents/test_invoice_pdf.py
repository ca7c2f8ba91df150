"""The invoice PDF, rendered for real and read back with another library."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from otc_desktop.adapters.documents.renderer import ReportLabRenderer
from otc_desktop.application.kernel.ports import DocumentRenderer
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind, Mention
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK, PaperLook, PaperTemplate
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from tests.support.invoices import (
    MENTIONS,
    SELLER,
    a_buyer,
    a_credit_note,
    a_line,
    an_invoice,
    preceding_of,
)

RESOURCES = Path(__file__).parents[4] / "resources"
_PAGE_WIDTH = 595.28
_MARGIN = 45.0
CREDIT = InvoiceKind.CREDIT_NOTE


@pytest.fixture(scope="module")
def renderer() -> DocumentRenderer:
    return ReportLabRenderer(RESOURCES)


def _pages(renderer: DocumentRenderer, invoice: Invoice, look: PaperLook = HOUSE_LOOK) -> list[str]:
    """The text of each page, spaces as a reader sees them."""
    reader = PdfReader(BytesIO(renderer.invoice_pdf(invoice, look)))
    return [re.sub(r"[ \t]+", " ", page.extract_text()) for page in reader.pages]


def _text(renderer: DocumentRenderer, invoice: Invoice) -> str:
    return "\n".join(_pages(renderer, invoice))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _fonts(page: PageObject) -> list[DictionaryObject]:
    resources = cast(DictionaryObject, page["/Resources"])
    fonts = cast(DictionaryObject, resources["/Font"])
    return [cast(DictionaryObject, font.get_object()) for font in fonts.values()]


def test_one_line_invoice_shows_every_mandatory_mention(renderer: DocumentRenderer) -> None:
    invoice = an_invoice(
        lines=[
            a_line(
                "Lampe de bureau Aube",
                quantity="120",
                unit_price="19.90",
                discount="5",
                product_code="P-01",
            )
        ],
        purchase_order="PO-778",
        supplied_on=date(2026, 11, 18),
    )

    text = _text(renderer, invoice)

    for mention in (
        "Facture",
        "N° F2026-00412",
        "Date d’émission 20/11/2026",
        "Date d’échéance 20/12/2026",
        "Livraison / prestation 18/11/2026",
        "Votre commande PO-778",
        "Code client C0001",
        # seller: CGI ann. II art. 242 nonies A, C. com. R123-237
        "Atelier Lumen SAS",
        "12 rue des Lilas\n69003 Lyon",
        "compta@atelier-lumen.example",
        "SAS au capital de 50 000 €",
        "RCS Lyon 732 829 320",
        "SIRET 732 829 320 00074",
        "N° TVA FR44732829320",
        "NAF 2740Z",
        # buyer
        "Menuiserie Durand & Fils",
        "4 place du Marché\nBâtiment B\n33000 Bordeaux",
        "SIREN 552 100 554",
        "N° TVA FR40552100554",
        # line: 120 × 19.90 − 5 % = 2 268.60
        "Lampe de bureau Aube 120 pièce 19,90 5 % 20 % 2 268,60",
        "Réf. P-01",
        # totals
        "TVA 20 % 2 268,60 € 453,72 €",
        "Total HT 2 268,60 €",
        "Total TVA 453,72 €",
        "Total TTC 2 722,32 €",
        "Net à payer 2 722,32 €",
        # payment
        "À régler au plus tard le 20/12/2026",
        "IBAN FR76 3000 6000 0112 3456 7890 189",
        "BIC AGRIFRPP",
        "Page 1 sur 1",
    ):
        assert mention in text
    assert "paiement à 30 jours date de facture" in _flat(text)
    for legal in MENTIONS:
        assert legal.text in _flat(text)


def test_supply_date_equal_to_the_issue_date_is_not_repeated(renderer: DocumentRenderer) -> None:
    assert "Livraison / prestation" not in _text(
        renderer, an_invoice(supplied_on=date(2026, 11, 20))
    )


def test_forty_lines_repeat_the_heading_and_carry_the_total(renderer: DocumentRenderer) -> None:
    lines = [a_line(f"Article {n:02}", quantity=str(n), unit_price="10.00") for n in range(1, 41)]

    pages = _pages(renderer, an_invoice(lines=lines))

    assert len(pages) > 1
    shown_before = 0
    for position, page in enumerate(pages, start=1):
        assert ("Désignation Quantité Unité" in page) == (shown_before < 40)
        assert f"Page {position} sur {len(pages)}" in page
        assert "RCS Lyon 732 829 320" in page
        assert "F2026-00412" in page
        shown = shown_before + sum(f"Article {n:02} " in page for n in range(1, 41))
        carried = _flat(f"{10 * shown * (shown + 1) // 2:,}".replace(",", " ") + ",00 €")
        brought = _flat(f"{10 * shown_before * (shown_before + 1) // 2:,}".replace(",", " "))
        assert (f"À reporter {carried}" in page) == (shown < 40)
        assert (f"\nReport {brought},00 €" in page) == (0 < shown_before < 40)
        shown_before = shown
    assert shown_before == 40
    assert any("Net à payer 9 840,00 €" in page and "Article 40" in page for page in pages)


@pytest.mark.parametrize("count", range(9, 20))
def test_totals_never_stand_on_a_page_without_a_line(
    renderer: DocumentRenderer, count: int
) -> None:
    lines = [a_line(f"Article {n:02}", product_code=f"P{n}") for n in range(count)]
    pages = _pages(renderer, an_invoice(lines=lines))
    page = next(page for page in pages if "Net à payer" in page)
    assert "Article" in page


def test_three_rates_with_discount_and_charge_show_the_invoices_totals(
    renderer: DocumentRenderer,
) -> None:
    invoice = an_invoice(
        lines=[
            a_line("Lampe Aube", unit_price="1000.00"),
            a_line("Livre", vat="5.5", quantity="3", unit_price="24.90"),
            a_line("Formation", vat="10", unit="DAY", unit_price="850"),
        ],
        adjustments=[
            Adjustment(
                kind=AdjustmentKind.ALLOWANCE,
                description="Remise de fidélité",
                amount=Money.of("12.50", EUR),
                vat=standard("20"),
            ),
            Adjustment(
                kind=AdjustmentKind.CHARGE,
                description="Port",
                amount=Money.of("15.00", EUR),
                vat=standard("20"),
            ),
        ],
    )

    text = _text(renderer, invoice)

    for mention in (
        "Formation 1 jour 850,00 10 % 850,00",
        "Remise de fidélité 20 % -12,50",
        "Port 20 % 15,00",
        "TVA 20 % 1 002,50 € 200,50 €",
        "TVA 10 % 850,00 € 85,00 €",
        "TVA 5,5 % 74,70 € 4,11 €",
        "Total des lignes HT 1 924,70 €",
        "Remises -12,50 €",
        "Frais 15,00 €",
        "Total HT 1 927,20 €",
        "Total TVA 289,61 €",
        "Total TTC 2 216,81 €",
        "Net à payer 2 216,81 €",
    ):
        assert mention in text


def test_totals_are_read_and_not_recomputed(renderer: DocumentRenderer) -> None:
    invoice = an_invoice()
    odd = replace(invoice.totals, total_vat=Money.of("19.99", EUR))
    assert "Total TVA 19,99 €" in _text(renderer, replace(invoice, totals=odd))


def test_very_long_description_flows_over_pages_and_loses_nothing(
    renderer: DocumentRenderer,
) -> None:
    words = [f"mot{n}" for n in range(2500)]
    pages = _pages(renderer, an_invoice(lines=[a_line(" ".join(words)), a_line("Après")]))
    assert len(pages) > 2
    shown = set(" ".join(pages).split())
    assert shown.issuperset(words)
    assert "Après 1 pièce" in pages[-1]


@pytest.mark.parametrize("template", PaperTemplate)
@pytest.mark.parametrize("size", [1, 7, 8, 9, 36, 37, 38, 39, 40, 60])
def test_nothing_is_drawn_outside_the_page(
    renderer: DocumentRenderer, size: int, template: PaperTemplate
) -> None:
    long = "N" * 400
    invoice = an_invoice(
        number="F" * 35,
        lines=[
            a_line("W" * 36 * size, quantity="999999999999.9999", unit_price="12345.678901"),
            a_line("x", product_code=long, unit="Z" * 90, discount="33.3333"),
        ],
        purchase_order=long,
        seller=replace(
            SELLER, name=long, email=long, rcs_city=long, address=Address(line1=long, city=long)
        ),
        buyer=a_buyer(name=long, code=long, vat_number=long, contact_name=long),
        payment_terms=long,
        mentions=(Mention("X", long * 30),),
    )
    other = replace(invoice, contract_reference=long, preceding=preceding_of(CREDIT, long))
    look = PaperLook(template=template, footer="W" * 400)
    reader = PdfReader(BytesIO(renderer.invoice_pdf(other, look)))

    starts: list[tuple[float, float]] = []

    def visit(text: str, _cm: object, tm: list[float], *_font: object) -> None:
        if text.strip():
            starts.append((tm[4], tm[5]))

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    assert len(starts) > 20
    assert all(_MARGIN - 1 <= x <= _PAGE_WIDTH - _MARGIN for x, _y in starts)
    assert all(20 <= y <= 820 for _x, y in starts)


def test_totals_that_find_no_room_below_a_single_line_take_the_next_page(
    renderer: DocumentRenderer,
) -> None:
    long = "N" * 400
    address = Address(line1=long, line2=long, city=long)
    invoice = an_invoice(
        lines=[a_line("\n".join(["ligne"] * 8))],
        seller=replace(SELLER, name=long, address=address, email=long, phone=long),
        purchase_order="N" * 60,
        buyer=a_buyer(name=long, address=address, contact_name=long, vat_number=long),
    )
    # The layout whose facts stand below both columns, so that little room is left.
    pages = _pages(renderer, invoice, PaperLook(template=PaperTemplate.CLASSIC))
    assert len(pages) == 2
    assert "À reporter 100,00 €" in pages[0]
    assert "\nReport 100,00 €" in pages[1]
    assert "Net à payer 120,00 €" in pages[1]


def test_a_heading_that_fills_its_page_leaves_the_table_to_the_next(
    renderer: DocumentRenderer,
) -> None:
    long = "N" * 400
    address = Address(line1=long, line2=long, city=long)
    invoice = an_invoice(
        lines=[a_line("\n".join(["ligne"] * 8))],
        seller=replace(SELLER, name=long, address=address, email=long, phone=long),
        buyer=a_buyer(name=long, address=address, contact_name=long, vat_number=long),
        purchase_order=long,
    )
    first, second = _pages(renderer, invoice, PaperLook(template=PaperTemplate.CLASSIC))
    assert "Désignation" not in first
    assert "Désignation" in second
    assert "Net à payer 120,00 €" in second


def test_foreign_customer_reads_english_formats_and_the_currency_code(
    renderer: DocumentRenderer,
) -> None:
    invoice = an_invoice(
        language="en",
        currency=Currency("USD"),
        lines=[
            a_line(
                "Desk lamp Dawn",
                quantity="1000",
                unit_price="1234.56",
                vat=VatTreatment(VatCategory.EXPORT, Decimal(0)),
            )
        ],
        buyer=a_buyer(
            name="Acme Lighting Inc.",
            siren="",
            vat_number="",
            address=Address(line1="500 Main Street", city="Portland", country="US"),
        ),
        mentions=(Mention("VAT", "VAT exempt export, art. 262 I"),),
    )

    text = _text(renderer, invoice)

    for mention in (
        "Invoice",
        "No. F2026-00412",
        "Issue date 20 Nov 2026",
        "Due date 20 Dec 2026",
        "United States",
        "69003 Lyon\nFrance",
        "Desk lamp Dawn 1,000 piece 1,234.56 Export 1,234,560.00",
        "Export outside the EU USD 1,234,560.00 USD 0.00",
        "Amount due USD 1,234,560.00",
        "SAS with share capital of €50,000",
        "30 days from the invoice date",
        "VAT exempt export, art. 262 I",
        "Page 1 of 1",
    ):
        assert mention in text
    assert "SIREN" not in text.split("Billed to")[1].split("Description")[0]


def test_credit_note_names_the_invoice_and_asks_for_no_payment(
    renderer: DocumentRenderer,
) -> None:
    text = _text(renderer, a_credit_note(lines=[a_line("Retour lampe", quantity="2")]))
    assert "Avoir" in text
    assert "N° A2026-00007" in text
    assert "sur facture n° F2026-00398" in text
    assert "Net en votre faveur 240,00 €" in text
    for absent in ("IBAN", "Net à payer", "échéance 20/12/2026", "À régler"):
        assert absent not in text


def test_markup_like_text_is_printed_as_it_stands(renderer: DocumentRenderer) -> None:
    name = '<b>&Co <font color="red"> </para> &amp; {number} %s'
    invoice = an_invoice(
        lines=[a_line("<img src=x> &euro; <a href='x'>")],
        buyer=a_buyer(name=name, code="<i>&"),
        purchase_order="<u>",
        mentions=(Mention("X", "<br/>{x}"),),
    )
    text = _flat(_text(renderer, invoice))
    for mention in (name, "<img src=x> &euro; <a href='x'>", "<i>&", "<u>", "<br/>{x}"):
        assert mention in text


def test_letters_no_font_has_are_marked_and_never_break(renderer: DocumentRenderer) -> None:
    invoice = an_invoice(
        lines=[a_line("Zażółć 上海 😀 \x00\u202e fin \ud800"), a_line("\u200b")],
        buyer=a_buyer(name="Čížek \ud800 \x07GmbH"),
        seller=replace(SELLER, name="Atelier \ud800"),
    )
    text = _flat(_text(renderer, invoice))
    assert "Zażółć ?? ? fin ?" in text
    assert "Čížek ? GmbH" in text


def test_same_invoice_gives_the_same_bytes_in_any_renderer_and_thread(
    renderer: DocumentRenderer,
) -> None:
    invoices = [an_invoice(lines=[a_line(f"Lampe {n} €éß")], number=f"F{n}") for n in range(8)]
    alone = [renderer.invoice_pdf(invoice) for invoice in invoices]
    other = ReportLabRenderer(RESOURCES)
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(other.invoice_pdf, invoices))
    assert together == alone
    assert len(set(alone)) == len(alone)


def test_every_font_is_embedded_as_a_subset(renderer: DocumentRenderer) -> None:
    lines = [a_line("Zażółć Ωμέγα Привет № " * 3) for _ in range(30)]
    reader = PdfReader(BytesIO(renderer.invoice_pdf(an_invoice(lines=lines))))
    fonts = [font for page in reader.pages for font in _fonts(page)]
    assert fonts
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+", str(font["/BaseFont"]))
        assert "/FontFile2" in cast(DictionaryObject, font["/FontDescriptor"])
        assert "/ToUnicode" in font


def test_metadata_names_title_author_subject_language_and_date(
    renderer: DocumentRenderer,
) -> None:
    reader = PdfReader(BytesIO(renderer.invoice_pdf(an_invoice())))
    metadata = reader.metadata
    assert metadata is not None
    assert metadata.title == "Facture F2026-00412"
    assert metadata.author == "Atelier Lumen SAS"
    assert metadata.subject == "Facture n° F2026-00412 du 20/11/2026 – Menuiserie Durand & Fils"
    assert str(cast(DictionaryObject, reader.trailer["/Root"])["/Lang"]) == "fr-FR"
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == date(2026, 11, 20)


def test_thirty_vat_groups_are_all_shown(renderer: DocumentRenderer) -> None:
    lines = [
        a_line(
            f"Service {n}",
            unit_price=str(1000 + n),
            vat=VatTreatment(VatCategory.EXEMPT, Decimal(0), reason=f"motif {n:02}"),
        )
        for n in range(30)
    ]
    text = _text(renderer, an_invoice(lines=lines))
    for n in range(30):
        assert f"Exonéré de TVA 1 {n:03},00 € 0,00 €" in text

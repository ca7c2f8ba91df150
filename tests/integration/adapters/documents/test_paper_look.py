"""What documents say and look like in every layout: drawn for real, read back by PDFium."""

import re
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageDraw
from pypdf import PdfReader

from otc_desktop.adapters.documents.renderer import ReportLabRenderer
from otc_desktop.application.kernel.sales_paper import PaperKind, SalesPaper
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind
from otc_desktop.domain.invoicing.progress import ProgressFacts, Retention
from otc_desktop.domain.invoicing.references import (
    DeliveryReference,
    DepositDeduction,
    OrderReference,
    PrecedingDocument,
    Relation,
)
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.ids import DeliveryId, InvoiceId, SalesOrderId, WorksContractId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK, PaperLook, PaperTemplate
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.vat import standard
from tests.support.invoices import BUYER, SELLER, a_credit_note, a_line, an_invoice

RESOURCES = Path(__file__).parents[4] / "resources"
SOME = UUID("01900000-0000-7000-8000-00000000000a")
EVERY_LAYOUT = [PaperLook(template=each, colour="#B45309") for each in PaperTemplate]


@pytest.fixture(scope="module")
def renderer() -> ReportLabRenderer:
    return ReportLabRenderer(RESOURCES)


def _pages(pdf: bytes) -> list[str]:
    """The text of each page, spaces as a reader sees them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            re.sub(r"\s+", " ", page.get_textpage().get_text_range().replace("\u00a0", " "))
            for page in document
        ]
    finally:
        document.close()


def _text(pdf: bytes) -> str:
    return " ".join(_pages(pdf))


def _codes(pdf: bytes) -> list[str]:
    """What a phone reads on all pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            code.text
            for page in document
            for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil().convert("L"))
        ]
    finally:
        document.close()


def _png(size: tuple[int, int] = (900, 300)) -> bytes:
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((10, 10, size[0] - 10, size[1] - 10), fill=(200, 30, 30, 255))
    output = BytesIO()
    picture.save(output, "PNG")
    return output.getvalue()


def _named(number: str, relation: Relation) -> PrecedingDocument:
    return PrecedingDocument(number=number, issued_on=date(2026, 10, 2), relation=relation)


def _delivery(number: str, first_line: int, place: str = "") -> DeliveryReference:
    return DeliveryReference(
        delivery_id=DeliveryId(SOME),
        order_id=SalesOrderId(SOME),
        number=number,
        delivered_on=date(2026, 11, 12),
        ship_to=place,
        first_line=first_line,
    )


def _euros(text: str) -> Money:
    return Money.of(text, EUR)


def _final_invoice() -> Invoice:
    """Two deliveries of a month less a deposit: 3 × 420 + 12 × 55 − 500 = 1 420."""
    invoice = an_invoice(
        lines=[
            a_line("Bureau", quantity="3", unit_price="420"),
            a_line("Chaise", quantity="12", unit_price="55"),
            a_line("Acompte du 2 octobre", quantity="-1", unit_price="500"),
        ]
    )
    return replace(
        invoice,
        deliveries=(
            _delivery("BL2026-7", 0, "Chantier Nord\n59000 Lille"),
            _delivery("BL2026-8", 1),
        ),
        deductions=(
            DepositDeduction(
                deposit_id=InvoiceId(SOME),
                number="F2026-00301",
                line=2,
                basis=_euros("500"),
                vat=standard("20"),
            ),
        ),
        preceding=(_named("F2026-00301", Relation.DEPOSIT),),
        period_from=date(2026, 11, 1),
        period_to=date(2026, 11, 30),
        contract_reference="CT-2026-8",
        orders=(
            OrderReference(
                order_id=SalesOrderId(SOME), number="CO2026-00012", purchase_order="PO-991"
            ),
        ),
    )


def _situation(retention: Retention | None = None) -> Invoice:
    invoice = an_invoice(
        lines=[a_line("Gros œuvre", unit_price="10000", nature=LineNature.SERVICES)]
    )
    return replace(
        invoice,
        progress=ProgressFacts(
            contract_id=WorksContractId(SOME),
            situation=3,
            cumulative_percent=Decimal("62.5"),
            contract_total=_euros("50000"),
            cumulated=_euros("31250"),
            previous=_euros("21250"),
            retention=retention,
        ),
    )


@pytest.mark.parametrize("look", EVERY_LAYOUT)
def test_a_final_invoice_names_deliveries_orders_period_and_deducted_deposits(
    renderer: ReportLabRenderer, look: PaperLook
) -> None:
    text = _text(renderer.invoice_pdf(_final_invoice(), look))
    for said in (
        "Livraison BL2026-7 du 12/11/2026 – Chantier Nord, 59000 Lille Bureau 3 pièce",
        "Livraison BL2026-8 du 12/11/2026 Chaise 12 pièce",
        "Acomptes déduits Acompte du 2 octobre -1 pièce",
        "CT-2026-8",
        "PO-991",
        "CO2026-00012",
        "Total HT avant acomptes 1 920,00 €",
        "Acomptes déduits HT -500,00 €",
        "Total HT 1 420,00 €",
        "Net à payer 1 704,00 €",
    ):
        assert said in text
    assert re.search(r"Période facturée.*du 01/11/2026 au 30/11/2026", text)
    assert re.search(r"Factures d’acompte.*F2026-00301 du 02/10/2026", text)


def test_one_delivery_stands_with_the_key_dates(renderer: ReportLabRenderer) -> None:
    invoice = replace(an_invoice(), deliveries=(_delivery("BL2026-7", 0, "Dépôt Sud"),))
    text = _text(renderer.invoice_pdf(invoice))
    assert "Bon de livraison BL2026-7 du 12/11/2026" in text
    assert "Lieu de livraison Dépôt Sud" in text


def test_the_customers_own_address_is_not_repeated(renderer: ReportLabRenderer) -> None:
    home = f"{BUYER.name}\n{BUYER.address.line1}\n33000 Bordeaux"
    invoice = replace(an_invoice(), deliveries=(_delivery("BL2026-7", 0, home),))
    assert "Lieu de livraison" not in _text(renderer.invoice_pdf(invoice))


@pytest.mark.parametrize("look", EVERY_LAYOUT)
def test_a_situation_shows_progress_and_what_is_kept_back(
    renderer: ReportLabRenderer, look: PaperLook
) -> None:
    kept = Retention(percent=Decimal(5), amount=_euros("600"), release_on=date(2027, 11, 20))
    pdf = renderer.invoice_pdf(_situation(kept), look)
    text = _text(pdf)
    for said in (
        "Situation de travaux",
        "Situation n° 3 · avancement cumulé 62,5 %",
        "Marché HT",
        "50 000,00 €",
        "31 250,00 €",
        "21 250,00 €",
        "Total TTC 12 000,00 €",
        "Retenue de garantie 5 % -600,00 €",
        "Net à payer 11 400,00 €",
        "exigible le 20/11/2027",
    ):
        assert said in text
    [code] = _codes(pdf)
    assert "EUR11400.00" in code


def test_a_corrective_invoice_names_the_one_it_replaces(renderer: ReportLabRenderer) -> None:
    wrong = replace(
        an_invoice(),
        kind=InvoiceKind.CORRECTIVE,
        preceding=(_named("F2026-3", Relation.CORRECTED),),
    )
    text = _text(renderer.invoice_pdf(wrong))
    assert "Facture rectificative" in text
    assert "annule et remplace la facture n° F2026-3" in text
    assert "F2026-3 du 02/10/2026" in text


def test_a_global_credit_note_names_every_invoice(renderer: ReportLabRenderer) -> None:
    numbers = [f"F2026-{number:05}" for number in range(30)]
    note = replace(
        a_credit_note(),
        kind=InvoiceKind.GLOBAL_CREDIT_NOTE,
        preceding=tuple(_named(number, Relation.CREDITED) for number in numbers),
    )
    text = _text(renderer.invoice_pdf(note))
    assert "Avoir global" in text
    assert "30 documents, voir plus bas" in text
    for number in numbers:
        assert f"{number} du 02/10/2026" in text


@pytest.mark.parametrize("look", EVERY_LAYOUT)
def test_a_banking_app_reads_the_open_amount(renderer: ReportLabRenderer, look: PaperLook) -> None:
    invoice = an_invoice(lines=[a_line(quantity="3", unit_price="411.52")])
    pdf = renderer.invoice_pdf(invoice, look)
    assert _codes(pdf) == [
        "BCD\n002\n1\nSCT\nAGRIFRPP\nAtelier Lumen SAS\nFR7630006000011234567890189\n"
        "EUR1481.47\n\n\nF2026-00412"
    ]
    text = _text(pdf)
    assert "À régler au plus tard le 20/12/2026" in text
    assert "FR76 3000 6000 0112 3456 7890 189" in text


@pytest.mark.parametrize(
    "invoice",
    [
        a_credit_note(),
        an_invoice(currency=Currency("USD")),
        an_invoice(lines=[a_line(unit_price="0")]),
        an_invoice(seller=replace(SELLER, iban="")),
        an_invoice(lines=[a_line(unit_price="999999999.99")]),
        replace(an_invoice(), frame_case=FrameCase.PAID),
    ],
)
def test_nothing_to_transfer_has_no_code(renderer: ReportLabRenderer, invoice: Invoice) -> None:
    assert _codes(renderer.invoice_pdf(invoice)) == []


def test_an_invoice_paid_at_once_asks_for_nothing(renderer: ReportLabRenderer) -> None:
    text = _text(renderer.invoice_pdf(replace(an_invoice(), frame_case=FrameCase.PAID)))
    assert "Déjà réglé -120,00 €" in text
    assert "Net à payer 0,00 €" in text
    assert "À régler" not in text


@pytest.mark.parametrize("look", EVERY_LAYOUT)
def test_carried_totals_add_up_on_every_page(renderer: ReportLabRenderer, look: PaperLook) -> None:
    lines = [a_line(f"Article {n:02}.", quantity=str(n), unit_price="10") for n in range(1, 91)]
    pages = _pages(renderer.invoice_pdf(an_invoice(lines=lines), look))
    assert len(pages) > 2
    before = 0
    for position, page in enumerate(pages, start=1):
        assert f"Page {position} sur {len(pages)}" in page
        so_far = before + sum(10 * int(n) for n in re.findall(r"Article (\d\d)\.", page))
        brought = re.search(r"\bReport ([\d ]+),00 €", page)
        carried = re.search(r"À reporter ([\d ]+),00 €", page)
        if "Article" in page:
            assert "Désignation Quantité" in page
        if brought:
            assert int(brought[1].replace(" ", "")) == before
        if carried:
            assert int(carried[1].replace(" ", "")) == so_far
        assert bool(carried) == (so_far < 40_950)
        before = so_far
    assert before == 40_950


@pytest.mark.parametrize("look", EVERY_LAYOUT)
def test_fonts_are_embedded_and_the_file_says_what_it_is(
    renderer: ReportLabRenderer, look: PaperLook
) -> None:
    logo = renderer.logo(_png(), name="logo.png")
    for pdf in (
        renderer.invoice_pdf(_final_invoice(), look.with_logo(logo)),
        renderer.sales_pdf(_pro_forma(), look.with_logo(logo)),
    ):
        reader = PdfReader(BytesIO(pdf))
        assert reader.metadata is not None
        assert reader.metadata.author == "Atelier Lumen SAS"
        assert reader.metadata.subject
        assert reader.root_object["/Lang"] == "fr-FR"
        for page in reader.pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                descriptor = font.get_object()["/FontDescriptor"]
                assert "/FontFile2" in descriptor
                assert re.match(r"/[A-Z]{6}\+", font.get_object()["/BaseFont"])


def _pro_forma() -> SalesPaper:
    invoice = an_invoice()
    return SalesPaper(
        kind=PaperKind.PRO_FORMA,
        number="PF2026-00001",
        language="fr",
        issued_on=date(2026, 11, 20),
        seller=SELLER,
        buyer=BUYER,
        currency=EUR,
        lines=invoice.lines,
        adjustments=(),
        totals=invoice.totals,
        payment_terms="30 days",
        mentions=("Document sans valeur comptable.",),
    )


def test_a_pro_forma_is_marked_across_the_page_and_can_not_be_paid(
    renderer: ReportLabRenderer,
) -> None:
    pdf = renderer.sales_pdf(_pro_forma())
    assert "PRO FORMA" in _text(pdf)
    assert "Document sans valeur comptable." in _text(pdf)
    assert _codes(pdf) == []


def test_hidden_columns_lose_no_discount(renderer: ReportLabRenderer) -> None:
    invoice = an_invoice(lines=[a_line(discount="5", product_code="P-1", unit="HUR")])
    shown = _text(renderer.invoice_pdf(invoice))
    assert "Quantité Unité PU HT (€) Remise TVA" in shown
    assert "Réf. P-1" in shown
    look = PaperLook(show_code=False, show_discount=False, show_unit=False)
    hidden = _text(renderer.invoice_pdf(invoice, look))
    assert "Quantité PU HT (€) TVA" in hidden
    assert "Réf. P-1" not in hidden
    assert "heure" not in hidden
    assert "Remise 5 %" in hidden


def test_logo_and_footer_stand_on_the_page(renderer: ReportLabRenderer) -> None:
    look = PaperLook(logo=renderer.logo(_png(), name="a.png"), footer="Ouvert le samedi")
    pdf = renderer.invoice_pdf(an_invoice(), look)
    [image] = PdfReader(BytesIO(pdf)).pages[0].images
    assert image.image is not None
    red, green, blue = image.image.convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert red > 150
    assert max(green, blue) < 80
    assert "Ouvert le samedi" in _text(pdf)
    assert not PdfReader(BytesIO(renderer.invoice_pdf(an_invoice()))).pages[0].images


def test_the_same_document_in_one_look_has_the_same_bytes(renderer: ReportLabRenderer) -> None:
    look = PaperLook(logo=renderer.logo(_png(), name="a.png"))
    first = renderer.invoice_pdf(an_invoice(), look)
    assert renderer.invoice_pdf(an_invoice(), HOUSE_LOOK) != first
    assert renderer.invoice_pdf(an_invoice(), look) == first


def _jpeg_of_another_size() -> bytes:
    output = BytesIO()
    Image.new("RGB", (12, 400), "red").save(output, "JPEG")
    return output.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "company.bad_logo"),
        (b"GIF89a" + bytes(100), "company.bad_logo"),
        (_png()[:200], "company.bad_logo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "company.bad_logo"),
        (bytes(5_000_001), "company.logo_too_large"),
        (_png((9_000, 3_000)), "company.logo_too_large"),
        (_jpeg_of_another_size(), "company.logo_too_small"),
    ],
)
def test_a_file_that_is_no_fit_logo_is_refused(
    renderer: ReportLabRenderer, content: bytes, code: str
) -> None:
    with pytest.raises(InputFileError) as refused:
        renderer.logo(content, name="logo.png")
    assert refused.value.code == code


def test_a_large_logo_is_made_small(renderer: ReportLabRenderer) -> None:
    logo = renderer.logo(_png((4_000, 1_000)), name="logo.png")
    with Image.open(BytesIO(logo.content)) as kept:
        assert kept.width <= 640
    assert len(logo.content) < 50_000


def test_another_language_is_one_more_file(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    shutil.copy(RESOURCES / "documents" / "en.toml", folder)
    (folder / "de.toml").write_text(
        '[formats]\ntag = "de-DE"\nlocale = "de_DE"\ndate = "dd.MM.yyyy"\n'
        'percent = "{figure} %"\n[labels]\ninvoice = "Rechnung"\nto_pay = "Zu zahlen"\n'
        'issued_on = "Rechnungsdatum"\n[units]\nC62 = "Stück"\n',
        encoding="utf-8",
    )
    pdf = ReportLabRenderer(tmp_path).invoice_pdf(
        an_invoice(language="de", lines=[a_line(quantity="15")])
    )
    text = _text(pdf)
    assert "Rechnung" in text
    assert "Rechnungsdatum 20.11.2026" in text
    assert "Stück" in text
    assert "Zu zahlen 1.800,00 €" in text
    # What the file lacks is said in English.
    assert "Scan to pay" in text
    assert PdfReader(BytesIO(pdf)).root_object["/Lang"] == "de-DE"


def test_sentences_close_up_rather_than_take_a_page_of_their_own(
    renderer: ReportLabRenderer,
) -> None:
    look = PaperLook(template=PaperTemplate.CLASSIC)
    sentences = [each.text for each in an_invoice().mentions]
    assert len(sentences) > 1
    found = set()
    for count in range(1, 12):
        lines = [a_line(f"Article {each}") for each in range(count)]
        text, *further = _pages(renderer.invoice_pdf(an_invoice(lines=lines), look))
        if not further:
            apart, run_on = " ".join(sentences), " · ".join(sentences)
            assert apart in text or run_on in text
            found.add(run_on in text)
    assert found == {False, True}

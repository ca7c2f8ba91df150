"""Files as other programs export them are imported without editing, and again without harm."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.company.import_mappings import (
    ForgetMapping,
    SaveMapping,
    SuggestMapping,
    forget_mapping,
    save_mapping,
    suggest_mapping,
)
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.customers.import_headers import KIND as CUSTOMERS
from otc_desktop.application.kernel.import_columns import Recognition
from otc_desktop.application.kernel.import_mapping import ImportMapping
from otc_desktop.application.kernel.imports import Fate, ImportResult, ImportTable
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.kernel.use_case import UseCase
from otc_desktop.application.receivables.import_open_items import (
    ImportOpenItems,
    import_open_items,
)
from otc_desktop.application.stock.import_stock import ImportStock, import_stock
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import InputFileError, NotFoundError, RuleError
from tests.support.line import set_up

DAY = date(2026, 11, 20)
SAMPLES = Path(__file__).parents[2] / "data" / "imports"
IMPORTS: dict[str, tuple[UseCase[Any, ImportResult], type[ImportTable], list[str]]] = {
    "dolibarr_tiers.csv": (import_customers, ImportCustomers, ["CU2401-0001", "CU2401-0002"]),
    "odoo_res_partner.csv": (import_customers, ImportCustomers, ["C00001", "C00002"]),
    "sage100_clients.txt": (import_customers, ImportCustomers, ["00042", "CDUPONT", "CZOLA"]),
    "sage50_clients.csv": (import_customers, ImportCustomers, ["000123", "000124"]),
    "ebp_clients.csv": (import_customers, ImportCustomers, ["CLI0001", "CLI0002"]),
    "dolibarr_produits.csv": (import_products, ImportProducts, ["VIS-4x40", "POSE-H"]),
    "odoo_product.csv": (import_products, ImportProducts, ["DESK-01", "CONS-J"]),
    "ebp_articles.csv": (import_products, ImportProducts, ["ART001", "ART002"]),
    "ciel_articles.txt": (import_products, ImportProducts, ["0007", "0008"]),
    "excel_encours.csv": (import_open_items, ImportOpenItems, ["F-0101", "F-0102", "A-0007"]),
}


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    made.close()


def _write(folder: Path, text: str, name: str = "fichier.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_samples_when_imported_twice_then_created_once(house: House) -> None:
    run = house.use_cases.run
    for name, (use_case, command, keys) in IMPORTS.items():
        first = run(use_case, command(path=SAMPLES / name))
        assert [row.key for row in first.rows] == keys, name
        assert (first.created, first.rejected, first.applied) == (len(keys), (), True), name
        again = run(use_case, command(path=SAMPLES / name))
        assert (again.created, again.updated, again.unchanged) == (0, 0, len(keys)), name
    assert [
        each for each in house.queries.verification.run_checks(SilentTask()) if not each.ok
    ] == []


def test_sample_of_sage_when_read_then_titles_and_totals_are_no_rows(house: House) -> None:
    result = house.use_cases.run(
        import_customers, ImportCustomers(path=SAMPLES / "sage100_clients.txt", dry_run=True)
    )

    assert [(each.line, each.reason) for each in result.skipped] == [
        (7, "import.foot_line"),
        (8, "import.header_again"),
        (10, "import.totals_line"),
    ]
    assert result.ignored == ("Qualité", "Abrégé")
    assert not result.applied


def test_lost_zeros_when_they_can_be_known_then_restored_with_a_remark(house: House) -> None:
    run = house.use_cases.run
    rows = run(import_customers, ImportCustomers(path=SAMPLES / "ebp_clients.csv")).rows
    remarks = [(each.code, each.where) for row in rows for each in row.findings]
    assert ("import.zero_restored", "siren") in remarks
    assert ("import.zero_restored", "postal_code") in remarks


def test_scientific_number_when_in_a_siret_then_the_row_is_refused(
    house: House, tmp_path: Path
) -> None:
    path = _write(tmp_path, "Code;Nom;SIRET\nC9;Un;7,32829E+13\nC10;Deux;\n")

    result = house.use_cases.run(import_customers, ImportCustomers(path=path))

    assert [(each.row, each.column, each.finding.code) for each in result.rejected] == [
        (2, "siret", "import.scientific_notation")
    ]
    assert [row.fate for row in result.rows] == [Fate.REJECTED, Fate.CREATED]
    assert not result.applied


def test_known_customer_when_changed_then_the_row_says_what_changes(
    house: House, tmp_path: Path
) -> None:
    path = _write(tmp_path, "Code;Ville\nC0001;Dijon\nC0002;\n")

    result = house.use_cases.run(import_customers, ImportCustomers(path=path, dry_run=True))

    changes = {row.key: [(each.before, each.after) for each in row.changes] for row in result.rows}
    assert result.updated == 2
    assert changes["C0001"][0][1] == "Dijon"
    assert changes["C0002"][0][1] == ""


def test_customer_without_code_when_its_siret_is_known_then_it_is_updated(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    run(import_customers, ImportCustomers(path=SAMPLES / "dolibarr_tiers.csv"))
    path = _write(tmp_path, "Raison sociale;SIRET;Ville\nDupré;73282932000074;Ceyzériat\n")

    result = run(import_customers, ImportCustomers(path=path))

    [row] = result.rows
    assert (row.fate, row.key) == (Fate.UPDATED, "CU2401-0001")
    assert [each.code for each in row.findings] == ["import.matched_without_code"]


def test_error_cell_and_broken_line_when_met_then_only_their_rows_are_refused(
    house: House, tmp_path: Path
) -> None:
    path = _write(tmp_path, "Code;Nom;Ville\nC7;Un;#N/A\nC8;Deux\nC9;Trois;Lyon\n")

    result = house.use_cases.run(import_customers, ImportCustomers(path=path, accept_partial=True))

    assert [(each.row, each.finding.code) for each in result.rejected] == [
        (2, "sheet.bad_cell"),
        (3, "sheet.broken_line"),
    ]
    assert (result.created, result.applied) == (1, True)


def test_mapping_when_saved_then_the_next_file_with_these_headers_is_read_by_it(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    path = _write(tmp_path, "Clef;Enseigne;Contrôle\nK1;Chez Zoé;552100554\nK2;Deux;732829320\n")
    with pytest.raises(InputFileError, match=r"sheet\.no_header"):
        run(import_customers, ImportCustomers(path=path))
    preview = run(suggest_mapping, SuggestMapping(path=path, kind=CUSTOMERS))
    assert [guess.why for guess in preview.guesses] == [
        Recognition.NONE,
        Recognition.NONE,
        Recognition.CONTENT,
    ]
    assert preview.guesses[2].column == "siren"
    mapping = ImportMapping(
        kind="customers",
        titles=preview.titles,
        columns=("code", "name", ""),
        constants={"city": "Lyon"},
        title="Caisse",
    )
    run(save_mapping, SaveMapping(mapping=mapping))
    run(save_mapping, SaveMapping(mapping=mapping))

    result = run(import_customers, ImportCustomers(path=path))

    assert (result.created, result.mapping, result.ignored) == (2, "Caisse", ("Contrôle",))
    seen = run(suggest_mapping, SuggestMapping(path=path, kind=CUSTOMERS))
    assert (seen.remembered, seen.guesses[0].why) == ("Caisse", Recognition.REMEMBERED)
    wider = _write(tmp_path, "Enseigne;Clef;Autre\nTrois;K3;x\n", "autre.csv")
    assert run(import_customers, ImportCustomers(path=wider)).created == 1
    [kept] = house.queries.import_mappings("customers")
    assert kept.id is not None
    run(forget_mapping, ForgetMapping(mapping_id=kept.id))
    with pytest.raises(InputFileError, match=r"sheet\.no_header"):
        run(import_customers, ImportCustomers(path=path))
    with pytest.raises(NotFoundError):
        run(forget_mapping, ForgetMapping(mapping_id=kept.id))


def test_constants_when_the_file_lacks_a_column_then_they_stand_in(
    house: House, tmp_path: Path
) -> None:
    path = _write(tmp_path, "Réf.;Désignation;Prix de vente\nA1;Vis;0,05\n")

    result = house.use_cases.run(
        import_products, ImportProducts(path=path, constants={"vat_rate": "20"})
    )

    assert (result.created, result.rejected) == (1, ())
    with pytest.raises(RuleError, match=r"import\.unknown_column"):
        house.use_cases.run(import_products, ImportProducts(path=path, constants={"vat": "20"}))


def test_stock_when_counted_then_it_is_set_and_again_nothing_moves(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    run(import_products, ImportProducts(path=SAMPLES / "ebp_articles.csv"))
    path = _write(
        tmp_path, "Code article;Quantité comptée;Emplacement\nART001;1 007,5;A-3\nNIX;4;\n"
    )

    refused = run(import_stock, ImportStock(path=path))
    assert [each.finding.code for each in refused.rejected] == ["catalogue.unknown_product"]
    taken = run(import_stock, ImportStock(path=path, accept_partial=True))
    [row] = [each for each in taken.rows if each.fate is Fate.UPDATED]
    assert [(each.field, each.before, each.after) for each in row.changes] == [
        ("quantity", "12", "1007.5"),
        ("location", "", "A-3"),
    ]
    again = run(import_stock, ImportStock(path=path, accept_partial=True))
    assert (again.updated, again.unchanged) == (0, 1)

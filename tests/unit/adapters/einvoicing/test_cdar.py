"""Life cycle messages: the public examples read and written again, mutants refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from otc_desktop.adapters.einvoicing.cdar import CdarMessages
from otc_desktop.domain.invoicing.status_message import StatusMessage, check_told
from otc_desktop.domain.shared.errors import RuleError
from tests.support.cdv_rules import broken_rules
from tests.support.shared_data import shared_testdata

_SAMPLES = "einvoicing/samples/cdar-1.4"
_SCHEMA = "einvoicing/validators/xsd/cdar-d22b/CrossDomainAcknowledgementAndResponse_100pD22B.xsd"
# File, status, its instant, when the platform had the invoice, who wrote it.
_EXPECTED = {
    "01-CDV-200_Deposee": ("200", "2025-07-01 15:10:00", "15:10", "WK"),
    "01-CDV-200_Deposee_POUR_PPF": ("200", "2025-07-01 15:10:00", "15:10", "WK"),
    "02-CDV-202_Recue": ("202", "2025-07-01 16:10:00", "16:10", "WK"),
    "03-CDV-203_Mise_a_disposition": ("203", "2025-07-01 16:25:00", "16:10", "WK"),
    "04-CDV-204_Prise_en_charge": ("204", "2025-07-01 18:00:00", "16:10", "BY"),
    "05-CDV-205_Approuvee": ("205", "2025-07-02 10:00:00", "16:10", "BY"),
    "06-CDV-211_Paiement_transmis": ("211", "2025-07-30 10:00:00", "16:10", "BY"),
    "07-CDV-212_Encaissee": ("212", "2025-08-02 10:00:00", "15:10", "SE"),
    "07-CDV-212_Encaissee_POUR_PPF": ("212", "2025-08-02 10:00:00", "15:10", "SE"),
}


def _sample(name: str) -> bytes:
    return (shared_testdata(_SAMPLES) / f"UC1_F202500003_{name}.xml").read_bytes()


def _read(name: str) -> StatusMessage:
    return CdarMessages().read(_sample(name))


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(shared_testdata(_SCHEMA))))


def test_every_public_example_is_expected() -> None:
    folder: Path = shared_testdata(_SAMPLES)
    found = {each.stem.removeprefix("UC1_F202500003_") for each in folder.glob("*.xml")}
    assert found == set(_EXPECTED)


@pytest.mark.parametrize("name", _EXPECTED)
def test_an_example_says_what_it_says(name: str) -> None:
    message = _read(name)
    code, at, received, issuer = _EXPECTED[name]
    (told,) = message.told
    check_told(told)
    assert (told.number, told.type_code, told.seller_siren) == ("F202500003", "380", "100000009")
    assert told.issued_on == date(2025, 7, 1)
    assert (told.code, str(message.at), message.issuer.role) == (code, at, issuer)
    assert told.received_at is not None
    assert f"{told.received_at:%H:%M}" == received
    amounts = [
        (each.kind, each.rate, str(each.amount))
        for detail in told.details
        for each in detail.amounts
    ]
    expected: list[tuple[str, Decimal | None, str]] = []
    if code == "211":
        expected = [("MPA", None, "12000.00 EUR")]
    if code == "212":
        expected = [("MEN", Decimal(20), "12000.00 EUR")]
    assert amounts == expected


@pytest.mark.parametrize("name", _EXPECTED)
def test_an_example_written_again_is_valid_and_says_the_same(
    name: str, schema: etree.XMLSchema
) -> None:
    message = _read(name)
    written = CdarMessages().write(message)
    schema.assertValid(etree.fromstring(written))
    assert CdarMessages().read(written) == message
    assert not broken_rules(written)


_MUTANTS = [
    ("205_Approuvee", "<ram:ID>urn.cpro", "<ram:ID>urn.other", "status.not_a_message"),
    ("05", ">205<", ">299<", "status.unknown_code"),
    ("05", ">23<", ">305<", "status.wrong_phase"),
    ("05", ">23<", ">99<", "status.wrong_phase"),
    ("05", ">20250702100000<", ">20250732100000<", "status.bad_value"),
    ("05", ">20250702100000<", ">10250702100000<", "status.bad_value"),
    ("05", ">F202500003<", "><", "status.incomplete"),
    ("05", ">F202500003_205_20250701161000#380_20250701<", "><", "status.incomplete"),
    ("05", ">20250701<", "><", "status.incomplete"),
    ("07", ">12000<", ">1E+100<", "status.bad_value"),
    ("07", ">12000<", ">120.001<", "status.bad_value"),
    ("07", ">20.00<", ">NaN<", "status.bad_value"),
    ("07", ">MEN<", ">MPA<", "status.incomplete"),
    ("07", 'currencyID="EUR"', 'currencyID="euros"', "status.bad_value"),
    ("05", "ProcessConditionCode>205", "ProcessConditionCode>210", "status.reason_missing"),
    ("05", ":CrossDomainAcknowledgementAndResponse:100", ":Other:100", "status.not_a_message"),
    ("05", "<rsm:ExchangedDocumentContext>", "<!ELEMENT x>", "einvoicing.not_xml"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), _MUTANTS)
def test_a_mutant_is_refused_with_its_code(name: str, old: str, new: str, code: str) -> None:
    full = next(each for each in _EXPECTED if name in each and "PPF" not in each)
    text = _sample(full).decode("utf-8-sig")
    assert old in text
    with pytest.raises(RuleError) as refused:
        for told in CdarMessages().read(text.replace(old, new).encode()).told:
            check_told(told)
    assert refused.value.code == code


def test_entities_giants_and_noise_are_refused() -> None:
    text = _sample("05-CDV-205_Approuvee").decode("utf-8-sig")
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    declared = text.replace('encoding="UTF-8"?>', f'encoding="UTF-8"?>{doctype}', 1)
    for content, code in (
        (declared.encode(), "einvoicing.doctype"),
        (b" " * 2_000_001, "status.too_large"),
        (b"%PDF-1.7", "einvoicing.not_xml"),
        (b"", "einvoicing.not_xml"),
    ):
        with pytest.raises(RuleError) as refused:
            CdarMessages().read(content)
        assert refused.value.code == code

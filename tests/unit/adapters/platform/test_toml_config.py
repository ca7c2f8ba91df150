from decimal import Decimal

import pytest

from otc_desktop.adapters.platform.toml_config import TomlConfigReader
from otc_desktop.application.kernel.ports import ConfigReader
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import Severity

READER: ConfigReader = TomlConfigReader()

WHOLE = """\ufeff[company]
name = "Atelier Lumen SAS"
siren = "732829320"
share_capital = 50000.10
[invoicing]
number_format = "F{year}-{seq:05d}"
[mail]
host = "smtp.example"
port = 587
security = "starttls"
"""


def test_whole_file_is_read_without_remark() -> None:
    tables, findings = READER.read_company(WHOLE.encode())
    assert findings == []
    assert tables["company"]["name"] == "Atelier Lumen SAS"
    assert tables["company"]["share_capital"] == Decimal("50000.10")
    assert tables["mail"]["port"] == 587


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b'[company]\nname = "Lumen\n', 2, 14),
        (b"[company]\nname = Lumen\n", 2, 8),
        (b'[company]\nname = "L\xe9a"\n', 2, 10),
        (b"[company]\n\nx = [1,\n", 4, None),
        (b"x = " + b"[" * 100_000, None, None),
        (b"PK\x03\x04\x00", 1, 3),
    ],
)
def test_malformed_file_is_refused_with_its_place(
    content: bytes, line: int | None, column: int | None
) -> None:
    with pytest.raises(InputFileError) as caught:
        READER.read_company(content)
    assert caught.value.code == "company.bad_toml"
    assert (caught.value.line, caught.value.column) == (line, column)


def test_all_faults_of_form_are_told_at_once() -> None:
    tables, findings = READER.read_company(
        b"""
        colour = "blue"
        invoicing = 3
        [company]
        siern = "732829320"
        name = ["a"]
        siren = 732829320
        zzzz = 1
        [mail]
        port = true
        password = "hush"
        """
    )
    told = {(each.severity, each.code, each.where) for each in findings}
    assert told == {
        (Severity.WARNING, "company.unknown_key", "colour"),
        (Severity.ERROR, "company.wrong_type", "invoicing"),
        (Severity.WARNING, "company.misspelt_key", "company.siern"),
        (Severity.ERROR, "company.wrong_type", "company.name"),
        (Severity.ERROR, "company.wrong_type", "company.siren"),
        (Severity.WARNING, "company.unknown_key", "company.zzzz"),
        (Severity.ERROR, "company.wrong_type", "mail.port"),
        (Severity.ERROR, "company.secret_in_file", "mail.password"),
    }
    assert "hush" not in str(findings)
    assert set(tables) == {"company", "mail"}  # only whole, known tables are handed on
    (meant,) = [each.params["meant"] for each in findings if each.code == "company.misspelt_key"]
    assert meant == "siren"

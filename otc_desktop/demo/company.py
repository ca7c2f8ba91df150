"""The fictitious company itself."""

from pathlib import Path
from random import Random

from otc_desktop.demo import identifiers

# Its numbers are drawn once and for all: the same company whatever the seed.
_OWN_SEED = 1872
_TOML = """\
[company]
name = "Atelier Lumen SAS"
legal_form = "SAS"
share_capital = "50000.00"
siren = "{siren}"
siret = "{siret}"
vat_number = "{vat_number}"
rcs_city = "Lyon"
naf = "2740Z"
address = "12 rue des Lilas"
postal_code = "69003"
city = "Lyon"
country = "FR"
email = "compta@atelier-lumen.example"
iban = "{iban}"
bic = "DEMOFRPPXXX"
fiscal_year_start = "01-01"
vat_regime = "debits"
[invoicing]
number_format = "F{{year}}-{{seq:05d}}"
payment_terms = "30 days"
late_interest = "ECB+10"
discount_terms = "none"
# Nothing listens there: whatever the demonstration writes stays in the outbox.
[mail]
host = "127.0.0.1"
port = 2525
security = "none"
user = ""
from = "Atelier Lumen <compta@atelier-lumen.example>"
"""


def _draw() -> tuple[str, str]:
    rng = Random(_OWN_SEED)  # noqa: S311 - invented numbers, nothing secret
    return identifiers.siren(rng), identifiers.iban(rng, "FR")


SIREN, IBAN = _draw()


def write_company(folder: Path) -> Path:
    """`company.toml` of the demonstration."""
    path = folder / "company.toml"
    text = _TOML.format(
        siren=SIREN,
        siret=identifiers.siret(SIREN),
        vat_number=identifiers.french_vat_number(SIREN),
        iban=IBAN,
    )
    path.write_text(text, encoding="utf-8")
    return path

"""A small company's files, written for a test: settings, customers, products, statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

IBAN = "FR7630006000011234567890189"

COMPANY_TOML = """
[company]
name = "Atelier Lumen SAS"
legal_form = "SAS"
share_capital = "50000.00"
siren = "732829320"
siret = "73282932000074"
vat_number = "FR44732829320"
rcs_city = "Lyon"
naf = "2740Z"
address = "12 rue des Lilas"
postal_code = "69003"
city = "Lyon"
country = "FR"
email = "compta@atelier-lumen.example"
iban = "FR7630006000011234567890189"
bic = "AGRIFRPP"
fiscal_year_start = "01-01"
vat_regime = "{vat_regime}"
[invoicing]
number_format = "F{{year}}-{{seq:05d}}"
payment_terms = "30 days"
late_interest = "ECB+10"
discount_terms = "none"
[mail]
host = "127.0.0.1"
port = {smtp_port}
security = "none"
user = ""
from = "Atelier Lumen <compta@atelier-lumen.example>"
"""

CUSTOMERS_CSV = """\
code;raison sociale;siren;adresse;code postal;ville;email;conditions de règlement;plafond
C0001;Durand Éclairage SARL;552100554;1 rue de la Paix;75002;Paris;compta@durand.example;30 jours;
C0002;Maison Lefèvre;552081317;8 quai Perrache;69002;Lyon;ml@maison.example;45 jours fin de mois;
C0003;Studio Prisme;;3 place Bellecour;69002;Lyon;contact@prisme.example;à réception;500,00
"""

PRODUCTS_CSV = """\
code;désignation;unité;prix ht;tva;stock
P-01;Lampe de bureau;pièce;19,90;20;100
P-02;Livre d'art;pièce;35,00;5,5;50
P-03;Étude d'éclairage;heure;80,00;20;
"""


def write_company(folder: Path, *, smtp_port: int = 2525, vat_regime: str = "debits") -> Path:
    """`company.toml` in a folder."""
    path = folder / "company.toml"
    text = COMPANY_TOML.format(smtp_port=smtp_port, vat_regime=vat_regime)
    path.write_text(text, encoding="utf-8")
    return path


def write_customers(folder: Path) -> Path:
    """Three customers, as an accountant's spreadsheet would export them."""
    path = folder / "customers.csv"
    path.write_bytes(CUSTOMERS_CSV.encode("cp1252"))
    return path


def write_products(folder: Path) -> Path:
    """Three products at two VAT rates."""
    path = folder / "products.csv"
    path.write_text(PRODUCTS_CSV, encoding="utf-8")
    return path


@dataclass(frozen=True)
class Movement:
    """A line of a statement; a positive amount is money in."""

    amount: str
    label: str
    party: str = ""
    party_account: str = ""
    end_to_end: str = "NOTPROVIDED"
    return_code: str = ""


def write_statement(
    path: Path,
    movements: Sequence[Movement],
    *,
    day: str,
    opening: str = "1000.00",
    name: str = "S1",
    currency: str = "EUR",
) -> Path:
    """A CAMT.053 file whose balances agree with its movements."""
    closing = Decimal(opening) + sum(Decimal(each.amount) for each in movements)
    entries = "".join(
        _entry(each, f"{name}R{place}", day, currency) for place, each in enumerate(movements)
    )
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>{name}</MsgId><CreDtTm>{day}T06:00:00</CreDtTm></GrpHdr>"
        f"<Stmt><Id>{name}</Id><CreDtTm>{day}T06:00:00</CreDtTm>"
        f"<Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>{currency}</Ccy></Acct>"
        f"{_balance('OPBD', opening, day, currency)}{_balance('CLBD', str(closing), day, currency)}"
        f"{entries}</Stmt></BkToCstmrStmt></Document>",
        encoding="utf-8",
    )
    return path


def _balance(kind: str, amount: str, day: str, currency: str) -> str:
    side = "CRDT" if Decimal(amount) >= 0 else "DBIT"
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="{currency}">{abs(Decimal(amount))}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
        f"<Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def _entry(movement: Movement, reference: str, day: str, currency: str) -> str:
    amount = Decimal(movement.amount)
    side, party = ("CRDT", "Dbtr") if amount > 0 else ("DBIT", "Cdtr")
    account = (
        f"<{party}Acct><Id><IBAN>{movement.party_account}</IBAN></Id></{party}Acct>"
        if movement.party_account
        else ""
    )
    money = f'<Amt Ccy="{currency}">{abs(amount)}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
    return (
        f"<Ntry>{money}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt>"
        f"<ValDt><Dt>{day}</Dt></ValDt><AcctSvcrRef>{reference}</AcctSvcrRef>"
        f"<NtryDtls><TxDtls><Refs><EndToEndId>{movement.end_to_end}</EndToEndId></Refs>{money}"
        f"<RltdPties><{party}><Pty><Nm>{escape(movement.party)}</Nm></Pty></{party}>{account}"
        f"</RltdPties><RmtInf><Ustrd>{escape(movement.label)}</Ustrd></RmtInf>"
        f"{_returned(movement)}</TxDtls></NtryDtls></Ntry>"
    )


def _returned(movement: Movement) -> str:
    if not movement.return_code:
        return ""
    return f"<RtrInf><Rsn><Cd>{movement.return_code}</Cd></Rsn></RtrInf>"

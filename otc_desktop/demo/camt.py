"""Bank statements as a French bank would send them: camt.053.001.08."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

_NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A booked movement; a positive amount is money in."""

    day: date
    amount: Decimal
    label: str
    party: str = ""
    party_account: str = ""
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What moved on the account between two closings."""

    number: int
    iban: str
    opening_on: date
    closing_on: date
    opening: Decimal
    movements: Sequence[Movement]

    @property
    def closing(self) -> Decimal:
        """The balance at the end."""
        return self.opening + sum((each.amount for each in self.movements), Decimal(0))


def write_statement(folder: Path, statement: Statement) -> Path:
    """The statement as a file to import."""
    path = folder / f"releve-{statement.closing_on:%Y%m%d}.xml"
    stamp = f"{statement.closing_on}T19:30:00"
    name = f"RELEVE-{statement.number:04d}"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="{_NAMESPACE}"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>{name}</MsgId><CreDtTm>{stamp}</CreDtTm></GrpHdr>"
        f"<Stmt><Id>{name}</Id><ElctrncSeqNb>{statement.number}</ElctrncSeqNb>"
        f"<CreDtTm>{stamp}</CreDtTm>"
        f"<Acct><Id><IBAN>{statement.iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        f"{_balance('OPBD', statement.opening, statement.opening_on)}"
        f"{_balance('CLBD', statement.closing, statement.closing_on)}"
        f"{''.join(_entry(each) for each in statement.movements)}"
        "</Stmt></BkToCstmrStmt></Document>\n",
        encoding="utf-8",
    )
    return path


def _balance(kind: str, amount: Decimal, day: date) -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{_amount(amount)}"
        f"<Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def _amount(amount: Decimal) -> str:
    side = "CRDT" if amount >= 0 else "DBIT"
    return f'<Amt Ccy="EUR">{abs(amount):.2f}</Amt><CdtDbtInd>{side}</CdtDbtInd>'


def _entry(movement: Movement) -> str:
    received = movement.amount > 0
    role, family = ("Dbtr", "RCDT") if received else ("Cdtr", "ICDT")
    account = (
        f"<{role}Acct><Id><IBAN>{movement.party_account}</IBAN></Id></{role}Acct>"
        if movement.party_account
        else ""
    )
    parties = (
        f"<RltdPties><{role}><Pty><Nm>{escape(movement.party)}</Nm></Pty></{role}>{account}"
        "</RltdPties>"
        if movement.party
        else ""
    )
    money = _amount(movement.amount)
    return (
        f"<Ntry>{money}<Sts><Cd>BOOK</Cd></Sts>"
        f"<BookgDt><Dt>{movement.day}</Dt></BookgDt><ValDt><Dt>{movement.day}</Dt></ValDt>"
        f"<AcctSvcrRef>{movement.reference}</AcctSvcrRef>"
        f"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>{family}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>"
        "</Domn></BkTxCd>"
        "<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
        f"{money}{parties}<RmtInf><Ustrd>{escape(movement.label)}</Ustrd></RmtInf>"
        "</TxDtls></NtryDtls></Ntry>"
    )

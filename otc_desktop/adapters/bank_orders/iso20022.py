"""Direct debits (pain.008.001.08) and transfers (pain.001.001.09) of SEPA.

Rules: EPC 130-08 and EPC 132-08, customer-to-bank implementation guidelines of 2023. The bank is
named by nobody: an IBAN says it (`NOTPROVIDED`). Text is cut down to the Latin set that every
bank takes (EPC 217-08).
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from lxml import etree

from otc_desktop.application.kernel.bank_orders import DebitOrder, TransferOrder
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.direct_debits.collection import Collection
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.money import Money, total

_NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"
_DEBITS = "pain.008.001.08"
_TRANSFERS = "pain.001.001.09"
_OUTSIDE = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]")
_NAME, _TEXT = 70, 140


class SepaWriter:
    """Writes both kinds of file; the same orders give the same bytes."""

    def debits(
        self,
        collection: Collection,
        orders: Sequence[DebitOrder],
        account: BankAccount,
        company: Company,
        made_at: datetime,
    ) -> bytes:
        """One payment information: the bank books the collection as one credit."""
        document, initiation = _document(_DEBITS, "CstmrDrctDbtInitn")
        amounts = [order.debit.amount for order in orders]
        _header(initiation, collection.number, made_at, amounts, company)
        batch = _add(initiation, "PmtInf")
        _add(batch, "PmtInfId", collection.number)
        _add(batch, "PmtMtd", "DD")
        _add(batch, "BtchBookg", "true")
        _add(batch, "NbOfTxs", str(len(orders)))
        _add(batch, "CtrlSum", _decimal(_sum(amounts)))
        kind = _add(batch, "PmtTpInf")
        _add(_add(kind, "SvcLvl"), "Cd", "SEPA")
        _add(_add(kind, "LclInstrm"), "Cd", collection.scheme.value)
        _add(kind, "SeqTp", orders[0].debit.place.value)
        _add(batch, "ReqdColltnDt", collection.collect_on.isoformat())
        _add(_add(batch, "Cdtr"), "Nm", sepa_text(company.name, _NAME))
        _account(batch, "CdtrAcct", account.number)
        _agent(batch, "CdtrAgt", company.bic if account.number == company.iban else "")
        _add(batch, "ChrgBr", "SLEV")
        creditor = _add(_add(_add(_add(batch, "CdtrSchmeId"), "Id"), "PrvtId"), "Othr")
        _add(creditor, "Id", collection.ics)
        _add(_add(creditor, "SchmeNm"), "Prtry", "SEPA")
        for order in orders:
            _debit(batch, order)
        return _bytes(document)

    def transfers(
        self,
        number: str,
        orders: Sequence[TransferOrder],
        account: BankAccount,
        company: Company,
        *,
        pay_on: date,
        made_at: datetime,
    ) -> bytes:
        """One payment information, each transfer booked for itself."""
        amounts = [order.amount for order in orders]
        document, initiation = _document(_TRANSFERS, "CstmrCdtTrfInitn")
        _header(initiation, number, made_at, amounts, company)
        batch = _add(initiation, "PmtInf")
        _add(batch, "PmtInfId", number)
        _add(batch, "PmtMtd", "TRF")
        _add(batch, "BtchBookg", "false")
        _add(batch, "NbOfTxs", str(len(orders)))
        _add(batch, "CtrlSum", _decimal(_sum(amounts)))
        _add(_add(_add(batch, "PmtTpInf"), "SvcLvl"), "Cd", "SEPA")
        _add(_add(batch, "ReqdExctnDt"), "Dt", pay_on.isoformat())
        _add(_add(batch, "Dbtr"), "Nm", sepa_text(company.name, _NAME))
        _account(batch, "DbtrAcct", account.number)
        _agent(batch, "DbtrAgt", company.bic if account.number == company.iban else "")
        _add(batch, "ChrgBr", "SLEV")
        for order in orders:
            one = _add(batch, "CdtTrfTxInf")
            _add(_add(one, "PmtId"), "EndToEndId", order.end_to_end_id)
            sum_of = _add(_add(one, "Amt"), "InstdAmt", _decimal(order.amount))
            sum_of.set("Ccy", order.amount.currency.code)
            _add(_add(one, "Cdtr"), "Nm", sepa_text(order.name, _NAME))
            _account(one, "CdtrAcct", order.iban)
            _add(_add(one, "RmtInf"), "Ustrd", sepa_text(order.text, _TEXT))
        return _bytes(document)


def sepa_text(text: str, most: int) -> str:
    """A text in the signs that every bank takes, accents dropped, cut to a length."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    latin = _OUTSIDE.sub(" ", letters)
    # A field neither begins with a slash nor holds two.
    joined = " ".join(re.sub(r"/{2,}", "/", latin).split()).strip("/ ")
    return joined[:most].strip("/ ") or "-"


def _debit(batch: etree._Element, order: DebitOrder) -> None:
    one = _add(batch, "DrctDbtTxInf")
    _add(_add(one, "PmtId"), "EndToEndId", order.debit.end_to_end_id)
    sum_of = _add(one, "InstdAmt", _decimal(order.debit.amount))
    sum_of.set("Ccy", order.debit.amount.currency.code)
    mandate = _add(_add(one, "DrctDbtTx"), "MndtRltdInf")
    _add(mandate, "MndtId", order.mandate.rum)
    _add(mandate, "DtOfSgntr", order.mandate.signed_on.isoformat())
    _agent(one, "DbtrAgt", "")
    _add(_add(one, "Dbtr"), "Nm", sepa_text(order.mandate.debtor_name, _NAME))
    _account(one, "DbtrAcct", order.mandate.iban)
    _add(_add(one, "RmtInf"), "Ustrd", sepa_text(order.text, _TEXT))


def _header(
    initiation: etree._Element,
    number: str,
    made_at: datetime,
    amounts: Sequence[Money],
    company: Company,
) -> None:
    head = _add(initiation, "GrpHdr")
    _add(head, "MsgId", number)
    _add(head, "CreDtTm", made_at.replace(microsecond=0).isoformat())
    _add(head, "NbOfTxs", str(len(amounts)))
    _add(head, "CtrlSum", _decimal(_sum(amounts)))
    _add(_add(head, "InitgPty"), "Nm", sepa_text(company.name, _NAME))


def _document(name: str, root: str) -> tuple[etree._Element, etree._Element]:
    space = f"{_NAMESPACE}{name}"
    names: dict[str | None, str] = {None: space}
    document = etree.Element(f"{{{space}}}Document", nsmap=names)  # type: ignore[arg-type]
    return document, etree.SubElement(document, f"{{{space}}}{root}")


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}")
    child.text = text
    return child


def _account(parent: etree._Element, name: str, iban: str) -> None:
    _add(_add(_add(parent, name), "Id"), "IBAN", iban)


def _agent(parent: etree._Element, name: str, bic: str) -> None:
    bank = _add(_add(parent, name), "FinInstnId")
    if bic:
        _add(bank, "BICFI", bic)
    else:
        _add(_add(bank, "Othr"), "Id", "NOTPROVIDED")


def _sum(amounts: Sequence[Money]) -> Money:
    return total(amounts, amounts[0].currency)


def _decimal(amount: Money) -> str:
    return f"{amount.amount:.2f}"


def _bytes(document: etree._Element) -> bytes:
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", pretty_print=True)

"""One single payment (`TxDtls`) of a camt entry: who, why, how much, under which references."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element

from otc_desktop.adapters.bank_formats.camt_fields import (
    amount_of,
    child,
    children,
    currency_of,
    is_credit,
    line_of,
    local_name,
    reference_of,
    text_at,
    text_of,
)
from otc_desktop.domain.banking.statement import ParsedPayment
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money

Parts = Mapping[str, _Element]

# The places of a payment's amount inside `AmtDtls`, what moved on the account first.
_AMOUNT_PLACES = ("TxAmt", "CntrValAmt", "InstdAmt")


class EntryFacts(NamedTuple):
    """What a payment inherits from the entry it belongs to."""

    currency: Currency
    is_credit: bool
    is_reversal: bool
    bank_reference: str
    text: str
    own_account: str


def read_payment(parts: Parts, entry: EntryFacts, amount: Money | None) -> ParsedPayment:
    """The payment in our words; `amount` is decided by the entry, which knows the batch."""
    references = children(parts["Refs"]) if "Refs" in parts else {}
    label, structured = _remittance(parts.get("RmtInf"))
    reason = _return_reason(parts.get("RtrInf"))
    name, account = _counterparty(
        children(parts["RltdPties"]) if "RltdPties" in parts else {},
        entry,
        returned=entry.is_reversal or bool(reason),
    )
    return ParsedPayment(
        amount=amount,
        label=label or text_of(parts.get("AddtlTxInf")) or entry.text,
        counterparty=name,
        counterparty_account=account,
        end_to_end_id=reference_of(text_of(references.get("EndToEndId"))),
        bank_reference=reference_of(text_of(references.get("AcctSvcrRef"))) or entry.bank_reference,
        structured_reference=structured,
        return_reason=reason,
        mandate=reference_of(text_of(references.get("MndtId"))),
        charges=_charges(parts, entry),
        original=_original(parts, entry),
    )


def own_amount(parts: Parts, entry: EntryFacts) -> Money | None:
    """The signed amount the bank gives the payment in the account's currency, if any.

    Raises:
        InputFileError: `bank_file.bad_amount`, `bank_file.bad_direction`.
    """
    for stated in _stated_amounts(parts):
        if stated.get("Ccy", entry.currency.code) == entry.currency.code:
            direction = parts.get("CdtDbtInd")
            credit = entry.is_credit
            if direction is not None:
                credit = is_credit(direction, line=line_of(stated))
            return amount_of(stated, entry.currency, credit=credit)
    return None


def is_stated_elsewhere(parts: Parts, entry: EntryFacts) -> bool:
    """Whether the bank gives the payment's amount, but only in currencies not the account's."""
    currencies = [stated.get("Ccy") for stated in _stated_amounts(parts)]
    return bool(currencies) and entry.currency.code not in currencies


def _stated_amounts(parts: Parts) -> Iterator[_Element]:
    if "Amt" in parts:
        yield parts["Amt"]
    if "AmtDtls" in parts:
        places = children(parts["AmtDtls"])
        for place in _AMOUNT_PLACES:
            amount = child(places[place], "Amt") if place in places else None
            if amount is not None:
                yield amount


def _charges(parts: Parts, entry: EntryFacts) -> Money | None:
    """What banks kept on the way, in the account's currency: the total, else the records."""
    if "Chrgs" not in parts:
        return None
    total, records = Money.zero(entry.currency), Money.zero(entry.currency)
    owner = parts["Chrgs"].getparent()
    # The second version repeats the element for each charge, later ones hold records in it.
    groups = (
        [part for part in owner if local_name(part.tag) == "Chrgs"] if owner is not None else []
    )
    for part in (part for group in groups for part in group):
        name = local_name(part.tag)
        record = child(part, "Amt") if name == "Rcrd" else None
        for stated in (part if name in {"TtlChrgsAndTaxAmt", "Amt"} else None, record):
            if stated is not None and stated.get("Ccy") == entry.currency.code:
                amount = amount_of(stated, entry.currency, credit=True)
                if stated is record:
                    records += amount
                else:
                    total += amount
    return total or records or None


def _original(parts: Parts, entry: EntryFacts) -> Money | None:
    """What was ordered, where that is in another currency than the account's."""
    places = children(parts["AmtDtls"]) if "AmtDtls" in parts else {}
    instructed = child(places["InstdAmt"], "Amt") if "InstdAmt" in places else None
    code = "" if instructed is None else instructed.get("Ccy") or ""
    if instructed is None or code == entry.currency.code:
        return None
    line = line_of(instructed)
    return amount_of(instructed, currency_of(code, line=line), credit=entry.is_credit)


def _remittance(element: _Element | None) -> tuple[str, str]:
    """The free text, and the structured references: creditor reference and invoice numbers."""
    if element is None:
        return "", ""
    texts: list[str] = []
    references: list[str] = []
    for part in element:
        name = local_name(part.tag)
        if name == "Ustrd":
            texts.append(text_of(part))
        elif name == "Strd":
            for item in part:
                item_name = local_name(item.tag)
                if item_name == "CdtrRefInf":
                    references.append(text_at(item, "Ref"))
                elif item_name == "RfrdDocInf":
                    references.append(text_at(item, "Nb"))
                elif item_name == "AddtlRmtInf":
                    texts.append(text_of(item))
    return " ".join(filter(None, texts)), " ".join(filter(None, references))


def _return_reason(element: _Element | None) -> str:
    """Why a payment came back: the ISO code (AM04, MD01 …) or the bank's own."""
    return text_at(element, "Rsn", "Cd") or text_at(element, "Rsn", "Prtry")


def _counterparty(parties: Parts, entry: EntryFacts, *, returned: bool) -> tuple[str, str]:
    """Name and account of the other side: who pays us, or whom we pay.

    A returned payment keeps the roles of the original one at most banks, so that a returned
    collection is a debit whose counterparty is the debtor; some banks swap them.
    """
    other, ours = ("Dbtr", "Cdtr") if entry.is_credit else ("Cdtr", "Dbtr")
    if not returned:
        return _party(parties, other)
    original = _party(parties, ours)
    is_us = original[1] == entry.own_account
    return original if any(original) and not is_us else _party(parties, other)


def _party(parties: Parts, role: str) -> tuple[str, str]:
    name = _name(parties.get(role)) or _name(parties.get(f"Ultmt{role}"))
    account = parties.get(f"{role}Acct")
    if account is None:
        return name, ""
    return name, text_at(account, "Id", "IBAN") or text_at(account, "Id", "Othr", "Id")


def _name(party: _Element | None) -> str:
    return text_at(party, "Nm") or text_at(party, "Pty", "Nm")

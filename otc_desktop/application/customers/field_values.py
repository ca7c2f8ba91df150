"""The texts of single fields of a customer file, as people and other programs write them."""

import re
from typing import TypeVar

from otc_desktop.application.kernel.import_values import parse_amount
from otc_desktop.domain.customers.customer import (
    LANGUAGES,
    CustomerKind,
    InvoiceGrouping,
    PaymentMeans,
)
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.sending import MailXml, SendAtIssue
from otc_desktop.domain.shared.text import fold

WordT = TypeVar("WordT")

_COUNTRIES = {"france": "FR", "belgique": "BE", "allemagne": "DE", "luxembourg": "LU"}
_COUNTRIES |= {"suisse": "CH", "espagne": "ES", "italie": "IT", "pays-bas": "NL"}
_COUNTRIES |= {"royaume-uni": "GB", "portugal": "PT", "etats-unis": "US", "monaco": "MC"}
_LANGUAGES = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en"}
_KINDS = {
    CustomerKind.COMPANY: "company entreprise societe professionnel pro b2b association",
    CustomerKind.PERSON: "person particulier personne individual consommateur b2c",
    CustomerKind.PUBLIC: "public administration collectivite etat b2g",
}
_MEANS = {
    PaymentMeans.TRANSFER: "transfer virement virements vir bank sct",
    PaymentMeans.DIRECT_DEBIT: "direct_debit prelevement prelevements prlv debit sdd",
    PaymentMeans.CHEQUE: "cheque cheques chq check",
    PaymentMeans.CARD: "card carte cb",
    PaymentMeans.BILL: "bill traite lcr effet effets boe",
    PaymentMeans.CASH: "cash especes espece",
}
_SENDING = {
    SendAtIssue.COMPANY: "company entreprise societe",
    SendAtIssue.NEVER: "never jamais non no",
    SendAtIssue.ASK: "ask demander demande",
    SendAtIssue.AT_ISSUE: "at_issue emission issue oui yes",
}
_MAIL_XML = {
    MailXml.NONE: "none aucun sans non no",
    MailXml.CII: "cii",
    MailXml.UBL: "ubl",
}
_YES = frozenset({"yes", "oui", "o", "y", "true", "vrai", "1", "x"})
_NO = frozenset({"", "no", "non", "n", "false", "faux", "0"})
_BETWEEN_MEANS = re.compile(r"[,;/+&|]| et | ou | or | and ")


def terms(text: str) -> PaymentTerms | None:
    """Payment terms; empty for those of the company."""
    return PaymentTerms.parse(text) if text else None


def limit(text: str, field: str = "credit_limit") -> Money | None:
    """An amount that is not negative; empty for none.

    Raises:
        RuleError: `customers.negative_limit`, `import.bad_amount`.
    """
    if not text:
        return None
    amount = Money(parse_amount(text), EUR)
    if amount.amount < 0:
        raise RuleError("customers.negative_limit", where=field, value=text)
    return amount


def insured_limit(text: str) -> Money | None:
    """What a credit insurer covers."""
    return limit(text, "insured_limit")


def language(text: str) -> str:
    """`fr` or `en`; French when nothing is said.

    Raises:
        RuleError: `customers.unknown_language`.
    """
    found = _LANGUAGES.get(fold(text), text.lower()) or "fr"
    if found not in LANGUAGES:
        raise RuleError("customers.unknown_language", where="language", value=found)
    return found


def country(text: str) -> str:
    """A country's code; France when nothing is said.

    Raises:
        RuleError: `customers.unknown_country`.
    """
    if not text:
        return "FR"
    code = _COUNTRIES.get(fold(text), text.upper())
    if len(code) != 2 or not code.isalpha():
        raise RuleError("customers.unknown_country", where="country", value=text)
    return code


def kind(text: str) -> CustomerKind:
    """What the customer is in law; a company when nothing is said.

    Raises:
        RuleError: `customers.unknown_kind`.
    """
    if not text:
        return CustomerKind.COMPANY
    found = _by_word(_KINDS, fold(text))
    if found is None:
        raise RuleError("customers.unknown_kind", where="kind", value=text)
    return found


def means(text: str) -> tuple[PaymentMeans, ...]:
    """How the customer pays, such as `virement, chèque`; each once, in the order written.

    Raises:
        RuleError: `customers.unknown_payment_means`.
    """
    found: list[PaymentMeans] = []
    for part in _BETWEEN_MEANS.split(fold(text)):
        if not part.strip():
            continue
        one = _by_word(_MEANS, part.strip())
        if one is None:
            raise RuleError(
                "customers.unknown_payment_means", where="payment_means", value=part.strip()
            )
        if one not in found:
            found.append(one)
    return tuple(found)


def yes(text: str) -> bool:
    """Yes or no, as `oui`, `x` or `1`; no when nothing is said.

    Raises:
        RuleError: `customers.neither_yes_nor_no`.
    """
    plain = fold(text)
    if plain not in _YES | _NO:
        raise RuleError("customers.neither_yes_nor_no", value=text)
    return plain in _YES


def grouping(text: str) -> InvoiceGrouping:
    """How deliveries share an invoice, by its code.

    Raises:
        RuleError: `customers.unknown_invoice_grouping`.
    """
    try:
        return InvoiceGrouping(text.strip().lower() or InvoiceGrouping.ORDER)
    except ValueError as problem:
        raise RuleError(
            "customers.unknown_invoice_grouping", where="invoice_grouping", value=text
        ) from problem


def send_at_issue(text: str) -> SendAtIssue:
    """When documents are mailed; as the company has it when nothing is said.

    Raises:
        RuleError: `customers.unknown_send_at_issue`.
    """
    if not text.strip():
        return SendAtIssue.COMPANY
    found = _by_word(_SENDING, fold(text).replace("'", " "))
    if found is None:
        raise RuleError("customers.unknown_send_at_issue", where="send_at_issue", value=text)
    return found


def mail_xml(text: str) -> MailXml:
    """The e-invoice beside the PDF: `cii`, `ubl`, or none when nothing is said.

    Raises:
        RuleError: `customers.unknown_mail_xml`.
    """
    if not text.strip():
        return MailXml.NONE
    found = _by_word(_MAIL_XML, fold(text))
    if found is None:
        raise RuleError("customers.unknown_mail_xml", where="mail_xml", value=text)
    return found


def _by_word(words: dict[WordT, str], text: str) -> WordT | None:
    """What a word stands for: the first word of the text that is known decides."""
    for part in text.split():
        for meaning, known in words.items():
            if part in known.split():
                return meaning
    return None

"""How people write payment terms, in French and English."""

import re

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.text import fold

_LONGEST_TEXT = 80
_ON_RECEIPT = frozenset(
    {
        "on receipt",
        "due on receipt",
        "payable on receipt",
        "a reception",
        "a reception facture",
        "a reception de facture",
        "a reception de la facture",
        "reception",
        "reception facture",
        "reception de facture",
        "des reception",
        "comptant",
        "au comptant",
        "immediat",
        "immediate",
        "immediate payment",
        "paiement immediat",
        "paiement comptant",
        "paiement a reception",
        "reglement a reception",
        "cash",
    }
)
_ON_ORDER = frozenset(
    {
        "on order",
        "at order",
        "with order",
        "cash with order",
        "cwo",
        "prepaid",
        "prepayment",
        "in advance",
        "payment in advance",
        "cash in advance",
        "before delivery",
        "a la commande",
        "comptant a la commande",
        "paiement a la commande",
        "reglement a la commande",
        "100 % a la commande",
        "100% a la commande",
        "avant livraison",
        "paiement avant livraison",
        "reglement avant livraison",
        "prepaiement",
        "d'avance",
        "paiement d'avance",
    }
)
_UNIT = r"(?:days?|jours?|jrs?|j|d)"
_FROM_INVOICE = r"(?: (?:date (?:de |d')?facture|ddf|df|calendaires?|from invoice(?: date)?))?"
_END = r"(?:end of (?:the )?month|eom|fin (?:de |du )?mois|fdm|fm)(?: civil)?"
_DAY = r"(?:on the |the |le )(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
_OF_MONTH = r"(?: (?:of (?:the )?(?:next |following )?month|du mois(?: suivant)?))?"
_AT = r"(?:a |sous |net |nets )?"
_DELAY = rf"{_AT}(?P<days>\d{{1,3}}) ?"
_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("net", rf"{_DELAY}{_UNIT}(?: nets?)?{_FROM_INVOICE}(?: {_DAY}{_OF_MONTH})?"),
        ("net", rf"{_AT}(?P<days>\d{{1,3}}) nets?"),
        ("net", r"nets? (?P<days>\d{1,3})"),
        ("net", rf"{_DAY}(?: (?:of the month|du mois))?"),
        (
            "days_then_end_of_month",
            rf"{_DELAY}{_UNIT}?(?: nets?)?{_FROM_INVOICE}(?: a)? ?{_END}"
            rf"(?: {_DAY}{_OF_MONTH}| (?P<bare>\d{{1,2}}))?",
        ),
        ("days_then_end_of_month", rf"(?:a )?{_END}(?: {_DAY}{_OF_MONTH})?"),
        (
            "days_then_end_of_month",
            r"(?:on the |the |le )(?P<day>\d{1,2})(?:st|nd|rd|th|er)? "
            r"(?:of (?:the )?(?:next|following) month|du mois suivant)",
        ),
        (
            "end_of_month_then_days",
            rf"(?:a )?{_END} ?\+? ?{_DELAY}{_UNIT}(?: {_DAY}{_OF_MONTH})?",
        ),
    )
)


def read_terms(text: str) -> tuple[str, int, int]:
    """Kind, days, and day of the month (0 for none) of terms as somebody wrote them.

    Days alone are refused where nothing says that they are days: «45» in a file may as
    well be a code.

    Raises:
        RuleError: `customers.bad_payment_terms`.
    """
    plain = _plain(text)
    if plain in _ON_RECEIPT:
        return "on_receipt", 0, 0
    if plain in _ON_ORDER:
        return "on_order", 0, 0
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        parts = found.groupdict()
        days = int(parts.get("days") or 0)
        day = parts.get("day") or parts.get("bare")
        if day is not None and not 1 <= int(day) <= 31:
            break
        if days > 365:
            break
        return kind, days, int(day or 0)
    raise RuleError("customers.bad_payment_terms", where="payment_terms", text=text[:_LONGEST_TEXT])


def _plain(text: str) -> str:
    """Folded; abbreviating full stops, commas and brackets away, but no decimal point."""
    folded = fold(text[: 2 * _LONGEST_TEXT]).replace("’", "'")
    folded = re.sub(r"(?<=[a-z])\.|\.(?=\s|$)|[,;:()]", " ", folded)
    folded = re.sub(r"\b([a-z]) (?=[a-z]\b)", r"\1", folded)  # «f d m» is «fdm»
    words = re.sub(r"\s+", " ", folded).strip()
    return re.sub(
        r"^(?:paiement|reglement|payment|payable)(?: est)? (?=a \d|\d|sous|fin|le )", "", words
    )

"""Which legal sentences a document must carry (CGI ann. II art. 242 nonies A; C. com. L441-9)."""

from collections.abc import Iterable

from otc_desktop.domain.shared.company import Company, VatRegime
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

_BY_CATEGORY = {
    VatCategory.REVERSE_CHARGE: "vat_reverse_charge",
    VatCategory.INTRA_COMMUNITY: "vat_intra_community",
    VatCategory.EXPORT: "vat_export",
    VatCategory.OUT_OF_SCOPE: "vat_out_of_scope",
}
_BY_REASON = {
    "VATEX-EU-IC": "vat_intra_community",
    "VATEX-EU-G": "vat_export",
    "VATEX-EU-O": "vat_out_of_scope",
    "VATEX-EU-AE": "vat_reverse_charge_eu",
    "VATEX-FR-AE": "vat_reverse_charge_subcontracting",
    "VATEX-EU-79-C": "vat_disbursement",
    "VATEX-EU-D": "vat_margin_travel",
    "VATEX-EU-F": "vat_margin_second_hand",
    "VATEX-EU-I": "vat_margin_art",
    "VATEX-EU-J": "vat_margin_collectors",
    "VATEX-FR-FRANCHISE": "vat_franchise_293b",
    "VATEX-FR-CGI275": "vat_suspension",
    "VATEX-FR-CGI277A": "vat_free_port",
    "VATEX-FR-298SEXDECIESA": "vat_investment_gold",
    "VATEX-FR-CNWVAT": "vat_rebate_without_vat",
}
_SENTENCES = frozenset(
    ("PMT", "PMD", "AAB_none", "AAB_agreed", "vat_franchise_293b", "vat_on_debits")
).union(_BY_CATEGORY.values(), _BY_REASON.values())
# The wording of an exempt activity is kept under its own code.
_ARTICLES = "VATEX-FR-CGI261"
# Another paragraph of CGI art. 283-2 (scrap, energy …) is named by the line's own reason.
_SUBCONTRACTING = "VATEX-FR-AE"


def mention_keys(company: Company, treatments: Iterable[VatTreatment]) -> list[tuple[str, str]]:
    """Note code and wording key of every sentence due, in printing order.

    Late payment (PMT, PMD) and discount (AAB) notes are each due exactly once
    (BR-FR-05, -06). Reasons given with the lines follow: see `own_reasons`.
    """
    keys = [
        ("PMT", "PMT"),
        ("PMD", "PMD"),
        ("AAB", "AAB_none" if company.discount_terms in ("", "none") else "AAB_agreed"),
    ]
    for treatment in sorted(set(treatments), key=lambda each: each.sort_key):
        key = vat_reason_key(treatment, company.vat_regime)
        if key:
            keys.append(("VAT", key))
    if company.vat_regime is VatRegime.DEBITS:
        keys.append(("VAT", "vat_on_debits"))
    return list(dict.fromkeys(keys))


def can_be_reworded(key: str) -> bool:
    """Whether a key names a sentence that documents print by law, not a text of a line."""
    return key in _SENTENCES or key.startswith(_ARTICLES)


def vat_reason_key(treatment: VatTreatment, regime: VatRegime) -> str:
    """The wording that says why a line bears no VAT (BT-120): by reason code, else by category.

    Empty for a taxed line, and where the line's own words say it all.
    """
    vatex = treatment.vatex
    if vatex == _SUBCONTRACTING and treatment.reason:
        return "vat_reverse_charge"
    if vatex.startswith(_ARTICLES):
        return vatex
    return _BY_REASON.get(vatex) or _without_code(treatment, regime)


def _without_code(treatment: VatTreatment, regime: VatRegime) -> str:
    if treatment.reason:
        return ""
    if treatment.category is VatCategory.EXEMPT and regime is VatRegime.EXEMPT_293B:
        return "vat_franchise_293b"
    return _BY_CATEGORY.get(treatment.category, "")


def own_reasons(treatments: Iterable[VatTreatment]) -> list[str]:
    """Exemption reasons given with the lines themselves."""
    ordered = sorted(set(treatments), key=lambda each: each.sort_key)
    return list(dict.fromkeys(each.reason for each in ordered if each.reason))


def not_yet_said(reasons: Iterable[str], sentences: Iterable[str]) -> list[str]:
    """Reasons that no sentence of the law's own wording has in it already."""
    said = [sentence.casefold() for sentence in sentences]
    return [reason for reason in reasons if not any(reason.casefold() in each for each in said)]

"""Which legal sentences a document must carry (CGI ann. II art. 242 nonies A; C. com. L441-9)."""

from collections.abc import Iterable

from otc_desktop.domain.shared.company import Company, VatRegime
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment

_REASON_KEY = {
    VatCategory.REVERSE_CHARGE: "vat_reverse_charge",
    VatCategory.INTRA_COMMUNITY: "vat_intra_community",
    VatCategory.EXPORT: "vat_export",
    VatCategory.OUT_OF_SCOPE: "vat_out_of_scope",
}


def mention_keys(company: Company, treatments: Iterable[VatTreatment]) -> list[tuple[str, str]]:
    """Note code and wording key of every sentence due, in printing order.

    Late payment (PMT, PMD) and discount (AAB) notes are each due exactly once
    (BR-FR-05, -06). A treatment that brings its own reason needs no key: see
    `own_reasons`.
    """
    keys = [
        ("PMT", "PMT"),
        ("PMD", "PMD"),
        ("AAB", "AAB_none" if company.discount_terms in ("", "none") else "AAB_agreed"),
    ]
    for treatment in sorted(set(treatments), key=lambda each: each.sort_key):
        if treatment.category is VatCategory.STANDARD or treatment.reason:
            continue
        key = _REASON_KEY.get(treatment.category)
        if (
            key is None
            and treatment.category is VatCategory.EXEMPT
            and company.vat_regime is VatRegime.EXEMPT_293B
        ):
            key = "vat_franchise_293b"
        if key is not None:
            keys.append(("VAT", key))
    if company.vat_regime is VatRegime.DEBITS:
        keys.append(("VAT", "vat_on_debits"))
    return list(dict.fromkeys(keys))


def own_reasons(treatments: Iterable[VatTreatment]) -> list[str]:
    """Exemption reasons given with the lines themselves."""
    ordered = sorted(set(treatments), key=lambda each: each.sort_key)
    return list(dict.fromkeys(each.reason for each in ordered if each.reason))

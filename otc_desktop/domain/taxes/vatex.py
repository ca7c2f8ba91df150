"""Reasons why a line bears no VAT, by their code (BT-121, the VATEX list of CEF)."""

from otc_desktop.domain.taxes.vat import VatCategory

# Those of a category; the first is the usual one. E takes every other one.
VATEX_OF = {
    VatCategory.INTRA_COMMUNITY: ("VATEX-EU-IC",),
    VatCategory.EXPORT: ("VATEX-EU-G",),
    VatCategory.REVERSE_CHARGE: ("VATEX-EU-AE", "VATEX-FR-AE"),
    VatCategory.OUT_OF_SCOPE: ("VATEX-EU-O", "VATEX-EU-79-C"),
    VatCategory.EXEMPT: (
        "VATEX-FR-FRANCHISE",
        "VATEX-FR-CGI261-1",
        "VATEX-FR-CGI261-2",
        "VATEX-FR-CGI261-3",
        "VATEX-FR-CGI261-4",
        "VATEX-FR-CGI261-5",
        "VATEX-FR-CGI261-7",
        "VATEX-FR-CGI261-8",
        "VATEX-FR-CGI261A",
        "VATEX-FR-CGI261B",
        "VATEX-FR-CGI261C-1",
        "VATEX-FR-CGI261C-2",
        "VATEX-FR-CGI261C-3",
        "VATEX-FR-CGI261D-1",
        "VATEX-FR-CGI261D-1BIS",
        "VATEX-FR-CGI261D-2",
        "VATEX-FR-CGI261D-3",
        "VATEX-FR-CGI261D-4",
        "VATEX-FR-CGI261E-1",
        "VATEX-FR-CGI261E-2",
        "VATEX-FR-CGI275",
        "VATEX-FR-CGI277A",
        "VATEX-FR-298SEXDECIESA",
        "VATEX-FR-CNWVAT",
        "VATEX-EU-79-C",
        "VATEX-EU-D",
        "VATEX-EU-F",
        "VATEX-EU-I",
        "VATEX-EU-J",
    ),
}


def fits(vatex: str, category: VatCategory) -> bool:
    """Whether a reason can stand with a category; codes we don't know can stand with E."""
    if category is VatCategory.EXEMPT:
        known = {code for codes in VATEX_OF.values() for code in codes}
        return vatex in VATEX_OF[category] or vatex not in known
    return vatex in VATEX_OF.get(category, ())

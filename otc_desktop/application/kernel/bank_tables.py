"""Statements that banks give as tables: what their columns are called, and how one is read.

Headers come from the exports of Société Générale, Crédit Agricole, Crédit Mutuel and CIC,
BPCE, BNP Paribas, La Banque Postale, LCL, BoursoBank, Qonto, Shine, Revolut, N26, UBS.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark, ImportMapping
from otc_desktop.application.kernel.imports import Aliases, CellKind, ImportKind

# Better headers first: of two columns that say the same, the one named earlier is taken.
ALIASES: Aliases = {
    "date": (
        "date de comptabilisation",
        "date comptable",
        "date d'écriture",
        "booking date",
        "date",
        "dateOp",
        "date opération",
        "date de l'opération",
        "date d'opération",
        "date operation",
        "completed date",
        "date completed",
        "transaction date",
        "settlement date",
    ),
    "value_date": (
        "date de valeur",
        "date valeur",
        "date de la valeur",
        "dateVal",
        "value date",
        "valeur",
    ),
    "label": (
        "libellé",
        "libellé opération",
        "libellé de l'opération",
        "libellé complet",
        "label",
        "description 1",
        "description",
        "nature de l'opération",
        "opération",
        "intitulé",
        "motif",
        "payment reference",
        "communication",
    ),
    "detail": (
        "détail de l'écriture",
        "détail",
        "description 2",
        "libellé détaillé",
        "informations complémentaires",
        "commentaire",
        "comment",
        "libellé court",
        "libellé simplifié",
        "details",
    ),
    "note": ("description 3", "note", "remarque", "informations"),
    "debit": ("débit", "débit euros", "montant débit", "débit eur", "debits", "paid out"),
    "credit": ("crédit", "crédit euros", "montant crédit", "crédit eur", "credits", "paid in"),
    "amount": (
        "montant",
        "montant de l'opération",
        "montant opération",
        "montant opération en euro",
        "montant euros",
        "montant en euros",
        "montant eur",
        "montant total",
        "amount",
        "total amount",
    ),
    "direction": ("sens", "débit/crédit", "debit credit", "d/c"),
    "fee": ("fee", "frais"),
    "balance": (
        "solde",
        "solde bancaire",
        "solde comptable",
        "solde progressif",
        "balance",
        "running balance",
    ),
    "reference": (
        "référence",
        "reference",
        "ref",
        "end to end",
        "référence de bout en bout",
        "numéro de pièce",
    ),
    "bank_reference": (
        "identifiant de transaction",
        "transaction id",
        "id",
        "n° de transaction",
        "référence banque",
        "référence de l'opération",
        "operation number",
        "numéro d'opération",
        "transferwise id",
    ),
    "counterparty": (
        "nom de la contrepartie",
        "contrepartie",
        "partner name",
        "counterparty",
        "counterparty name",
        "tiers",
        "nom du tiers",
        "bénéficiaire",
        "émetteur",
        "payer name",
        "payee name",
    ),
    "counterparty_account": (
        "IBAN de la contrepartie",
        "partner iban",
        "beneficiary iban",
        "counterparty iban",
        "bank account",
    ),
    "account": (
        "IBAN",
        "accountNum",
        "numéro de compte",
        "n° de compte",
        "compte",
        "account number",
        "produit",
    ),
    "currency": ("devise", "currency", "payment currency", "monnaie", "monn."),
    "original_amount": ("orig amount", "original amount", "montant d'origine"),
    "original_currency": ("orig currency", "original currency", "devise d'origine"),
    "status": ("statut", "status", "state", "état"),
    "type": (
        "type",
        "type opération",
        "type d'opération",
        "type de transaction",
        "méthode de paiement",
        "nature",
    ),
}
BANK_TABLE = ImportKind(
    name="bank",
    aliases=ALIASES,
    cells={
        "date": CellKind.DATE,
        "value_date": CellKind.DATE,
        "debit": CellKind.AMOUNT,
        "credit": CellKind.AMOUNT,
        "amount": CellKind.AMOUNT,
        "balance": CellKind.AMOUNT,
        "counterparty_account": CellKind.IBAN,
    },
    key="bank_reference",
    required=("date", "label"),
)
# What a mapping remembers beside its columns, under these names in its constants.
ENCODING, DELIMITER, HEADER_LINE, ACCOUNT, CURRENCY = (
    "encoding",
    "delimiter",
    "header_line",
    "account",
    "currency",
)
NO_HEADER = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoices:
    """What a statement file doesn't say and somebody else does.

    `currency` holds where the file names none; `mappings` are those remembered, `mapping`
    the one insisted on.
    """

    currency: str = "EUR"
    dates: DateOrder = DateOrder.AUTO
    mappings: Sequence[ImportMapping] = ()
    mapping: ImportMapping | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookChoices:
    """How the beginning of a table is to be looked at; empty and 0 let the reader decide.

    `header_line` is the line of the header, `NO_HEADER` for a table without one.
    """

    encoding: str = ""
    delimiter: str = ""
    header_line: int = 0
    mappings: Sequence[ImportMapping] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """The beginning of a table as the mapping dialog shows it, and what it is taken for.

    `columns` has one entry a title: one of ours, or empty. `account` is the one the file
    names, if any; `dates` and `decimals` are what the columns taken say, AUTO where they
    can't tell. `remembered` is the mapping made for such files before.
    """

    encoding: str
    delimiter: str
    header_line: int
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_count: int
    account: str
    currency: str
    dates: DateOrder
    decimals: DecimalMark
    remembered: ImportMapping | None
    is_sure: bool


_MONEY_COLUMNS = ("amount", "debit", "credit")
_TEXT_COLUMNS = ("label", "detail", "counterparty", "reference", "type")


def is_complete(columns: Sequence[str]) -> bool:
    """Whether these columns are enough for a statement: a date, a text and money."""
    return (
        "date" in columns
        and any(each in columns for each in _MONEY_COLUMNS)
        and any(each in columns for each in _TEXT_COLUMNS)
    )

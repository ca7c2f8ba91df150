"""Statuses of the reform: what each code means, who sets it, and which reasons it may give.

Codes, phases and reasons are those of the CDAR message of XP Z12-012 (flow 6) and of the
rules BR-FR-CDV (CL-06, CL-09, 14 and 15).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from otc_desktop.domain.shared.errors import RuleError


class Phase(StrEnum):
    """Of which part of an invoice's life a status tells; the value is MDT-77."""

    TRANSMISSION = "305"
    PROCESSING = "23"


class Setter(StrEnum):
    """Who sets a status."""

    SELLER = "seller"
    SELLER_PLATFORM = "seller_platform"
    PLATFORM = "platform"
    BUYER = "buyer"
    THIRD_PARTY = "third_party"


class StatusCode(StrEnum):
    """What happened to an e-invoice (MDT-105)."""

    DEPOSITED = "200"
    SENT = "201"
    RECEIVED = "202"
    MADE_AVAILABLE = "203"
    TAKEN_CHARGE = "204"
    APPROVED = "205"
    PARTLY_APPROVED = "206"
    DISPUTED = "207"
    SUSPENDED = "208"
    COMPLETED = "209"
    REFUSED = "210"
    PAYMENT_SENT = "211"
    CASHED = "212"
    REJECTED = "213"
    ENDORSED = "214"
    CANCELLED = "220"
    ROUTING_ERROR = "221"
    INADMISSIBLE = "501"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFacts:
    """What the reform says of one status.

    `french` is its official name (MDT-106), `document_code` the code of MDT-88 where the
    public examples give one, `binds` says that it must reach the State.
    """

    french: str
    setter: Setter
    phase: Phase
    needs_reason: bool = False
    binds: bool = False
    reasons: tuple[str, ...] = ()
    document_code: str = ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ORDER_AND_PRICE = _words(
    "AUTRE CMD_ERR SIRET_ERR CODE_ROUTAGE_ERR REF_CT_ABSENT REF_ERR PU_ERR REM_ERR QTE_ERR"
    " ART_ERR MODPAI_ERR QUALITE_ERR LIVR_INCOMP"
)
_REFUSAL = _words(
    "TX_TVA_ERR MONTANTTOTAL_ERR CALCUL_ERR NON_CONFORME DOUBLON DEST_ERR TRANSAC_INC"
    " EMMET_INC CONTRAT_TERM DOUBLE_FACT CMD_ERR ADR_ERR REF_CT_ABSENT"
)
# Public bodies may also refuse for these (BR-FR-CDV-CL-09, case B2G).
_PUBLIC_REFUSAL = _words(
    "RETRAIT_MAN_SERV ST_CT_NON_DECLAR SUPPR_COMP_AVOIR TRANSF_PMNT_REGIE CONTACT_ACHTR"
    " AUTRE COORD_BANC_ERR LIVR_INCOMP"
)
_DISPUTE = _words(
    "AUTRE COORD_BANC_ERR TX_TVA_ERR MONTANTTOTAL_ERR CALCUL_ERR NON_CONFORME DOUBLON DEST_INC"
    " DEST_ERR TRANSAC_INC EMMET_INC CONTRAT_TERM DOUBLE_FACT CMD_ERR ADR_ERR SIRET_ERR"
    " CODE_ROUTAGE_ERR REF_CT_ABSENT REF_ERR PU_ERR REM_ERR QTE_ERR ART_ERR MODPAI_ERR"
    " QUALITE_ERR LIVR_INCOMP"
)
_SUSPENSION = _words(
    "JUSTIF_ABS COORD_BANC_ERR CMD_ERR SIRET_ERR CODE_ROUTAGE_ERR REF_CT_ABSENT REF_ERR"
)
_REJECTION = _words(
    "MONTANTTOTAL_ERR CALCUL_ERR DOUBLON DEST_INC ADR_ERR REJ_SEMAN REJ_UNI REJ_COH REJ_ADR"
    " REJ_CONT_B2G REJ_REF_PJ REJ_ASS_PJ"
)
_UNREADABLE = _words(
    "IRR_VIDE_F IRR_TYPE_F IRR_SYNTAX IRR_TAILLE_PJ IRR_NOM_PJ IRR_VID_PJ IRR_EXT_DOC"
    " IRR_TAILLE_F IRR_ANTIVIRUS IRR_NOM_F"
)

FACTS = {
    StatusCode.DEPOSITED: StatusFacts(
        french="Déposée",
        setter=Setter.SELLER_PLATFORM,
        phase=Phase.TRANSMISSION,
        binds=True,
        reasons=("NON_TRANSMISE",),
        document_code="10",
    ),
    StatusCode.SENT: StatusFacts(
        french="Émise", setter=Setter.SELLER_PLATFORM, phase=Phase.TRANSMISSION, document_code="51"
    ),
    StatusCode.RECEIVED: StatusFacts(
        french="Reçue", setter=Setter.PLATFORM, phase=Phase.TRANSMISSION, document_code="43"
    ),
    StatusCode.MADE_AVAILABLE: StatusFacts(
        french="Mise à disposition",
        setter=Setter.PLATFORM,
        phase=Phase.TRANSMISSION,
        document_code="48",
    ),
    StatusCode.TAKEN_CHARGE: StatusFacts(
        french="Prise en charge", setter=Setter.BUYER, phase=Phase.PROCESSING, document_code="45"
    ),
    StatusCode.APPROVED: StatusFacts(
        french="Approuvée", setter=Setter.BUYER, phase=Phase.PROCESSING, document_code="1"
    ),
    StatusCode.PARTLY_APPROVED: StatusFacts(
        french="Approuvée partiellement",
        setter=Setter.BUYER,
        phase=Phase.PROCESSING,
        needs_reason=True,
        reasons=_ORDER_AND_PRICE,
    ),
    StatusCode.DISPUTED: StatusFacts(
        french="En litige",
        setter=Setter.BUYER,
        phase=Phase.PROCESSING,
        needs_reason=True,
        reasons=_DISPUTE,
    ),
    StatusCode.SUSPENDED: StatusFacts(
        french="Suspendue",
        setter=Setter.BUYER,
        phase=Phase.PROCESSING,
        needs_reason=True,
        reasons=_SUSPENSION,
    ),
    StatusCode.COMPLETED: StatusFacts(
        french="Complétée", setter=Setter.SELLER, phase=Phase.PROCESSING
    ),
    StatusCode.REFUSED: StatusFacts(
        french="Refusée",
        setter=Setter.BUYER,
        phase=Phase.PROCESSING,
        needs_reason=True,
        binds=True,
        reasons=(*_REFUSAL, *_PUBLIC_REFUSAL),
    ),
    StatusCode.PAYMENT_SENT: StatusFacts(
        french="Paiement transmis", setter=Setter.BUYER, phase=Phase.PROCESSING, document_code="47"
    ),
    StatusCode.CASHED: StatusFacts(
        french="Encaissée",
        setter=Setter.SELLER,
        phase=Phase.PROCESSING,
        binds=True,
        document_code="47",
    ),
    StatusCode.REJECTED: StatusFacts(
        french="Rejetée",
        setter=Setter.PLATFORM,
        phase=Phase.TRANSMISSION,
        needs_reason=True,
        binds=True,
        reasons=_REJECTION,
        document_code="8",
    ),
    StatusCode.ENDORSED: StatusFacts(
        french="Visée", setter=Setter.THIRD_PARTY, phase=Phase.PROCESSING
    ),
    StatusCode.CANCELLED: StatusFacts(
        french="Annulée", setter=Setter.SELLER, phase=Phase.PROCESSING
    ),
    StatusCode.ROUTING_ERROR: StatusFacts(
        french="Erreur de routage",
        setter=Setter.PLATFORM,
        phase=Phase.TRANSMISSION,
        needs_reason=True,
        reasons=("ROUTAGE_ERR",),
    ),
    StatusCode.INADMISSIBLE: StatusFacts(
        french="Irrecevable",
        setter=Setter.PLATFORM,
        phase=Phase.TRANSMISSION,
        needs_reason=True,
        reasons=_UNREADABLE,
    ),
}

# What a buyer may ask of the seller with a reason (MDT-121): nothing, further information or
# a new invoice, a credit note in whole or in part, of the amount, another thing.
ACTIONS = ("NOA", "PIN", "NIN", "CNF", "CNP", "CNA", "OTH")

# The seller answers these itself; they are messages that go out.
OURS = frozenset(code for code, facts in FACTS.items() if facts.setter is Setter.SELLER)
# The customer contests: what is open is not reminded of.
CONTESTED = frozenset((StatusCode.DISPUTED, StatusCode.SUSPENDED))
# The invoice counts for nothing: an internal credit that is not transmitted, then a new one.
TURNED_DOWN = frozenset((StatusCode.REFUSED, StatusCode.REJECTED))
# The platform has taken the invoice in, or says that it can't.
DEPOSITED_OR_LATER = frozenset(
    code
    for code in StatusCode
    if code not in (StatusCode.REJECTED, StatusCode.INADMISSIBLE, StatusCode.CANCELLED)
)
# Somebody of ours has to act.
TO_DEAL_WITH = (
    StatusCode.REFUSED,
    StatusCode.REJECTED,
    StatusCode.SUSPENDED,
    StatusCode.INADMISSIBLE,
    StatusCode.ROUTING_ERROR,
)
ALL_REASONS = tuple(dict.fromkeys(reason for facts in FACTS.values() for reason in facts.reasons))


def known_code(text: str) -> StatusCode:
    """The status of a code.

    Raises:
        RuleError: `status.unknown_code`.
    """
    try:
        return StatusCode(text.strip())
    except ValueError as problem:
        raise RuleError("status.unknown_code", where="code", value=text.strip()[:20]) from problem


def check_reason(code: StatusCode, reasons: Collection[str]) -> None:
    """Refuse a status whose reason is missing or belongs to another (BR-FR-CDV-15, CL-09).

    Raises:
        RuleError: `status.reason_missing`, `status.reason_unknown`.
    """
    facts = FACTS[code]
    if facts.needs_reason and not reasons:
        raise RuleError("status.reason_missing", where="reason", reform_status=code.value)
    for reason in reasons:
        if reason not in facts.reasons:
            raise RuleError(
                "status.reason_unknown",
                where="reason",
                reform_status=code.value,
                reason=reason[:40],
            )

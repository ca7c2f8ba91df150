"""What a reason of the reform's messages means among our reasons of dispute."""

from collections.abc import Sequence

from otc_desktop.domain.disputes.dispute import DisputeReason

_REASONS = {
    "TX_TVA_ERR": DisputeReason.VAT,
    "MONTANTTOTAL_ERR": DisputeReason.PRICE,
    "CALCUL_ERR": DisputeReason.PRICE,
    "PU_ERR": DisputeReason.PRICE,
    "REM_ERR": DisputeReason.PRICE,
    "QTE_ERR": DisputeReason.QUANTITY,
    "LIVR_INCOMP": DisputeReason.DELIVERY,
    "ART_ERR": DisputeReason.DELIVERY,
    "QUALITE_ERR": DisputeReason.QUALITY,
    "NON_CONFORME": DisputeReason.QUALITY,
    "DOUBLON": DisputeReason.DUPLICATE,
    "DOUBLE_FACT": DisputeReason.DUPLICATE,
    "CMD_ERR": DisputeReason.PURCHASE_ORDER,
    "REF_CT_ABSENT": DisputeReason.PURCHASE_ORDER,
    "REF_ERR": DisputeReason.PURCHASE_ORDER,
    "DEST_ERR": DisputeReason.RECIPIENT,
    "DEST_INC": DisputeReason.RECIPIENT,
    "ADR_ERR": DisputeReason.RECIPIENT,
    "SIRET_ERR": DisputeReason.RECIPIENT,
    "CODE_ROUTAGE_ERR": DisputeReason.RECIPIENT,
}


def reason_of(told: Sequence[str]) -> DisputeReason:
    """Our reason for the first that has one."""
    return next((_REASONS[each] for each in told if each in _REASONS), DisputeReason.OTHER)

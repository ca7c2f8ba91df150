"""Why a direct debit came back: the reason codes of rejects, returns and refunds (EPC 173-14)."""

from enum import StrEnum


class ReturnReason(StrEnum):
    """ISO 20022 external status reasons that SEPA direct debit uses."""

    ACCOUNT_WRONG = "AC01"
    ACCOUNT_CLOSED = "AC04"
    ACCOUNT_BLOCKED = "AC06"
    CONSUMER_ACCOUNT = "AC13"
    DEBIT_FORBIDDEN = "AG01"
    OPERATION_CODE_WRONG = "AG02"
    FUNDS_INSUFFICIENT = "AM04"
    DUPLICATE = "AM05"
    CREDITOR_UNKNOWN = "BE05"
    CREDITOR_BANK_UNREACHABLE = "CNOR"
    DEBTOR_BANK_UNREACHABLE = "DNOR"
    FILE_WRONG = "FF01"
    SCHEME_WRONG = "FF05"
    NO_MANDATE = "MD01"
    MANDATE_DATA_WRONG = "MD02"
    REFUND_ASKED = "MD06"
    DEBTOR_DECEASED = "MD07"
    REFUSED_BY_DEBTOR = "MS02"
    NOT_GIVEN = "MS03"
    BIC_WRONG = "RC01"
    REGULATORY_ACCOUNT = "RR01"
    REGULATORY_NAME = "RR02"
    REGULATORY_CREDITOR = "RR03"
    REGULATORY = "RR04"
    BANK_SERVICE = "SL01"


_MANDATE_OF_NO_USE = frozenset(
    {
        ReturnReason.ACCOUNT_WRONG,
        ReturnReason.ACCOUNT_CLOSED,
        ReturnReason.ACCOUNT_BLOCKED,
        ReturnReason.CONSUMER_ACCOUNT,
        ReturnReason.DEBIT_FORBIDDEN,
        ReturnReason.DEBTOR_BANK_UNREACHABLE,
        ReturnReason.NO_MANDATE,
        ReturnReason.MANDATE_DATA_WRONG,
        ReturnReason.DEBTOR_DECEASED,
        ReturnReason.BIC_WRONG,
    }
)


def reason_of(code: str) -> ReturnReason:
    """The reason that a bank's code stands for; one that we do not know gives no reason (MS03)."""
    plain = code.strip().upper()
    return next((one for one in ReturnReason if one == plain), ReturnReason.NOT_GIVEN)


def blocks_mandate(reason: ReturnReason) -> bool:
    """Whether the same mandate must not be collected again before somebody has looked at it."""
    return reason in _MANDATE_OF_NO_USE

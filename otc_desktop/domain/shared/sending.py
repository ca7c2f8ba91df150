"""When issued documents are mailed, and what goes with their PDF."""

from enum import StrEnum


class SendAtIssue(StrEnum):
    """Whether a document is put in the outbox with its issue.

    `company` leaves it to the company's own rule; it stands on a customer's file only.
    """

    COMPANY = "company"
    NEVER = "never"
    ASK = "ask"
    AT_ISSUE = "at_issue"


# What a company can choose.
COMPANY_RULES = (SendAtIssue.NEVER, SendAtIssue.ASK, SendAtIssue.AT_ISSUE)


class MailXml(StrEnum):
    """The e-invoice that a customer wants beside the PDF, for its own program."""

    NONE = "none"
    CII = "cii"
    UBL = "ubl"


def rule_in_force(customer: SendAtIssue, company: SendAtIssue) -> SendAtIssue:
    """The customer's own rule where it has one, else the company's."""
    return company if customer is SendAtIssue.COMPANY else customer

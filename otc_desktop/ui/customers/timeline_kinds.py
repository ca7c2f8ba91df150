"""Which facts a timeline shows: one line for each kind of event, in the reader's language.

Who adds an event to the program adds its line here; a test finds those that have none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from otc_desktop.ui.customers.timeline_formal import formal_sentences, proposal_sentences


class Group(StrEnum):
    """What a reader narrows a timeline to."""

    DOCUMENTS = "documents"
    MAILS = "mails"
    CONTACTS = "contacts"
    PAYMENTS = "payments"
    DISPUTES = "disputes"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class TimelineKind:
    """One kind of event: its group, and its sentence with the event's details in braces."""

    group: Group
    sentence: str


# Events that belong to no customer, and that no timeline of one shows.
OF_NO_CUSTOMER = frozenset(
    (
        "BankLinePosted",
        "BankPostingUndone",
        "CollectionCancelled",
        "CollectionPrepared",
        "DunningPlanSaved",
        "EReportingExported",
        "LedgerExported",
        "RateSaved",
        "RefundsCancelled",
        "SlipCreditUndone",
        "SlipCredited",
        "SlipRemitted",
        "SlipWithdrawn",
        "StatementImported",
        "StockCounted",
        "StockMoved",
        "StockReceived",
        "TransactionIgnored",
        "TransactionTakenBack",
    )
)


def group_titles() -> Mapping[Group, str]:
    """The groups in words, in the order of their chips."""
    return {
        Group.DOCUMENTS: QCoreApplication.translate("Timeline", "Documents"),
        Group.MAILS: QCoreApplication.translate("Timeline", "E-mails and reminders"),
        Group.CONTACTS: QCoreApplication.translate("Timeline", "Calls and notes"),
        Group.PAYMENTS: QCoreApplication.translate("Timeline", "Payments"),
        Group.DISPUTES: QCoreApplication.translate("Timeline", "Disputes"),
        Group.CHANGES: QCoreApplication.translate("Timeline", "Changes"),
    }


def timeline_kinds() -> Mapping[str, TimelineKind]:
    """Every kind of event by its class's name."""
    return {
        **_documents(),
        **_mails(),
        **_contacts(),
        **_payments(),
        **_disputes(),
        **_changes(),
    }


def _documents() -> Mapping[str, TimelineKind]:
    kinds = {
        "ContractCreated": QCoreApplication.translate("Timeline", "Contract {number} agreed"),
        "ContractCancelled": QCoreApplication.translate(
            "Timeline", "Contract {number} ends on {last_day}: {reason}"
        ),
        "WorksAgreed": QCoreApplication.translate("Timeline", "Works {number} agreed"),
        "RetentionReleased": QCoreApplication.translate("Timeline", "Retention {number} is due"),
        "ProFormaMade": QCoreApplication.translate("Timeline", "Pro forma {number} made"),
        "QuoteMade": QCoreApplication.translate("Timeline", "Quote {number} made"),
        "QuoteChanged": QCoreApplication.translate("Timeline", "Quote {number} rewritten"),
        "QuoteAccepted": QCoreApplication.translate(
            "Timeline", "Quote {number} accepted, order {order}"
        ),
        "QuoteRefused": QCoreApplication.translate("Timeline", "Quote {number} refused: {reason}"),
        "QuoteRevised": QCoreApplication.translate(
            "Timeline", "Quote {number} replaced by {newer}"
        ),
        "OrderTaken": QCoreApplication.translate("Timeline", "Order {number} taken"),
        "OrderConfirmed": QCoreApplication.translate("Timeline", "Order {number} confirmed"),
        "OrderHeld": QCoreApplication.translate("Timeline", "Order {number} held: {holds}"),
        "OrderChanged": QCoreApplication.translate("Timeline", "Order {number} rewritten"),
        "OrderAmended": QCoreApplication.translate("Timeline", "Order {number} changed: {changes}"),
        "OrderCancelled": QCoreApplication.translate(
            "Timeline", "Order {number} cancelled: {reason}"
        ),
        "OrderClosed": QCoreApplication.translate("Timeline", "Order {number} closed: {reason}"),
        "OrderReopened": QCoreApplication.translate(
            "Timeline", "Order {number} reopened: {reason}"
        ),
        "OrderReleased": QCoreApplication.translate(
            "Timeline", "Order {number} released: {reason}"
        ),
        "OrderDelivered": QCoreApplication.translate(
            "Timeline", "Delivery {number} of order {order}"
        ),
        "DeliveryCancelled": QCoreApplication.translate(
            "Timeline", "Delivery {number} of order {order} cancelled: {reason}"
        ),
        "ReturnNoted": QCoreApplication.translate(
            "Timeline", "Return {number} announced, delivery {delivery}: {reason}"
        ),
        "GoodsReturned": QCoreApplication.translate(
            "Timeline", "Goods of return {number} came back, delivery {delivery}: {reason}"
        ),
        "ReturnCredited": QCoreApplication.translate(
            "Timeline", "Credit note of return {number} prepared, invoice {invoice}"
        ),
        "ReturnCancelled": QCoreApplication.translate("Timeline", "Return {number} did not come"),
        "DepositAsked": QCoreApplication.translate(
            "Timeline", "Deposit of {amount} asked for order {number}: {reason}"
        ),
        "CreditRefused": QCoreApplication.translate(
            "Timeline", "Credit refused for order {number}: {reason}"
        ),
        "LateInterestDrafted": QCoreApplication.translate(
            "Timeline", "Late interest drafted: {interest}, indemnities {indemnity}"
        ),
        "InvoiceIssued": QCoreApplication.translate("Timeline", "Invoice {number} issued"),
        "ReformStatusKept": QCoreApplication.translate(
            "Timeline", "E-invoice {number}: {reform_status}"
        ),
        "DraftMadeFromFile": QCoreApplication.translate(
            "Timeline", "Draft made of {file_name} ({number})"
        ),
        "CreditNoteIssued": QCoreApplication.translate("Timeline", "Credit note {number} issued"),
        "CustomerTakenOver": QCoreApplication.translate(
            "Timeline", "File {code} taken over from the ledger of another program"
        ),
        "DocumentTakenOver": QCoreApplication.translate(
            "Timeline", "{number} taken over, {open} open"
        ),
        "AttachmentAdded": QCoreApplication.translate(
            "Timeline", "File attached: {file_name} ({thing})"
        ),
        "AttachmentRemoved": QCoreApplication.translate(
            "Timeline", "File removed: {file_name} ({thing})"
        ),
        "AttachmentAnnotated": QCoreApplication.translate(
            "Timeline", "Note on {file_name}: {after}"
        ),
    }
    return {name: TimelineKind(Group.DOCUMENTS, text) for name, text in kinds.items()}


def _mails() -> Mapping[str, TimelineKind]:
    kinds = {
        "QuoteSent": QCoreApplication.translate("Timeline", "Quote {number} sent to {recipient}"),
        "OrderConfirmationQueued": QCoreApplication.translate(
            "Timeline", "Confirmation of order {number} for {recipient}"
        ),
        "InvoiceQueued": QCoreApplication.translate(
            "Timeline", "{number} put in the outbox for {recipient}"
        ),
        "ProFormaQueued": QCoreApplication.translate(
            "Timeline", "Pro forma {number} put in the outbox for {recipient}"
        ),
        "DeliveryNoteQueued": QCoreApplication.translate(
            "Timeline", "Delivery note {number} put in the outbox for {recipient}"
        ),
        "StatementQueued": QCoreApplication.translate(
            "Timeline", "Statement of account ({amount}) put in the outbox for {recipient}"
        ),
        "InvoiceNotQueued": QCoreApplication.translate(
            "Timeline", "{number} issued without its e-mail: the customer has no address"
        ),
        "MailHandedOver": QCoreApplication.translate(
            "Timeline", "{number} opened in the mail program for {recipient}"
        ),
        "MailSent": QCoreApplication.translate("Timeline", "E-mail sent to {recipient}: {subject}"),
        "MailRefused": QCoreApplication.translate(
            "Timeline", "E-mail to {recipient} {status}: {subject}"
        ),
        "MailRequeued": QCoreApplication.translate(
            "Timeline", "E-mail put back in the outbox for {recipient}: {subject}"
        ),
        "AddressCorrected": QCoreApplication.translate(
            "Timeline", "E-mail address {before} corrected: {after}"
        ),
        "DepositQueued": QCoreApplication.translate("Timeline", "{number} waits for the platform"),
        "FlowDeposited": QCoreApplication.translate("Timeline", "{name} deposited on the platform"),
        "FlowRefused": QCoreApplication.translate(
            "Timeline", "{name} refused by the platform: {answer}"
        ),
        "MailReceived": QCoreApplication.translate("Timeline", "E-mail from {sender}: {subject}"),
        "AutomaticMailReceived": QCoreApplication.translate(
            "Timeline", "Automatic answer from {sender}: {subject}"
        ),
        "MailBounced": QCoreApplication.translate(
            "Timeline", "E-mail to {recipient} came back: {answer}"
        ),
        "MailDelayed": QCoreApplication.translate(
            "Timeline", "E-mail to {recipient} is late: {answer}"
        ),
        "MailWithheld": QCoreApplication.translate(
            "Timeline", "E-mail withheld, settled meanwhile: {subject}"
        ),
        "ReminderPlanned": QCoreApplication.translate("Timeline", "Reminder planned, step {step}"),
        "ReminderApproved": QCoreApplication.translate("Timeline", "Reminder approved"),
        "ReminderSkipped": QCoreApplication.translate(
            "Timeline", "Reminder skipped by hand, step {step}"
        ),
        "RemindersPaused": QCoreApplication.translate(
            "Timeline", "Reminders paused: {reason} {until}"
        ),
        "PauseEnded": QCoreApplication.translate("Timeline", "Reminders go on"),
        "CustomerThanked": QCoreApplication.translate(
            "Timeline", "Thanked for a payment of {amount} ({numbers})"
        ),
        "PaymentPlanSent": QCoreApplication.translate(
            "Timeline", "Payment plan {number} sent to {recipient}"
        ),
    }
    kinds |= formal_sentences()
    return {name: TimelineKind(Group.MAILS, text) for name, text in kinds.items()}


def _contacts() -> Mapping[str, TimelineKind]:
    kinds = {
        "NoteAdded": QCoreApplication.translate("Timeline", "Note: {text}"),
        "NoteWithdrawn": QCoreApplication.translate("Timeline", "Note withdrawn: {text}"),
        "CallLogged": QCoreApplication.translate("Timeline", "{direction}, {outcome}: {text}"),
        "PromiseRecorded": QCoreApplication.translate(
            "Timeline", "Promise of {amount} by {promised_on}"
        ),
        "PromiseCancelled": QCoreApplication.translate(
            "Timeline", "Promise of {amount} called off: {reason}"
        ),
        "PromiseJudged": QCoreApplication.translate(
            "Timeline", "{promise_state}: {amount} by {promised_on}, received {received}"
        ),
        "PaymentPlanMade": QCoreApplication.translate(
            "Timeline", "Payment plan {number}: {amount} in {instalments} instalments"
        ),
        "PaymentPlanApproved": QCoreApplication.translate(
            "Timeline", "Payment plan {number} approved by {author}"
        ),
        "PaymentPlanCancelled": QCoreApplication.translate(
            "Timeline", "Payment plan {number} called off: {reason}"
        ),
        "PaymentPlanJudged": QCoreApplication.translate(
            "Timeline", "Payment plan {number}: {plan_state}"
        ),
    }
    return {name: TimelineKind(Group.CONTACTS, text) for name, text in kinds.items()}


def _payments() -> Mapping[str, TimelineKind]:
    kinds = {
        "RefundOrdered": QCoreApplication.translate(
            "Timeline", "Refund {number} of {amount} ordered for {document}, account {iban}"
        ),
        "DebitAsked": QCoreApplication.translate(
            "Timeline", "Direct debit {number} of {amount} asked for {collect_on}: {numbers}"
        ),
        "ReceiptAllocated": QCoreApplication.translate(
            "Timeline", "Receipt matched: {amount} on {numbers}"
        ),
        "AllocationUndone": QCoreApplication.translate(
            "Timeline", "Matching undone: {amount} on {numbers}"
        ),
        "PaidOnAccount": QCoreApplication.translate(
            "Timeline", "Paid on account, {number}: {amount}"
        ),
        "OnAccountWithdrawn": QCoreApplication.translate(
            "Timeline", "Payment on account {number} taken back: {amount}"
        ),
        "CreditLaid": QCoreApplication.translate(
            "Timeline", "{number} laid on {numbers}: {amount}"
        ),
        "ReceiptReturned": QCoreApplication.translate(
            "Timeline", "Payment returned by the bank: {amount} on {numbers} ({reason})"
        ),
        "PaperReceived": QCoreApplication.translate(
            "Timeline", "Received, {paper} {number}: {amount} on {numbers}"
        ),
        "PaperCorrected": QCoreApplication.translate(
            "Timeline", "Receipt corrected, {paper} {number}"
        ),
        "PaperUndone": QCoreApplication.translate(
            "Timeline", "Receipt taken back, {paper} {number}: {amount} on {numbers}"
        ),
        "PaperReturned": QCoreApplication.translate(
            "Timeline", "Returned unpaid, {paper} {number}: {amount} on {numbers} ({reason})"
        ),
        "PaperReturnUndone": QCoreApplication.translate(
            "Timeline", "Return taken back, {paper} {number}: {amount}"
        ),
        "BillMatured": QCoreApplication.translate(
            "Timeline", "Discounted bill {number} fell due: {amount}"
        ),
        "PayerLearnt": QCoreApplication.translate("Timeline", "Learnt for matching: {facts}"),
        "PayerForgotten": QCoreApplication.translate("Timeline", "Forgotten for matching: {fact}"),
    }
    kinds |= proposal_sentences()
    return {name: TimelineKind(Group.PAYMENTS, text) for name, text in kinds.items()}


def _disputes() -> Mapping[str, TimelineKind]:
    kinds = {
        "DisputeOpened": QCoreApplication.translate(
            "Timeline", "Dispute opened on {number}: {reason}"
        ),
        "DisputeChanged": QCoreApplication.translate(
            "Timeline", "Dispute on {number}: {stage} ({owner})"
        ),
        "DisputeClosed": QCoreApplication.translate("Timeline", "Dispute closed: {resolution}"),
    }
    return {name: TimelineKind(Group.DISPUTES, text) for name, text in kinds.items()}


def _changes() -> Mapping[str, TimelineKind]:
    kinds = {
        "MandateSigned": QCoreApplication.translate(
            "Timeline", "Mandate {rum} signed, account {iban}"
        ),
        "MandateRevoked": QCoreApplication.translate("Timeline", "Mandate {rum} revoked"),
        "MandateReleased": QCoreApplication.translate(
            "Timeline", "Mandate {rum} may be collected again, account {iban}"
        ),
        "MandateBlocked": QCoreApplication.translate(
            "Timeline", "Mandate {rum} to be looked at: returned with {code}"
        ),
        "CustomerCreated": QCoreApplication.translate("Timeline", "File {code} created"),
        "CustomerSubmitted": QCoreApplication.translate(
            "Timeline", "File handed over for validation"
        ),
        "CustomerValidated": QCoreApplication.translate("Timeline", "File validated"),
        "CustomerSentBack": QCoreApplication.translate("Timeline", "File sent back: {reason}"),
        "CustomerBlocked": QCoreApplication.translate("Timeline", "Customer blocked: {reason}"),
        "CustomerUnblocked": QCoreApplication.translate("Timeline", "Customer unblocked"),
        "CustomersMerged": QCoreApplication.translate(
            "Timeline", "File {code} ({name}) merged into this one"
        ),
        "CustomerMergedInto": QCoreApplication.translate(
            "Timeline", "File merged into {code} ({name})"
        ),
        "CustomerMergeUndone": QCoreApplication.translate(
            "Timeline", "Merge with {code} ({name}) undone"
        ),
        "CustomerArchived": QCoreApplication.translate("Timeline", "File archived"),
        "CustomerRestored": QCoreApplication.translate(
            "Timeline", "File taken back from the archive"
        ),
        "CustomerCeased": QCoreApplication.translate(
            "Timeline", "Business ended, says {source}: {after}"
        ),
        "AddressSaved": QCoreApplication.translate("Timeline", "Address saved: {label}"),
        "AddressRemoved": QCoreApplication.translate("Timeline", "Address removed: {label}"),
        "ContactSaved": QCoreApplication.translate("Timeline", "Contact {name} saved: {changes}"),
        "ContactRemoved": QCoreApplication.translate("Timeline", "Contact {name} removed"),
        "CreditLimitSet": QCoreApplication.translate(
            "Timeline", "Credit limit: {before} → {after} ({reason})"
        ),
        "CreditGradeSet": QCoreApplication.translate(
            "Timeline", "Credit grade: {before} → {after} ({reason})"
        ),
        "PriceAgreed": QCoreApplication.translate(
            "Timeline", "Price agreed for {product}: {price}{discount} ({reference})"
        ),
        "AgreedPriceEnded": QCoreApplication.translate(
            "Timeline", "Agreed price ends on {last} ({reference})"
        ),
        "RebateAgreed": QCoreApplication.translate(
            "Timeline", "Year-end rebate agreed from {first} to {last} ({reference})"
        ),
        "RebateEnded": QCoreApplication.translate(
            "Timeline", "Year-end rebate ended ({reference})"
        ),
        "CustomerGraded": QCoreApplication.translate(
            "Timeline", "Credit grade by behaviour: {before} → {after}"
        ),
        "CustomerChanged": QCoreApplication.translate("Timeline", "File changed: {changes}"),
    }
    return {name: TimelineKind(Group.CHANGES, text) for name, text in kinds.items()}

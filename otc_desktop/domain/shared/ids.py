"""Names of things: UUIDv7 made before the database is met, never shown to a person."""

from typing import NewType
from uuid import UUID

CustomerId = NewType("CustomerId", UUID)
ContactId = NewType("ContactId", UUID)
AddressId = NewType("AddressId", UUID)
ProductId = NewType("ProductId", UUID)
SalesOrderId = NewType("SalesOrderId", UUID)
QuoteId = NewType("QuoteId", UUID)
DeliveryId = NewType("DeliveryId", UUID)
SalesReturnId = NewType("SalesReturnId", UUID)
InvoiceId = NewType("InvoiceId", UUID)
OpenItemId = NewType("OpenItemId", UUID)
BankAccountId = NewType("BankAccountId", UUID)
BankStatementId = NewType("BankStatementId", UUID)
BankTransactionId = NewType("BankTransactionId", UUID)
AllocationId = NewType("AllocationId", UUID)
JournalEntryId = NewType("JournalEntryId", UUID)
ReminderId = NewType("ReminderId", UUID)
MailId = NewType("MailId", UUID)
DisputeId = NewType("DisputeId", UUID)
NoteId = NewType("NoteId", UUID)
CallId = NewType("CallId", UUID)
PromiseId = NewType("PromiseId", UUID)
AttachmentId = NewType("AttachmentId", UUID)

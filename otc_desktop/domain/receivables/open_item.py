"""What a customer owes by one document, and what is left of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, OpenItemId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.exigibility import due_vat


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """The claim of one document; amounts are signed, a credit note's are negative.

    `invoice_id` is None for items taken over from another program. `vat` and
    `vat_released` serve VAT on receipts. `letter` joins the ledger lines that settle each
    other; upper case once nothing is open. `account` is the ledger account where it is not
    the customers' usual one; `part_of_id` the document of which it is a part that falls due
    apart, such as a retention. `vat_due_minor` is VAT that is payable whatever was paid: a
    final invoice has deducted the deposit. `unripe_minor` is what bills settled that are not
    paid yet: it is no longer open, but no payment for VAT on receipts.
    """

    id: OpenItemId
    invoice_id: InvoiceId | None
    customer_id: CustomerId
    number: str
    kind: InvoiceKind
    issued_on: date
    due_on: date
    total: Money
    open: Money
    vat: Money
    vat_released: Money
    letter: str = ""
    settled_on: date | None = None
    purchase_order: str = ""
    account: str = ""
    part_of_id: InvoiceId | None = None
    vat_due_minor: int = 0
    unripe_minor: int = 0
    version: int = 1

    def settle(self, amount: Money, *, on: date) -> Self:
        """The item less an amount, which has the item's sign (negative for a credit note).

        Raises:
            RuleError: `receivables.more_than_open`, `receivables.wrong_sign`.
        """
        if amount.amount * self.total.amount <= 0:
            raise RuleError("receivables.wrong_sign", number=self.number, amount=amount)
        if abs(amount) > abs(self.open):
            raise RuleError(
                "receivables.more_than_open", number=self.number, amount=amount, open=self.open
            )
        left = self.open - amount
        return replace(self, open=left, settled_on=None if left else on)

    def reopen(self, amount: Money) -> Self:
        """The item with an undone settlement back on it.

        Raises:
            RuleError: `receivables.more_than_total`, `receivables.wrong_sign`.
        """
        if amount.amount * self.total.amount <= 0:
            raise RuleError("receivables.wrong_sign", number=self.number, amount=amount)
        left = self.open + amount
        if abs(left) > abs(self.total):
            raise RuleError("receivables.more_than_total", number=self.number, amount=amount)
        return replace(self, open=left, settled_on=None)

    def vat_to_release(self) -> Money:
        """VAT on receipts that became payable: in proportion to what is paid, to the cent.

        The last payment releases the exact rest (CGI art. 269-2-c). Negative after an undo.
        """
        if not self.open and not self.unripe_minor:
            return self.vat - self.vat_released
        paid = self.total - self.open - Money.from_minor(self.unripe_minor, self.total.currency)
        # Multiplied before divided: a quotient cut to 28 digits can lose the half cent of a tie.
        share = self.vat.amount * paid.amount / self.total.amount
        reached = Money.rounded(share, self.vat.currency)
        if self.vat_due_minor:
            reached = max(reached, Money.from_minor(self.vat_due_minor, self.vat.currency))
        return reached - self.vat_released

    def with_vat_due(self, tax: Money) -> Self:
        """The item with more of its VAT payable whatever is paid, never beyond what it has."""
        due = max(0, min(self.vat_due_minor + tax.minor, self.vat.minor))
        return replace(self, vat_due_minor=due)

    def with_unripe(self, amount: Money) -> Self:
        """The item with so much more, or less, settled by bills that are not paid yet."""
        return replace(self, unripe_minor=self.unripe_minor + amount.minor)

    def with_vat_released(self, released: Money) -> Self:
        """The item after a release."""
        return replace(self, vat_released=self.vat_released + released)


def open_item_of(
    invoice: Invoice, new_id: OpenItemId, *, regime: VatRegime = VatRegime.RECEIPTS
) -> OpenItem:
    """The claim that an issued document makes, with the VAT that its payment releases.

    Under debits nothing is released, and the claim carries all its VAT.
    """
    sign = invoice.kind.sign
    carried = invoice.totals.total_vat
    if regime is VatRegime.MIXED:
        due = due_vat(
            invoice.totals, invoice.lines, regime=regime, is_deposit=invoice.kind.is_deposit
        )
        carried = total(due.on_receipt, invoice.currency)
    signed_total = invoice.totals.total_incl_tax if sign > 0 else -invoice.totals.total_incl_tax
    signed_vat = carried if sign > 0 else -carried
    return OpenItem(
        id=new_id,
        invoice_id=invoice.id,
        customer_id=invoice.customer_id,
        number=invoice.number,
        kind=invoice.kind,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        total=signed_total,
        open=signed_total,
        vat=signed_vat,
        vat_released=Money.zero(invoice.currency),
        settled_on=None if signed_total else invoice.issued_on,
        purchase_order=invoice.purchase_order,
    )


def item_on_account(
    new_id: OpenItemId, number: str, *, customer_id: CustomerId, amount: Money, on: date
) -> OpenItem:
    """Money of a customer that no document explains yet: open like a credit note.

    It carries no VAT: what it is laid on later releases its own.
    """
    return OpenItem(
        id=new_id,
        invoice_id=None,
        customer_id=customer_id,
        number=number,
        kind=InvoiceKind.ON_ACCOUNT,
        issued_on=on,
        due_on=on,
        total=-amount,
        open=-amount,
        vat=Money.zero(amount.currency),
        vat_released=Money.zero(amount.currency),
    )


def split_retention(
    invoice: Invoice, item: OpenItem, new_id: OpenItemId, account: str
) -> tuple[OpenItem, OpenItem | None]:
    """The claim without what the customer keeps back, and the claim of the latter.

    The retention stands on an account of its own until it is due (law 71-584); VAT that
    waits for money is shared between the two.
    """
    kept = None if invoice.progress is None else invoice.progress.retention
    if kept is None or not kept.amount:
        return item, None
    vat = item.vat.times(kept.amount.amount / item.total.amount)
    rest = item.total - kept.amount
    retention = replace(
        item,
        id=new_id,
        invoice_id=None,
        part_of_id=invoice.id,
        number=f"{invoice.number}-RG",
        due_on=kept.release_on,
        total=kept.amount,
        open=kept.amount,
        vat=vat,
        account=account,
    )
    return replace(item, total=rest, open=rest, vat=item.vat - vat), retention


def cancelling_item(first: OpenItem, corrective: Invoice, new_id: OpenItemId) -> OpenItem:
    """The internal credit by which a corrective invoice cancels the first one.

    It is no document and is not sent: the corrective invoice says all.
    """
    return OpenItem(
        id=new_id,
        invoice_id=None,
        part_of_id=corrective.id,
        customer_id=first.customer_id,
        number=f"{corrective.number}-AN",
        kind=InvoiceKind.CREDIT_NOTE,
        issued_on=corrective.issued_on,
        due_on=corrective.issued_on,
        total=-first.total,
        open=-first.total,
        vat=-first.vat,
        vat_released=Money.zero(corrective.currency),
        purchase_order=first.purchase_order,
    )

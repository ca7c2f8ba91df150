"""The PDF of an issued invoice or credit note."""

from collections.abc import Mapping, Sequence

from otc_desktop.adapters.documents.invoice_heading import (
    document_title,
    invoice_heading,
    listed_below,
)
from otc_desktop.adapters.documents.invoice_lines import LineTable
from otc_desktop.adapters.documents.invoice_totals import (
    LastFigure,
    closing_totals,
    further_vat_groups,
)
from otc_desktop.adapters.documents.layout.flow import Block, space
from otc_desktop.adapters.documents.layout.pictures import picture_of
from otc_desktop.adapters.documents.layout.styles import Styles, document_styles
from otc_desktop.adapters.documents.paper import Content, Paper, print_paper
from otc_desktop.adapters.documents.payment_block import payment_block
from otc_desktop.adapters.documents.progress_block import progress_block
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.net_to_pay import kept_back, net_to_pay
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.paper_look import PaperLook


def render_invoice(invoice: Invoice, wording: Wording, look: PaperLook) -> bytes:
    """Draw the document. Figures are those of `invoice.totals`.

    A credit note shows its positive amounts and neither due date nor bank details, since
    nothing is to be paid.
    """
    styles = document_styles(look.template, look.colour)
    logo = None if look.logo is None else picture_of(look.logo)
    table = LineTable(
        invoice, wording, styles, look=look, subheadings=_subheadings(invoice, wording)
    )
    return print_paper(
        Paper(
            title=document_title(invoice, wording),
            number=invoice.number,
            issued_on=invoice.issued_on,
            seller=invoice.seller,
            buyer_name=invoice.buyer.name,
            footer=look.footer,
        ),
        Content(
            heading=invoice_heading(invoice, wording, styles, logo),
            rows=table.rows(),
            frame=table.frame(),
            closing=closing_totals(invoice, wording, styles, last=_last_figure(invoice, wording)),
            tail=_tail(invoice, wording, styles),
            mentions=[
                *listed_below(invoice, wording),
                *(each.text for each in invoice.mentions),
            ],
        ),
        wording,
        styles,
    )


def _subheadings(invoice: Invoice, wording: Wording) -> Mapping[int, str]:
    """Several deliveries are told apart by a line of their own; so are deducted deposits."""
    found: dict[int, str] = {}
    if len(invoice.deliveries) > 1:
        for each in invoice.deliveries:
            found[each.first_line] = wording.label(
                "delivery_at" if each.ship_to else "delivery_of",
                number=each.number,
                date=wording.formats.date(each.delivered_on),
                place=", ".join(each.ship_to.splitlines()),
            )
    if invoice.deductions:
        first = min(each.line for each in invoice.deductions)
        found[first] = wording.label("deducted_deposits")
    return found


def _last_figure(invoice: Invoice, wording: Wording) -> LastFigure:
    amount = net_to_pay(invoice)
    less: list[tuple[str, Money]] = []
    retained = kept_back(invoice)
    if retained and invoice.progress is not None and invoice.progress.retention is not None:
        percent = wording.formats.percent(invoice.progress.retention.percent)
        less.append((wording.label("retention", percent=percent), retained))
    paid = invoice.totals.total_incl_tax - retained - amount
    if paid:
        less.append((wording.label("paid_already"), paid))
    deducted = total((each.basis for each in invoice.deductions), invoice.currency)
    return LastFigure(
        label="to_credit" if invoice.kind.is_credit else "to_pay",
        amount=invoice.totals.total_incl_tax if invoice.kind.is_credit else amount,
        deducted=deducted if invoice.deductions else None,
        less=less,
    )


def _tail(invoice: Invoice, wording: Wording, styles: Styles) -> Sequence[Block]:
    blocks = further_vat_groups(invoice, wording, styles)
    if invoice.progress is not None:
        blocks += [space(14), progress_block(invoice.progress, wording, styles)]
    if not invoice.kind.is_credit and net_to_pay(invoice).amount > 0:
        blocks += [space(14), payment_block(invoice, wording, styles)]
    return blocks

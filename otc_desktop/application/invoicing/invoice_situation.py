"""Prepare the next progress invoice of works."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.works import Situation
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.scales import PERCENT_PLACES, on_scale
from otc_desktop.domain.taxes.lines import DocumentLine

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSituation:
    """Ask for a situation: one percentage for all lines, or by line position.

    Percentages are cumulative, from the beginning of the works; lines not named stay where
    they are. `is_final` makes the final account: everything is done.
    """

    number: str
    percent: Decimal | None = None
    by_line: Mapping[int, Decimal] | None = None
    is_final: bool = False


@use_case(permission=Permission.DRAFT_INVOICE)
def invoice_situation(command: InvoiceSituation, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft with the works so far, less what earlier situations invoiced.

    Raises:
        NotFoundError: `invoicing.works_not_found`.
        RuleError: `invoicing.situation_waits` while the last one is a draft,
            `invoicing.no_such_line`, and what the domain refuses.
    """
    with ctx.unit_of_work() as uow:
        works = uow.works.get_by_number(command.number, lock=True)
        customer = uow.customers.get(works.customer_id)
        if any(uow.invoices.is_draft(each.invoice_id) for each in works.situations):
            raise RuleError("invoicing.situation_waits", number=works.number)
        percents = list(works.reached)
        if command.is_final:
            percents = [_HUNDRED] * len(percents)
        elif command.percent is not None:
            percents = [on_scale(command.percent, PERCENT_PLACES, field="percent")] * len(percents)
        for position, percent in (command.by_line or {}).items():
            if not 0 <= position < len(percents):
                raise RuleError("invoicing.no_such_line", where="lines", line=position + 1)
            percents[position] = on_scale(percent, PERCENT_PLACES, field="percent")

        def text(key: str, **values: str) -> str:
            return ctx.ports.mentions.text(
                key, language=customer.language, on=ctx.today, values=values
            )

        def describe(line: DocumentLine, percent: Decimal) -> str:
            return text(
                "line_situation",
                description=line.description,
                percent=_plain(percent),
                quantity=f"{_plain(line.quantity)} × {_plain(line.unit_price)}",
            )

        draft = works.situation_draft(
            InvoiceId(ctx.new_id()),
            percents,
            on=ctx.today,
            is_final=command.is_final,
            describe=describe,
            previous_description=text("line_situation_previous"),
        )
        situation = Situation(
            situation=len(works.situations) + 1,
            invoice_id=draft.id,
            percents=tuple(percents),
            is_final=command.is_final,
        )
        uow.invoices.add_draft(draft, customer, ctx.today)
        uow.works.add_situation(works.with_situation(situation), situation)
        return uow.commit(draft)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")

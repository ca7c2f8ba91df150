"""Keep a recurring contract."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.invoicing.contract_input import ContractInput
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import build_lines
from otc_desktop.application.kernel.lookups import customer_to_sell_to, document_currency
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.invoicing.recurring import RecurringContract
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import RecurringContractId

SERIES = "contract"
NUMBERS = NumberFormat("CT{year}-{seq:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateContract:
    """Ask for a recurring contract to be kept."""

    contract: ContractInput


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractCreated(Event):
    """A recurring contract was agreed."""

    number: str


@use_case(permission=Permission.DRAFT_INVOICE)
def create_contract(command: CreateContract, ctx: Context, task: Task) -> RecurringContract:
    """Keep a contract; its first period is prepared when it is due.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: what the customer's file or the contract refuses.
        BlockingFindings: faulty lines, all at once.
    """
    asked = command.contract
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        customer = customer_to_sell_to(uow, asked.customer)
        sequence = uow.number_series.take(SERIES, NUMBERS.period(ctx.today), date.min)
        contract = RecurringContract(
            id=RecurringContractId(ctx.new_id()),
            number=NUMBERS.format(sequence, ctx.today),
            customer_id=customer.id,
            currency=document_currency("", company),
            lines=build_lines(
                asked.lines,
                uow,
                company,
                customer=customer,
                on=asked.starts_on,
                rates=ctx.ports.vat_rates,
            ),
            months=asked.months,
            starts_on=asked.starts_on,
            anchor_on=asked.anchor_on or asked.starts_on,
            timing=asked.timing,
            ends_on=asked.ends_on,
            renewal_months=asked.renewal_months,
            indexation=asked.indexation,
            title=asked.title.strip(),
            purchase_order=asked.purchase_order.strip(),
        )
        uow.recurring.add(contract, customer)
        uow.record(
            ContractCreated(subject_id=contract.id, customer_id=customer.id, number=contract.number)
        )
        return uow.commit(contract)

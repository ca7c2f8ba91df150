"""The jobs themselves: each runs use cases, and says what it counted and what went wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from otc_desktop.application.banking.watched_folder import import_waiting
from otc_desktop.application.dunning.check_promises import (
    CheckPromises,
    ForeseePromises,
    PromiseCheck,
    check_promises,
    foresee_promises,
)
from otc_desktop.application.dunning.plan_reminders import PlanReminders, plan_reminders_for
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.dunning.thank_payers import ThankPayers, thank_payers
from otc_desktop.application.invoicing.fetch_flows import FetchFlows, fetch_flows
from otc_desktop.application.invoicing.platform_settings import ReadPlatform, read_platform
from otc_desktop.application.invoicing.prepare_contract import (
    ContractsDue,
    PrepareContract,
    contracts_due,
    prepare_contract,
)
from otc_desktop.application.invoicing.send_flows import SendFlows, send_flows
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import UseCases
from otc_desktop.application.mailbox.mail_account import ReadMailAccount, read_mail_account
from otc_desktop.application.mailbox.poll_mailbox import PollMailbox, poll_mailbox
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.application.receivables.deposit_slips import RipenBills, ripen_bills
from otc_desktop.application.reporting.grade_customers import GradeCustomers, grade_customers
from otc_desktop.domain.dunning.promise import PromiseState
from otc_desktop.domain.invoicing.platform_account import PlatformKind
from otc_desktop.domain.scheduling.job import JobName, Problem
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import BlockingFindings


@dataclass(frozen=True, slots=True, kw_only=True)
class JobReport:
    """What a job did: counts by name, and what waits for a person."""

    counts: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What jobs work with: intents, words for a note beside a refused file, the backup."""

    use_cases: UseCases
    words: Callable[[OtcError], str]
    back_up: Callable[[], Path]


Job = Callable[[Tools, Task], JobReport]


def take_in_statements(tools: Tools, task: Task) -> JobReport:
    """The statement files in the folder that this machine watches."""
    files = import_waiting(tools.use_cases, tools.words, task)
    return JobReport(
        counts={
            "files": sum(1 for each in files if each.refusal is None),
            "added": sum(statement.added for each in files for statement in each.statements),
        },
        problems=tuple(
            problem
            for each in files
            if each.refusal is not None and not each.is_left
            for problem in problems_of(each.refusal, where=each.path.name)
        ),
    )


def read_mailbox(tools: Tools, task: Task) -> JobReport:
    """Answers and bounces, where the company reads its mailbox."""
    account = tools.use_cases.run(read_mail_account, ReadMailAccount())
    if account is None or account.reading is None:
        return JobReport()
    outcome = tools.use_cases.run(poll_mailbox, PollMailbox(), task)
    return JobReport(counts={**outcome.filed, "ignored": outcome.ignored})


def mature_bills(tools: Tools, task: Task) -> JobReport:
    """Discounted bills that fell due: their VAT on receipts is payable."""
    return JobReport(counts={"matured": tools.use_cases.run(ripen_bills, RipenBills(), task)})


def grade(tools: Tools, task: Task) -> JobReport:
    """The customers' risk grades."""
    changed = tools.use_cases.run(grade_customers, GradeCustomers(), task)
    return JobReport(counts={"changed": len(changed)})


def remind(tools: Tools, task: Task) -> JobReport:
    """The reminders that are due."""
    plan = tools.use_cases.run(run_reminders, RunReminders(), task)
    return JobReport(counts={"made": len(plan.reminders), "withheld": len(plan.withheld)})


def watch_promises(tools: Tools, task: Task) -> JobReport:
    """Promises and payment plans, by what was paid."""
    return JobReport(counts=_promise_counts(tools.use_cases.run(check_promises, CheckPromises())))


def thank(tools: Tools, task: Task) -> JobReport:
    """Thanks for payments, where the plans have them."""
    return JobReport(counts=tools.use_cases.run(thank_payers, ThankPayers(), task))


def prepare_contracts(tools: Tools, task: Task) -> JobReport:
    """The drafts that recurring contracts owe; one that is refused stops no other."""
    due = tools.use_cases.run(contracts_due, ContractsDue(), task)
    drafts = 0
    problems: list[Problem] = []
    for place, contract_id in enumerate(due):
        task.progress(place, len(due))
        task.check_cancelled()
        try:
            command = PrepareContract(contract_id=contract_id)
            drafts += len(tools.use_cases.run(prepare_contract, command, task))
        except OtcError as refusal:
            problems += problems_of(refusal)
    return JobReport(counts={"drafts": drafts}, problems=tuple(problems))


def send_outbox(tools: Tools, task: Task) -> JobReport:
    """The mails that wait."""
    outcome = tools.use_cases.run(send_mail, SendMail(), task)
    problems = () if outcome.problem is None else problems_of(outcome.problem)
    return JobReport(counts=dict(outcome.counts), problems=problems)


def exchange_with_platform(tools: Tools, task: Task) -> JobReport:
    """Deposits that wait, their fate, and statuses that came, where a platform is chosen."""
    account = tools.use_cases.run(read_platform, ReadPlatform())
    if account.kind is PlatformKind.NONE:
        return JobReport()
    sent = tools.use_cases.run(send_flows, SendFlows(), task)
    problems = () if sent.problem is None else problems_of(sent.problem)
    counts = dict(sent.counts)
    if not problems:
        heard = tools.use_cases.run(fetch_flows, FetchFlows(), task)
        for told in (heard.acknowledged, heard.messages):
            for name, count in told.items():
                counts[name] = counts.get(name, 0) + count
    return JobReport(counts=counts, problems=problems)


def back_up(tools: Tools, task: Task) -> JobReport:
    """A copy of the books."""
    tools.back_up()
    return JobReport(counts={"copies": 1})


JOBS: Mapping[JobName, Job] = {
    JobName.BANK: take_in_statements,
    JobName.MAILBOX: read_mailbox,
    JobName.BILLS: mature_bills,
    JobName.GRADES: grade,
    JobName.PROMISES: watch_promises,
    JobName.REMINDERS: remind,
    JobName.THANKS: thank,
    JobName.CONTRACTS: prepare_contracts,
    JobName.OUTBOX: send_outbox,
    JobName.PLATFORM: exchange_with_platform,
    JobName.BACKUP: back_up,
}


def foresee_reminders(tools: Tools, on: date, task: Task) -> Mapping[str, int]:
    """What would leave on a date."""
    plan = tools.use_cases.run(plan_reminders_for, PlanReminders(on=on), task)
    return {"made": len(plan.reminders), "withheld": len(plan.withheld)}


def foresee_promises_of(tools: Tools, on: date, task: Task) -> Mapping[str, int]:
    """What a check of promises would tell on a date."""
    return _promise_counts(tools.use_cases.run(foresee_promises, ForeseePromises(on=on), task))


def foresee_contracts(tools: Tools, on: date, task: Task) -> Mapping[str, int]:
    """How many contracts would owe drafts on a date."""
    return {"contracts": len(tools.use_cases.run(contracts_due, ContractsDue(on=on), task))}


# The others ask the disk or a server: only the moment tells what they find.
PREVIEWS: Mapping[JobName, Callable[[Tools, date, Task], Mapping[str, int]]] = {
    JobName.PROMISES: foresee_promises_of,
    JobName.REMINDERS: foresee_reminders,
    JobName.CONTRACTS: foresee_contracts,
}


def problems_of(refusal: OtcError, *, where: str = "") -> tuple[Problem, ...]:
    """A refusal as problems that can be kept and worded later: all its findings."""
    if isinstance(refusal, BlockingFindings):
        return tuple(
            Problem(code=each.code, params=each.params, where=each.where or where)
            for each in refusal.findings
        )
    return (Problem(code=refusal.code, params=refusal.params, where=refusal.where or where),)


def _promise_counts(check: PromiseCheck) -> Mapping[str, int]:
    states = (
        PromiseState.BROKEN,
        PromiseState.PARTLY,
        PromiseState.KEPT,
        PromiseState.KEPT_LATE,
    )
    return {
        **{state.value: check.count(state) for state in states},
        "plans_broken": check.plans_broken,
    }

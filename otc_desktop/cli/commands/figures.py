"""`otc customer figures`, `otc customer grade`, `otc invoice why` and `otc kpi`."""

from typing import Any

from otc_desktop.application.dunning.read_promise_figures import (
    ReadPromiseFigures,
    read_promise_figures,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.reporting.explain_unpaid import ExplainUnpaid, explain_unpaid_invoice
from otc_desktop.application.reporting.grade_customers import GradeCustomers, grade_customers
from otc_desktop.application.reporting.read_customer_figures import (
    ReadCustomerFigures,
    read_customer_figures,
)
from otc_desktop.application.reporting.read_dispute_figures import (
    ReadDisputeFigures,
    read_dispute_figures,
)
from otc_desktop.application.reporting.read_invoice_errors import (
    ReadInvoiceErrors,
    read_invoice_errors,
)
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount


def customer(house: House, options: Any, task: Task) -> dict[str, Any]:
    """A customer's figures, month by month, and the receipts expected from it."""
    command = ReadCustomerFigures(customer=options.code, on=options.on)
    page = house.use_cases.run(read_customer_figures, command, task)
    figures = page.figures
    return {
        "customer": options.code,
        "on": figures.on,
        "definitions": {
            "average_delay": "days from due date to settlement, weighed by amount, over a year",
            "median_delay": "the same, each invoice counted once",
            "dso": "open amount / sales incl. tax of the year x days",
            "overdue_percent": "overdue amount / open amount",
        },
        "open": amount(figures.open),
        "overdue": amount(figures.overdue),
        "overdue_percent": figures.overdue_percent,
        "settled_invoices": figures.habit.settled,
        "average_delay": figures.habit.average,
        "median_delay": figures.habit.median,
        "dso": figures.dso,
        "oldest": None if figures.oldest is None else figures.oldest.number,
        "disputes": figures.disputes,
        "broken_promises": figures.broken_promises,
        "grade": figures.risk.grade,
        "reasons": [
            {
                "code": reason.code,
                "points": reason.points,
                "message": house.messages.sentence(reason.code, reason.params),
            }
            for reason in figures.risk.reasons
        ],
        "expected": {
            "usual_delay": page.usual_delay,
            "own_habit": page.habit_is_own,
            "weeks": [
                {"monday": week.monday, "amount": amount(week.amount)}
                for week in page.expected.weeks
            ],
            "later": amount(page.expected.later),
            "disputed": amount(page.expected.disputed),
        },
        "months": [
            {
                "on": month.on,
                "open": amount(month.open),
                "overdue": amount(month.overdue),
                "dso": month.dso,
                "median_delay": month.median_delay,
                "grade": month.grade,
            }
            for month in page.months
        ],
    }


def grade(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep computed credit grades; who has another one now."""
    changes = house.use_cases.run(grade_customers, GradeCustomers(customer=options.code), task)
    return {
        "graded": [
            {"customer": change.customer, "before": change.before, "after": change.after}
            for change in changes
        ]
    }


def kpi(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The company's figures of a day, each with its definition."""
    errors = house.use_cases.run(read_invoice_errors, ReadInvoiceErrors(on=options.on), task)
    disputes = house.use_cases.run(read_dispute_figures, ReadDisputeFigures(on=options.on), task)
    promises = house.use_cases.run(read_promise_figures, ReadPromiseFigures(on=options.on), task)
    return {
        "on": errors.last,
        "kpis": {
            "dispute_rate": {
                "definition": "invoices of the last 365 days that a customer contested / "
                "invoices issued in them, in percent",
                "value": disputes.percent,
                "issued": disputes.issued,
                "contested": disputes.contested,
                "by_reason": {each.value: count for each, count in disputes.by_reason.items()},
                "by_cause": dict(disputes.by_cause),
            },
            "dispute_days": {
                "definition": "calendar days from opening to end of the disputes settled in the "
                "last 365 days, on average",
                "value": disputes.average_days,
                "median": disputes.median_days,
                "settled": len(disputes.days_to_settle),
                "by_outcome": {each.value: count for each, count in disputes.by_outcome.items()},
                "open": disputes.open,
                "late": disputes.late,
            },
            "promises_kept": {
                "definition": "promises for days of the last 365 kept in full within two "
                "business days / those kept or past that day, in percent",
                "value": promises.percent,
                "by_state": {each.value: count for each, count in promises.by_state.items()},
                "payment_plans": {each.value: count for each, count in promises.plans.items()},
            },
            "invoice_error_rate": {
                "definition": "invoices of the last 365 days credited or replaced for an error "
                "/ invoices issued in them, in percent",
                "value": errors.percent,
                "issued": errors.issued,
                "corrected": errors.corrected,
                "by_reason": {reason.value: count for reason, count in errors.by_reason.items()},
                "without_reason": errors.unexplained,
            },
        },
    }


def why(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Why an invoice is not paid."""
    found = house.use_cases.run(explain_unpaid_invoice, ExplainUnpaid(number=options.number), task)
    return {
        "invoice": found.item.number,
        "customer": found.customer.code,
        "open_amount": amount(found.item.open),
        "next_step": found.page.next_step,
        "next_step_in_words": house.messages.word("next_step", found.page.next_step.value),
        "expected_on": found.page.expected_on,
        "reasons": [
            {
                "light": reason.light,
                "code": reason.code,
                "message": house.messages.sentence(reason.code, reason.params),
            }
            for reason in found.page.reasons
        ],
    }

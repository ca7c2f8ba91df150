"""`otc credit`."""

from decimal import Decimal, InvalidOperation
from typing import Any

from otc_desktop.application.credit.approve_order import ApproveOrder, approve_order
from otc_desktop.application.credit.ask_deposit import AskDeposit, ask_deposit
from otc_desktop.application.credit.mark_ceased import MarkCeased, mark_ceased
from otc_desktop.application.credit.queries import CreditSituation
from otc_desktop.application.credit.recheck_order import RecheckOrder, recheck_order
from otc_desktop.application.credit.refuse_order import RefuseOrder, refuse_order
from otc_desktop.application.credit.set_credit import Keep, SetCredit, set_credit
from otc_desktop.application.credit.set_credit_grade import SetCreditGrade, set_credit_grade
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.errors import RuleError

_DEFAULT_REASON = "otc credit set"


def status(house: House, options: Any, task: Task) -> dict[str, Any]:
    """How one customer stands, or what waits for a decision."""
    if options.customer:
        return _situation(house, house.queries.credit.situation_of(options.customer))
    return {
        "held_orders": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "status": row.status,
                "holds": _reasons(house, row.codes),
                "total_incl_tax": amount(row.amount),
                "overrun": amount(row.overrun),
                "deposit": amount(row.deposit),
                "asked_on": row.asked_on,
                "asked_by": row.asked_by,
                "note": row.note,
            }
            for row in every_row(house.queries.credit_requests, {})
        ]
    }


def alerts(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Customers that give reason to look, the most urgent first."""
    return {
        "alerts": [
            {
                "customer": row.customer_code,
                "alerts": row.alerts,
                "exposure": amount(row.exposure),
                "limit": amount(row.limit),
                "overdue": amount(row.overdue),
                "grade": row.grade,
            }
            for row in house.queries.credit.alerts()
        ]
    }


def set_terms(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Set limit, insured amount and grade of a customer, each where it is given."""
    code, reason = options.customer, options.reason or _DEFAULT_REASON
    run = house.use_cases.run
    limit, insured = (_bound(getattr(options, name), name) for name in ("limit", "insured"))
    if (limit, insured) != (Keep.KEEP, Keep.KEEP):
        command = SetCredit(customer=code, limit=limit, insured=insured, reason=reason)
        run(set_credit, command, task)
    if options.grade is not None:
        grade = CreditGrade(options.grade)
        run(set_credit_grade, SetCreditGrade(customer=code, grade=grade, reason=reason), task)
    return _situation(house, house.queries.credit.situation_of(code))


def ceased(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Note that a customer's business has ended, or take it back."""
    command = MarkCeased(
        customer=options.customer,
        ceased_on=None if options.no else options.on or house.today(),
        source=options.source,
    )
    house.use_cases.run(mark_ceased, command, task)
    return _situation(house, house.queries.credit.situation_of(options.customer))


def approve(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Agree to a held order."""
    command = ApproveOrder(
        number=options.order,
        reason=options.reason,
        amount=None if options.amount is None else _decimal(options.amount, "amount"),
        until=options.until,
    )
    return _order(house, house.use_cases.run(approve_order, command, task))


def refuse(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Refuse a held order."""
    command = RefuseOrder(number=options.order, reason=options.reason)
    return _order(house, house.use_cases.run(refuse_order, command, task))


def deposit(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Agree to a held order once a deposit is there."""
    command = AskDeposit(
        number=options.order,
        amount=_decimal(options.amount, "amount"),
        reason=options.reason,
        until=options.until,
    )
    return _order(house, house.use_cases.run(ask_deposit, command, task))


def recheck(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Look at a held order again."""
    return _order(
        house, house.use_cases.run(recheck_order, RecheckOrder(number=options.order), task)
    )


def _situation(house: House, found: CreditSituation) -> dict[str, Any]:
    file, exposure = found.file, found.exposure
    return {
        "customer": file.code,
        "name": file.name,
        "grade": file.grade.grade,
        "grade_on": file.grade.given_on,
        "limit": amount(file.limit),
        "insured": amount(file.insured),
        "uninsured": amount(found.uninsured),
        "reviewed_on": file.reviewed_on,
        "ceased_on": file.ceased_on,
        "exposure": {
            "open_items": amount(exposure.open_items),
            "delivered_not_invoiced": amount(exposure.delivered),
            "ordered": amount(exposure.ordered),
            "total": amount(exposure.amount),
            "held": amount(exposure.held),
        },
        "available": amount(found.available),
        "overdue": amount(found.overdue),
        "on_account": amount(found.on_account),
        "limits": [
            {
                "scope": line.scope,
                "holder": line.holder_code,
                "limit": amount(line.limit),
                "used": amount(line.used),
                "available": amount(line.available),
            }
            for line in found.limits
        ],
        "group": [
            {"customer": each.code, "exposure": amount(each.exposure.amount)}
            for each in found.members
        ],
        "alerts": found.alerts,
    }


def _order(house: House, order: SalesOrder) -> dict[str, Any]:
    return {
        "number": order.number,
        "status": order.status,
        "holds": _reasons(house, order.holds),
        "total_incl_tax": amount(order.totals().total_incl_tax),
    }


def _reasons(house: House, codes: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"code": code, "message": house.messages.sentence(code, {})} for code in codes]


def _bound(text: str | None, where: str) -> Decimal | Keep | None:
    """An amount, `none` for no bound, nothing to keep what is there."""
    if text is None:
        return Keep.KEEP
    return None if text.strip().lower() == "none" else _decimal(text, where)


def _decimal(text: str, where: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise RuleError("import.bad_amount", where=where, value=text)
    return number

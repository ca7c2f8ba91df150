"""What Today says of calls, promises and payment plans, counted by the database."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from otc_desktop.domain.dunning.call import CallOutcome
from otc_desktop.domain.dunning.payment_plan import PlanState
from otc_desktop.domain.dunning.promise import PromiseState
from otc_desktop.persistence.tables.contact_log import customer_call, promise
from otc_desktop.persistence.tables.customer_book import contact
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.payment_plans import payment_plan

# A call agreed so long ago is made by whatever brings the customer up next.
_REMEMBERED = timedelta(days=90)
_OWED = (PromiseState.BROKEN.value, PromiseState.PARTLY.value)


def calls_today(today: date) -> Mapping[str, Select[Any]]:
    """Counts by name: what broke and was not spoken of since, calls agreed, wrong numbers.

    Broken is what the promise check told last; a call since then takes it off.
    """
    return {
        "promises_broken": select(func.count()).where(
            promise.c.told_state.in_(_OWED)
            & promise.c.cancelled_on.is_(None)
            & ~_called_since(promise.c.customer_id, promise.c.told_on)
        ),
        "plans_broken": select(func.count()).where(
            (payment_plan.c.told_state == PlanState.BROKEN.value)
            & ~_called_since(payment_plan.c.customer_id, payment_plan.c.told_on)
        ),
        "calls_agreed": select(func.count()).where(
            customer_call.c.next_call_on.between(today - _REMEMBERED, today) & ~_called_later()
        ),
        "contacts_to_mend": select(func.count()).where(
            (customer_call.c.outcome == CallOutcome.WRONG_NUMBER.value)
            & ~_called_later()
            & or_(customer_call.c.phone == "", _still_in_file())
        ),
        "payment_plans_waiting": select(func.count()).where(
            (payment_plan.c.told_state.in_(("", PlanState.WAITING.value)))
            & (payment_plan.c.approved_by == "")
            & payment_plan.c.cancelled_on.is_(None)
        ),
    }


def _called_since(
    customer_id: ColumnElement[Any], told_on: ColumnElement[Any]
) -> ColumnElement[bool]:
    return exists().where(
        and_(customer_call.c.customer_id == customer_id, customer_call.c.called_on >= told_on)
    )


def _called_later() -> ColumnElement[bool]:
    later = customer_call.alias("later")
    same_day = (later.c.called_on == customer_call.c.called_on) & (later.c.id > customer_call.c.id)
    return exists().where(
        (later.c.customer_id == customer_call.c.customer_id)
        & or_(later.c.called_on > customer_call.c.called_on, same_day)
    )


def _still_in_file() -> ColumnElement[bool]:
    number = customer_call.c.phone
    own = exists().where(
        (customer.c.id == customer_call.c.customer_id) & (customer.c.phone == number)
    )
    theirs = exists().where(
        (contact.c.customer_id == customer_call.c.customer_id)
        & or_(contact.c.phone == number, contact.c.mobile == number)
    )
    return or_(own, theirs)

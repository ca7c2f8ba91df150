"""The company and its settings, kept as one JSON document."""

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.shared.company import (
    Address,
    Company,
    MailSettings,
    ReadingSettings,
    VatRegime,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.difference_limits import DifferenceLimits
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.sending import SendAtIssue
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.company import company as table

_COMPANY = select(table)


class SqlCompanyRepository:
    """The one row of the company."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Company:
        """The company."""
        company = self.find()
        if company is None:
            raise NotFoundError("company.not_initialised")
        return company

    def find(self) -> Company | None:
        """The company, or None before `init`."""
        row = self._session.one(_COMPANY)
        return None if row is None else _from_json(json.loads(row["settings"]))

    def save(self, company: Company) -> None:
        """Create or replace it."""
        settings = json.dumps(_plain(company), ensure_ascii=False, sort_keys=True)
        row = self._session.one(_COMPANY, lock=True)
        if row is None:
            self._session.insert(table, {"id": 1, "settings": settings, "version": 1})
        else:
            self._session.update_versioned(table, 1, row["version"], {"settings": settings})
        self._session.topics.add(Topic.COMPANY)


def _plain(value: Any) -> Any:
    if isinstance(value, Currency):
        return value.code
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return str(value) if isinstance(value, Decimal) else value


def _from_json(data: dict[str, Any]) -> Company:
    return Company(
        **{
            **data,
            "address": Address(**data["address"]),
            "mail": None if data["mail"] is None else _mail(data["mail"]),
            "share_capital": None
            if data["share_capital"] is None
            else Decimal(data["share_capital"]),
            "vat_regime": VatRegime(data["vat_regime"]),
            "currency": Currency(data["currency"]),
            "send_at_issue": SendAtIssue(data.get("send_at_issue", SendAtIssue.ASK)),
            # Written by programs before this one: the limits as they were fixed then.
            "difference_limits": DifferenceLimits(
                **{key: Decimal(value) for key, value in data.get("difference_limits", {}).items()}
            ),
        }
    )


def _mail(data: dict[str, Any]) -> MailSettings:
    reading = data.get("reading")
    return MailSettings(
        **{**data, "reading": None if reading is None else ReadingSettings(**reading)}
    )

"""Tell the State the sales of a period that no e-invoice tells it (flow 10)."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from otc_desktop.application.invoicing.in_the_norm import in_the_norm
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.legal_wording import legal_wording
from otc_desktop.application.kernel.repositories.ereporting import (
    IssuedSale,
    KeptReport,
    PaidSale,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.einvoice import EInvoice
from otc_desktop.domain.invoicing.ereport import EReport, TransmissionKind, report_number
from otc_desktop.domain.invoicing.ereporting import ReportedIn, reported_in, sales_of_days
from otc_desktop.domain.invoicing.ereporting_payments import (
    InvoicePayment,
    payments_of_days,
    services_paid,
)
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event

ALL, SALES, PAYMENTS = "all", "sales", "payments"
CONTENTS = (ALL, SALES, PAYMENTS)
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9-]")
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportEReporting:
    """Ask for the data of a period: sales, payments, or both; a file of it in `folder`.

    Monthly payers of VAT tell sales every ten days and payments every month: two contents.
    """

    from_on: date
    to_on: date
    content: str = ALL
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EReportingExported(Event):
    """A transmission was made."""

    number: str
    transmission: str
    from_on: str
    to_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedReport:
    """What came of it; `report` is None where there was nothing to tell.

    `is_news` is false where the same data were exported before: it is that transmission.
    """

    report: KeptReport | None
    is_news: bool
    path: Path | None
    summary: Mapping[str, Any]


@use_case(permission=Permission.EXPORT_LEDGER)
def export_ereporting(command: ExportEReporting, ctx: Context, task: Task) -> ExportedReport:
    """Write and keep the transmission of a period.

    A period that was told already is told anew as a whole, as a corrective transmission, if
    anything in it is new; if nothing is, the first one is given again.

    Raises:
        RuleError: `ereporting.bad_period`, `ereporting.not_over`, `ereporting.unknown_content`,
            `ereporting.period_overlaps` with one told in another cut,
            `ereporting.no_siren`, `ereporting.vat_not_in_euros`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    _require_period(command, ctx.today)
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        if not company.siren:
            raise RuleError("ereporting.no_siren")
        before = _told_before(uow, command)
        report, summary = _report(uow, ctx, task, command, company, times=len(before) + 1)
        last = before[-1] if before else None
        if last is not None and last.fingerprint == report.fingerprint:
            kept, is_news, content = last, False, uow.archive.content(last.sha256)
        elif report.is_empty and last is None:
            return ExportedReport(report=None, is_news=False, path=None, summary=summary)
        else:
            is_news, content = True, ctx.ports.ereports.write(report)
            kept = KeptReport(
                id=ctx.new_id(),
                number=report.number,
                kind=report.kind,
                content=command.content,
                from_on=command.from_on,
                to_on=command.to_on,
                sha256=uow.archive.keep(content),
                fingerprint=report.fingerprint,
                summary=summary,
                made_at=report.made_at,
            )
            uow.ereports.add(kept)
            uow.record(
                EReportingExported(
                    subject_id=kept.id,
                    number=kept.number,
                    transmission=kept.kind.value,
                    from_on=str(kept.from_on),
                    to_on=str(kept.to_on),
                )
            )
        path = _written(ctx, command.folder, kept, content)
        done = ExportedReport(report=kept, is_news=is_news, path=path, summary=summary)
        return uow.commit(done) if is_news else done


def file_name(number: str) -> str:
    """The name of a transmission's file."""
    return f"ereporting_{_NOT_IN_A_NAME.sub('', number)}.xml"


def _written(ctx: Context, folder: Path | None, kept: KeptReport, content: bytes) -> Path | None:
    """The file, before the commit: a full disk leaves nothing told."""
    if folder is None:
        return None
    path = folder / file_name(kept.number)
    ctx.ports.files.write_atomically(path, (content,))
    return path


def _require_period(command: ExportEReporting, today: date) -> None:
    if command.content not in CONTENTS:
        raise RuleError("ereporting.unknown_content", where="content", content=command.content)
    if command.from_on > command.to_on:
        raise RuleError(
            "ereporting.bad_period", where="to", from_on=command.from_on, to_on=command.to_on
        )
    if command.to_on >= today:
        raise RuleError("ereporting.not_over", where="to", to_on=command.to_on)


def _told_before(uow: UnitOfWork, command: ExportEReporting) -> list[KeptReport]:
    """Transmissions of the very same period and content, the oldest first."""
    same = []
    for each in uow.ereports.overlapping(command.from_on, command.to_on):
        apart = {each.content, command.content} == {SALES, PAYMENTS}
        if apart:
            continue
        if (each.from_on, each.to_on, each.content) != (
            command.from_on,
            command.to_on,
            command.content,
        ):
            raise RuleError(
                "ereporting.period_overlaps",
                where="from",
                number=each.number,
                from_on=each.from_on,
                to_on=each.to_on,
            )
        same.append(each)
    return sorted(same, key=lambda each: each.made_at)


def _report(
    uow: UnitOfWork,
    ctx: Context,
    task: Task,
    command: ExportEReporting,
    company: Company,
    *,
    times: int,
) -> tuple[EReport, Mapping[str, Any]]:
    tells_sales, tells_payments = command.content != PAYMENTS, command.content != SALES
    sorted_: dict[ReportedIn, list[IssuedSale]] = {place: [] for place in ReportedIn}
    if tells_sales:
        for sale in uow.ereports.issued(command.from_on, command.to_on):
            sorted_[_place(sale)].append(sale)
    _require_euros([*sorted_[ReportedIn.CROSS_BORDER], *sorted_[ReportedIn.CONSUMERS]])
    wording = legal_wording(uow, ctx)
    consumers: list[Invoice] = []
    abroad: list[EInvoice] = []
    whole = len(sorted_[ReportedIn.CROSS_BORDER]) + len(sorted_[ReportedIn.CONSUMERS])
    for sale in sorted_[ReportedIn.CROSS_BORDER]:
        task.check_cancelled()
        task.progress(len(abroad), whole)
        abroad.append(in_the_norm(uow.invoices.get_issued(sale.invoice_id), company, wording))
    for sale in sorted_[ReportedIn.CONSUMERS]:
        task.check_cancelled()
        task.progress(len(abroad) + len(consumers), whole)
        consumers.append(uow.invoices.get_issued(sale.invoice_id))
    payments: dict[ReportedIn, list[InvoicePayment]] = {place: [] for place in ReportedIn}
    if tells_payments:
        for paid in uow.ereports.paid(command.from_on, command.to_on):
            payments[_place(paid.sale)].extend(_services(uow, paid, company))
    report = EReport(
        number=_number(company, command, times),
        kind=TransmissionKind.INITIAL if times == 1 else TransmissionKind.CORRECTIVE,
        made_at=ctx.now(),
        siren=company.siren,
        name=company.name,
        from_on=command.from_on,
        to_on=command.to_on,
        invoices=tuple(abroad),
        days=sales_of_days(consumers, regime=company.vat_regime),
        paid_invoices=tuple(payments[ReportedIn.CROSS_BORDER]),
        paid_days=payments_of_days(payments[ReportedIn.CONSUMERS]),
    )
    return report, _summary(report, sorted_)


def _number(company: Company, command: ExportEReporting, times: int) -> str:
    number = report_number(company.siren, command.from_on, command.to_on, times)
    return number if command.content == ALL else f"{number}-{command.content[0].upper()}"


def _place(sale: IssuedSale) -> ReportedIn:
    return reported_in(sale.buyer, sale.treatments, kind=sale.kind)


def _services(uow: UnitOfWork, paid: PaidSale, company: Company) -> Sequence[InvoicePayment]:
    place = _place(paid.sale)
    if place not in (ReportedIn.CROSS_BORDER, ReportedIn.CONSUMERS):
        return ()
    return services_paid(
        uow.invoices.get_issued(paid.sale.invoice_id),
        paid.payments,
        paid_before=paid.paid_before,
        regime=company.vat_regime,
    )


def _require_euros(sales: Sequence[IssuedSale]) -> None:
    """TT-52 and TT-83 want VAT in euros, and no rate of exchange is kept with a document."""
    foreign = [
        each.number for each in sales if each.total_vat and each.total_vat.currency.code != "EUR"
    ]
    if foreign:
        raise RuleError("ereporting.vat_not_in_euros", numbers=", ".join(foreign[:_MOST_NAMED]))


def _summary(
    report: EReport, sorted_: Mapping[ReportedIn, Sequence[IssuedSale]]
) -> Mapping[str, Any]:
    """Figures by which a person checks a transmission against the documents."""
    return {
        "documents": {place.value: _sums(sales) for place, sales in sorted_.items()},
        "days": [
            {
                "date": str(day.on),
                "category": day.category.value,
                "currency": day.currency,
                "documents": day.documents,
                "total_excl_tax": str(day.basis.amount),
                "total_vat": str(day.tax.amount),
            }
            for day in report.days
        ],
        "payments": {
            "10.2": _paid_sums(report.paid_invoices),
            "10.4": _paid_sums(report.paid_days),
        },
    }


def _sums(sales: Sequence[IssuedSale]) -> dict[str, Any]:
    """Credit notes are taken off."""
    totals: dict[str, list[Any]] = {}
    for sale in sales:
        amounts = [sale.total_excl_tax, sale.total_vat, sale.total_incl_tax]
        code = sale.total_vat.currency.code
        before = totals.get(code)
        totals[code] = (
            amounts
            if before is None
            else [old + new for old, new in zip(before, amounts, strict=True)]
        )
    names = ("total_excl_tax", "total_vat", "total_incl_tax")
    return {
        "count": len(sales),
        "totals": {
            code: {name: str(amount.amount) for name, amount in zip(names, amounts, strict=True)}
            for code, amounts in sorted(totals.items())
        },
    }


def _paid_sums(paid: Sequence[Any]) -> dict[str, Any]:
    sums: dict[str, Any] = defaultdict(dict)
    for payment in paid:
        for each in payment.rates:
            code = each.amount.currency.code
            rate = f"{each.rate:.2f}"
            before = sums[code].get(rate)
            sums[code][rate] = each.amount if before is None else before + each.amount
    return {
        code: {rate: str(amount.amount) for rate, amount in sorted(rates.items())}
        for code, rates in sorted(sums.items())
    }

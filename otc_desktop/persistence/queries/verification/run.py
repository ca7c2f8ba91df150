"""Running the checks, in a fixed order, on one state of the books."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice

from sqlalchemy import Connection, Engine

from otc_desktop.application.kernel.issued_files import IssuedFiles
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.verification.queries import Check
from otc_desktop.persistence.queries.reading import reading_one_state
from otc_desktop.persistence.queries.verification import (
    accounts,
    attached_files,
    chains,
    direct_debits,
    documents,
    einvoices,
    lifecycle,
    merges,
    numbers,
    papers,
    payment_plans,
    platform,
    rebates,
    receivables,
    references,
    search,
    sending,
    stock,
)
from otc_desktop.persistence.queries.verification.streaming import Offenders

_OFFENDERS_SHOWN = 5
_CHECKS: Mapping[str, Callable[[Connection], Offenders]] = {
    "balanced_entries": accounts.unbalanced_entries,
    "continuous_entry_numbers": numbers.entry_number_gaps,
    "continuous_invoice_numbers": numbers.invoice_number_gaps,
    "dates_follow_numbers": numbers.dates_that_go_back,
    "audit_chain": chains.broken_audit_chain,
    "archive_chain": chains.broken_archive_chain,
    "archived_bytes": chains.altered_bytes,
    "documents_archived": chains.documents_without_archive,
    "attachments_kept": attached_files.without_bytes,
    "subledger_equals_ledger": accounts.subledger_against_ledger,
    "open_items_equal_entries": accounts.items_against_entries,
    "documents_equal_entries": accounts.documents_against_entries,
    "documents_equal_open_items": documents.documents_against_items,
    "document_totals": documents.wrong_totals,
    "open_items_equal_movements": receivables.items_against_movements,
    "receipts_equal_allocations": receivables.receipts_against_allocations,
    "released_vat_within_vat": receivables.released_vat,
    "stock_equals_movements": stock.levels_against_movements,
    "deliveries_add_up": stock.deliveries_against_orders,
    "returns_within_deliveries": stock.returns_against_deliveries,
    "no_double_send": sending.double_sends,
    "no_double_deposit": platform.platform_flows,
    "no_orphans": references.orphans,
    "cashed_equals_allocations": lifecycle.told_against_allocations,
    "statuses_stand": lifecycle.standing_against_history,
    "rebates_accrued": rebates.wrong_accruals,
    "receipts_in_hand_equal_ledger": papers.holding_accounts,
    "slips_equal_receipts": papers.slips_against_papers,
    "continuous_slip_numbers": papers.slip_number_gaps,
    "collections_whole": direct_debits.wrong_collections,
    "continuous_collection_numbers": direct_debits.number_gaps,
    "payment_plans_add_up": payment_plans.wrong_sums,
    "merged_customers_empty": merges.rows_of_merged,
    "search_index_complete": search.wrong_entries,
}


_CHECKS_OF_FILES: Mapping[str, Callable[[Connection, IssuedFiles], Offenders]] = {
    "xml_inside_pdf": einvoices.xml_against_pdf,
    "xml_equals_books": einvoices.xml_against_books,
}


class SqlVerification:
    """The checks of one database; each reads in constant memory.

    Args:
        engine: the database.
        files: makes what reads archived files, once it is needed; without, the checks of
            them are not listed.
    """

    def __init__(self, engine: Engine, files: Callable[[], IssuedFiles] | None = None) -> None:
        self._engine = engine
        self._checks = dict(_CHECKS)
        if files is not None:
            self._checks |= {
                name: partial(_with_files, find, files) for name, find in _CHECKS_OF_FILES.items()
            }

    def run_checks(self, task: Task) -> Sequence[Check]:
        """All checks; somebody who posts meanwhile raises no false alarm."""
        checks = []
        with reading_one_state(self._engine) as connection:
            for done, (name, find) in enumerate(self._checks.items()):
                task.check_cancelled()
                task.progress(done, len(self._checks))
                first = list(islice(find(connection), _OFFENDERS_SHOWN + 1))
                shown = ", ".join(first[:_OFFENDERS_SHOWN])
                more = " …" if len(first) > _OFFENDERS_SHOWN else ""
                checks.append(Check(name, not first, f"{shown}{more}"))
        return checks


def _with_files(
    find: Callable[[Connection, IssuedFiles], Offenders],
    files: Callable[[], IssuedFiles],
    connection: Connection,
) -> Offenders:
    return find(connection, files())

"""Faults of a document's kind: what its framework code, period and references must agree on."""

from otc_desktop.domain.invoicing.frame import FRAMES, FrameCase
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.shared.findings import Finding, error


def kind_findings(draft: InvoiceDraft) -> list[Finding]:
    """What stands against the kind of a document (BR-FR-08, BR-FR-CO-03, BR-FR-CO-08)."""
    findings = []
    final_deposit = draft.kind.is_deposit and draft.frame_case is FrameCase.FINAL
    if draft.frame not in FRAMES or final_deposit:
        findings.append(error("invoicing.frame_not_allowed", "frame", frame=draft.frame))
    period_from, period_to = draft.period_from, draft.period_to
    if period_from is not None and period_to is not None and period_to < period_from:
        findings.append(error("invoicing.period_backwards", "period_to"))
    if draft.kind is InvoiceKind.GLOBAL_CREDIT_NOTE and not draft.related(Relation.CREDITED):
        told = draft.contract_reference and period_from is not None and period_to is not None
        if not told:
            findings.append(error("invoicing.global_note_without_period", "contract_reference"))
    return findings

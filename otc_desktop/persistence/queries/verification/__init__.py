"""`otc verify`: every invariant, proven on the live data."""

from otc_desktop.persistence.queries.verification.run import SqlVerification

__all__ = ["SqlVerification"]

"""What use cases need to write e-reporting data as the State wants them."""

from typing import Protocol

from otc_desktop.domain.invoicing.ereport import EReport


class EReportWriter(Protocol):
    """Writes transmissions of flow 10."""

    def write(self, report: EReport) -> bytes:
        """A transmission as XML."""

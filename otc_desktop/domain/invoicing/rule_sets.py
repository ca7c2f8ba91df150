"""What the official rule sets say about an e-invoice: run or not run, never skipped in silence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFault:
    """One rule that an e-invoice breaks; `is_fatal` is False where it only warns.

    `rule` is the official identifier (`BR-CO-15`, `BR-FR-05_BT-22_PMT`), `message` its own text.
    """

    rule: str
    message: str
    is_fatal: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetOutcome:
    """One rule set (`XSD`, `EN16931`, a profile of Factur-X, `BR-FR`) and its verdict.

    `not_run` is empty where the rules ran; else why they did not: `not_installed`,
    `schema_failed` (what breaks the schema is not given to the rules), `engine_failed`.
    """

    name: str
    faults: tuple[RuleFault, ...] = ()
    not_run: str = ""

    @property
    def passed(self) -> bool:
        """Whether the rules ran and none that is fatal was broken."""
        return not self.not_run and not any(each.is_fatal for each in self.faults)

"""What the section of direct debits asks of the program."""

from collections.abc import Callable
from pathlib import Path

from otc_desktop.application.direct_debits.collections import (
    CancelCollection,
    HandOver,
    PrepareCollection,
    Prepared,
    WriteDebitFile,
    cancel_collection,
    hand_over,
    prepare_collection,
    write_debit_file,
)
from otc_desktop.application.direct_debits.mandates import (
    DrawMandate,
    ReadCreditor,
    ReleaseMandate,
    RevokeMandate,
    SetCreditor,
    SignMandate,
    draw_mandate,
    read_creditor,
    release_mandate,
    revoke_mandate,
    set_creditor,
    sign_mandate,
)
from otc_desktop.application.direct_debits.notices import PayersTold, TellPayers, tell_payers
from otc_desktop.application.receivables.returned_debits import (
    ReturnedDebits,
    TakeReturnedDebits,
    take_returned_debits,
)
from otc_desktop.domain.direct_debits.collection import Collection
from otc_desktop.domain.direct_debits.mandate import Mandate
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter

Refused = Callable[[OtcError], None]


class DebitsPresenter(Presenter):
    """Collections and mandates without widgets."""

    def prepare(
        self, command: PrepareCollection, on_done: Callable[[Prepared], None], refused: Refused
    ) -> None:
        """Take what falls due, or only say what would be taken."""
        self.write(prepare_collection, command, on_done=on_done, on_error=refused)

    def prepared_text(self, prepared: Prepared) -> str:
        """What a collection takes and what it leaves out, in words."""
        formats = self.services.formats
        lines = [
            self.tr("{count} debit(s), {amount} in all, on {day}").format(
                count=len(each.debits),
                amount=formats.money(each.total),
                day=formats.date(prepared.collect_on),
            )
            for each in prepared.collections
        ]
        if not lines:
            lines = [self.tr("Nothing to collect.")]
        if prepared.withheld:
            lines.append("")
            lines.append(self.tr("Left out:"))
        lines += [
            f"{each.number} · {each.customer_code} · {formats.money(each.open)} : "
            f"{self.word('debit_withheld', each.reason)}"
            for each in prepared.withheld
        ]
        return "\n".join(lines)

    def tell(self, number: str) -> None:
        """Queue the notices of a collection."""

        def told(result: PayersTold) -> None:
            text = self.tr("{count} notice(s) put in the outbox").format(count=result.told)
            if result.refused:
                reasons = " ".join(map(self.sentence, result.refused))
                self.services.notices.warning(text, reasons)
            else:
                self.services.notices.done(text)

        label = self.tr("Telling the payers")
        self.write(tell_payers, TellPayers(number=number), on_done=told, label=label)

    def hand_over(self, number: str, path: Path, *, told_otherwise: bool, refused: Refused) -> None:
        """Write the file for the bank and settle what it collects."""

        def done(collection: Collection) -> None:
            self.services.notices.done(
                self.tr("{name} written: hand it to your bank").format(name=path.name),
                self.tr("{number} is settled until the bank says otherwise.").format(
                    number=collection.number
                ),
            )

        command = HandOver(number=number, path=path, told_otherwise=told_otherwise)
        self.write(hand_over, command, on_done=done, on_error=refused)

    def write_again(self, number: str, path: Path) -> None:
        """The same file once more."""
        self.read(
            write_debit_file,
            WriteDebitFile(number=number, path=path),
            on_done=lambda written: self.services.notices.done(
                self.tr("{name} written").format(name=written.name)
            ),
        )

    def cancel(self, number: str) -> None:
        """Give a collection up."""
        self.write(
            cancel_collection,
            CancelCollection(number=number),
            on_done=lambda _collection: self.services.notices.done(
                self.tr("Collection {number} given up").format(number=number),
                self.tr("Its invoices are free for another one."),
            ),
        )

    def take_returned(self) -> None:
        """Book the debits that came back."""

        def told(found: ReturnedDebits) -> None:
            text = self.tr("{count} debit(s) came back").format(count=len(found.returned))
            if found.refused:
                reasons = " ".join(map(self.sentence, found.refused))
                self.services.notices.warning(text, reasons)
            elif found.returned:
                self.services.notices.done(text, self.tr("Their invoices are open again."))
            else:
                self.services.notices.info(self.tr("No bank line takes a debit back."))

        self.write(take_returned_debits, TakeReturnedDebits(), on_done=told)

    def sign(
        self, command: SignMandate, on_done: Callable[[Mandate], None], refused: Refused
    ) -> None:
        """Keep a signed mandate."""
        self.write(sign_mandate, command, on_done=on_done, on_error=refused)

    def revoke(self, rum: str) -> None:
        """The customer took it back."""
        self.write(
            revoke_mandate,
            RevokeMandate(rum=rum),
            on_done=lambda _mandate: self.services.notices.done(
                self.tr("Mandate {rum} revoked").format(rum=rum)
            ),
        )

    def release(
        self, rum: str, iban: str, on_done: Callable[[Mandate], None], refused: Refused
    ) -> None:
        """Collect again by a mandate that was looked at."""
        command = ReleaseMandate(rum=rum, iban=iban)
        self.write(release_mandate, command, on_done=on_done, on_error=refused)

    def write_form(self, command: DrawMandate) -> None:
        """The form that a customer signs, as a file."""
        self.read(
            draw_mandate,
            command,
            on_done=lambda written: self.services.notices.done(
                self.tr("{name} written").format(name=written.name)
            ),
        )

    def creditor(self, on_done: Callable[[tuple[str, int]], None]) -> None:
        """The company's identifier and days of notice."""
        self.read(read_creditor, ReadCreditor(), on_done=on_done)

    def keep_creditor(
        self, ics: str, notice_days: int, on_done: Callable[[str], None], refused: Refused
    ) -> None:
        """Keep them."""
        command = SetCreditor(ics=ics, notice_days=notice_days)
        self.write(set_creditor, command, on_done=on_done, on_error=refused)

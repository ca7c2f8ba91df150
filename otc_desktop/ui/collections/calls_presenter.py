"""What the call list asks of the program, off the GUI thread."""

from collections.abc import Callable

from otc_desktop.application.dunning.call_list import (
    CallList,
    CallTask,
    ReadCallList,
    read_call_list,
)
from otc_desktop.application.dunning.call_sheet import CallSheet, ReadCallSheet, read_call_sheet
from otc_desktop.application.dunning.close_call import CloseCall, ClosedCall, close_call
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.kernel.tones import StatusMark, Tone

_TONES = {
    "call_back": Tone.INFO,
    "broken_promise": Tone.BAD,
    "broken_plan": Tone.BAD,
    "step": Tone.WARNING,
    "overdue": Tone.NEUTRAL,
}


class CallsPresenter(Presenter):
    """The call list without its widgets."""

    _reading: Job | None = None

    def load(self, on_done: Callable[[CallList], None]) -> None:
        """The calls of today."""
        self.read(read_call_list, ReadCallList(), on_done=on_done)

    def load_sheet(self, customer_code: str, on_done: Callable[[CallSheet], None]) -> None:
        """The sheet of one customer; a later question replaces an earlier one."""
        if self._reading is not None:
            self.services.tasks.cancel(self._reading)
        command = ReadCallSheet(customer=customer_code)
        self._reading = self.read(read_call_sheet, command, on_done=on_done)

    def close(
        self,
        command: CloseCall,
        *,
        on_done: Callable[[ClosedCall], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Note a call with what follows."""
        self.write(close_call, command, on_done=on_done, on_error=on_error)

    def reason_mark(self, task: CallTask) -> StatusMark:
        """Why somebody is called, with the hour agreed."""
        word = self.word("call_reason", task.reason.value)
        return StatusMark(_TONES[task.reason.value], f"{word} {task.at}".strip())

    def history_lines(self, sheet: CallSheet) -> list[str]:
        """Calls and promises, the newest first, one line each."""
        formats = self.services.formats
        dated = [
            (
                call.called_on,
                " · ".join(
                    part
                    for part in (
                        self.word("call_outcome", call.outcome.value),
                        call.contact,
                        call.text,
                    )
                    if part
                ),
            )
            for call in sheet.calls
        ] + [
            (
                each.promise.promised_on,
                f"{self.word('promise_state', each.state.value)} · "
                f"{formats.money(each.promise.amount)}",
            )
            for each in sheet.promises
        ]
        dated.sort(key=lambda entry: entry[0], reverse=True)
        return [f"{formats.date(day)}   {text}" for day, text in dated]

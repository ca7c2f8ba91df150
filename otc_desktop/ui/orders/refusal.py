"""Why the program refuses what a form asked for."""

from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.widgets.form_dialog import FormDialog


class Refusal:
    """Says in a form why the program refuses what it asked for."""

    def __init__(self, presenter: Presenter, form: FormDialog) -> None:
        self._presenter = presenter
        self._form = form

    def __call__(self, refusal: OtcError) -> None:
        """Show every fault at its field."""
        self._form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )

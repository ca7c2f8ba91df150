"""What the screens of duplicates and merges ask of the program."""

from collections.abc import Callable, Collection, Mapping, Sequence

from otc_desktop.application.customers.find_duplicates import FindDuplicates, find_duplicates
from otc_desktop.application.customers.list_duplicates import ListDuplicates, list_duplicates
from otc_desktop.application.customers.merge_customers import (
    MergeCustomers,
    MergedCustomers,
    merge_customers,
)
from otc_desktop.application.customers.preview_merge import (
    MergePreview,
    PreviewMerge,
    preview_merge,
)
from otc_desktop.application.customers.tell_apart import TellApart, tell_apart
from otc_desktop.application.customers.undo_merge import UndoMerge, UndoneMerge, undo_merge
from otc_desktop.domain.customers.duplicates import DuplicatePair, Likeness, Traits
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter

Refused = Callable[[OtcError], None]
# Fields of a merge that the catalogue names otherwise.
_FIELD_WORDS = {"address": "address_line1"}


class MergePresenter(Presenter):
    """Duplicates found, compared, merged, told apart."""

    def find(
        self,
        fields: Mapping[str, str],
        on_done: Callable[[Sequence[tuple[Traits, Likeness]]], None],
    ) -> None:
        """Files like the one that is being typed."""
        self.read(
            find_duplicates,
            FindDuplicates(fields=fields),
            on_done=on_done,
            on_error=lambda _refusal: on_done(()),
        )

    def pairs(self, on_done: Callable[[Sequence[DuplicatePair]], None]) -> None:
        """All pairs, the likeliest first."""
        self.read(list_duplicates, ListDuplicates(), on_done=on_done)

    def preview(
        self, keep: str, lose: str, on_done: Callable[[MergePreview], None], on_error: Refused
    ) -> None:
        """Both files side by side."""
        command = PreviewMerge(keep=keep, lose=lose)
        self.read(preview_merge, command, on_done=on_done, on_error=on_error)

    def merge(
        self,
        keep: str,
        lose: str,
        take: Collection[str],
        on_done: Callable[[MergedCustomers], None],
        on_error: Refused,
    ) -> None:
        """Put one file into the other."""
        command = MergeCustomers(keep=keep, lose=lose, take=take)
        self.write(merge_customers, command, on_done=on_done, on_error=on_error)

    def undo(
        self,
        keep: str,
        lose: str,
        on_done: Callable[[UndoneMerge], None],
        on_error: Refused | None = None,
    ) -> None:
        """Take a merge back."""
        self.write(undo_merge, UndoMerge(keep=keep, lose=lose), on_done=on_done, on_error=on_error)

    def tell_apart(self, one: str, other: str, on_done: Callable[[None], None]) -> None:
        """Two customers, whatever they have in common."""
        self.write(tell_apart, TellApart(one=one, other=other), on_done=on_done)

    def reasons_of(self, likeness: Likeness) -> str:
        """Why two files look like one, in words."""
        return ", ".join(self.title(code) for code in likeness.codes)

    def field_word(self, name: str) -> str:
        """A field's name in words."""
        return self.word("customer_field", _FIELD_WORDS.get(name, name))

    def moves_in_words(self, moves: Mapping[str, int]) -> str:
        """`factures (12), commandes (3)`: what moves, the facts of the timeline aside."""
        number = self.services.formats.number
        return ", ".join(
            f"{self.word('merged_kind', kind)} ({number(count)})"
            for kind, count in moves.items()
            if kind not in ("event", "receivable_movement")
        )

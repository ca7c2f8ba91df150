"""Who paid: by account, by name however written, by code, or for another of the group."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz

from otc_desktop.domain.customers.file_changes import masked_iban
from otc_desktop.domain.matching.candidates import Memory, Receipt
from otc_desktop.domain.matching.learning import FactKind, LearntFact
from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.text import fold

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)")
# Words that tell no customer from another.
_COMMON = frozenset(
    "sarl sas sasu sa eurl snc sci scop ei eirl scea gaec earl selarl scp gie ste societe ets"
    " etablissements etablissement entreprise cie compagnie groupe monsieur madame mme mr m mlle"
    " et de du des la le les l d fils filles freres soeurs france holding ou the and co ltd gmbh bv"
    " srl spa nv inc llc".split()
)
_SHORTEST_ALONE = 6
_SHORTEST_CUT = 9
_SHORTEST_BEGINNING = 3
_NEAR, _VERY_NEAR = 84, 92
_MOST_ALIKE = 40
_MOST_PAYERS = 6
_MOST_MEMBERS = 30


class PayerTrust(Enum):
    """How a payer was recognised, the surest first."""

    ACCOUNT = "account"
    NAME = "name"
    CODE = "code"
    VERY_NEAR = "very_near"
    NEAR = "near"
    GROUP = "group"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Payer:
    """A customer that may have paid, and why it is believed."""

    customer_id: CustomerId
    trust: PayerTrust
    reason: Reason


class PayerBook:
    """Every payer known, indexed; one receipt costs a few look-ups."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._accounts = _believed(memory.learnt, FactKind.ACCOUNT)
        self._aliases = _believed(memory.learnt, FactKind.NAME)
        self._by_name: dict[str, set[CustomerId]] = defaultdict(set)
        self._by_part: dict[str, list[str]] = defaultdict(list)
        self._members: dict[str, list[CustomerId]] = defaultdict(list)
        # With its legal form: «SARL Carré» is another one than «SCOP Carré».
        self._by_full: dict[str, set[CustomerId]] = defaultdict(set)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for name, customer_id in memory.customer_by_name.items():
            self._by_name[payer_name(name)].add(customer_id)
            self._by_full[_full(name)].add(customer_id)
        for name, customers in memory.namesakes.items():
            self._by_name[payer_name(name)].update(customers)
            self._by_full[_full(name)].update(customers)
        self._by_name.pop("", None)
        for full in self._by_full:
            if len(full) >= _SHORTEST_CUT and " " in full:
                self._by_first[full.split(" ", 1)[0]].append(full)
        for name in self._by_name:
            for part in _parts(name):
                self._by_part[part].append(name)
        for customer_id, group in memory.groups.items():
            self._members[group].append(customer_id)
        self._named: dict[tuple[str, str], tuple[Payer, ...]] = {}

    def payers_of(self, receipt: Receipt) -> list[Payer]:
        """Who may have paid, the surest first, each customer once."""
        found = [*self._by_account(receipt)]
        key = (fold(receipt.counterparty), "" if receipt.counterparty else fold(receipt.text))
        if key not in self._named:
            self._named[key] = tuple(self._by_words(receipt))
        found += self._named[key]
        found += self._by_code(receipt)
        found += [member for payer in found[:2] for member in self._group_of(payer)]
        best: dict[CustomerId, Payer] = {}
        for payer in found:
            before = best.get(payer.customer_id)
            if before is None or _RANK[payer.trust] < _RANK[before.trust]:
                best[payer.customer_id] = payer
        ranked = sorted(best.values(), key=lambda each: (_RANK[each.trust], each.customer_id))
        sure = [each for each in ranked if each.trust is not PayerTrust.GROUP][:_MOST_PAYERS]
        return sure + [each for each in ranked if each.trust is PayerTrust.GROUP][:_MOST_MEMBERS]

    def _by_account(self, receipt: Receipt) -> Iterable[Payer]:
        account = receipt.counterparty_account
        if not account:
            return
        reason = Reason("matching.iban_known", {"iban": masked_iban(account)})
        known = self._memory.customer_by_account.get(account)
        learnt = set(self._accounts.get(account, ()))
        customers = learnt if known is None else learnt | {known}
        trust = PayerTrust.ACCOUNT if len(customers) == 1 else PayerTrust.SHARED
        for customer_id in sorted(customers):
            yield Payer(
                customer_id,
                trust,
                reason
                if trust is PayerTrust.ACCOUNT
                else Reason(
                    "matching.iban_shared", {"iban": masked_iban(account), "count": len(customers)}
                ),
            )

    def _by_words(self, receipt: Receipt) -> Iterable[Payer]:
        if not receipt.counterparty:
            yield from self._in_label(receipt.text)
            return
        name = payer_name(receipt.counterparty)
        learnt = self._aliases.get(name, ())
        for customer_id in sorted(learnt):
            trust = PayerTrust.NAME if len(learnt) == 1 else PayerTrust.SHARED
            yield Payer(
                customer_id, trust, Reason("matching.name_learnt", {"name": receipt.counterparty})
            )
        exact = self._by_full.get(_full(receipt.counterparty), set())
        if len(exact) != 1:
            exact = self._by_name.get(name, set())
        for customer_id in sorted(exact):
            trust = PayerTrust.NAME if len(exact) == 1 else PayerTrust.SHARED
            yield Payer(
                customer_id, trust, Reason("matching.name_known", {"name": receipt.counterparty})
            )
        if not exact and name:
            yield from self._alike(name, receipt.counterparty)

    def _alike(self, name: str, written: str) -> Iterable[Payer]:
        """Names near this one, or that begin like it where the bank cut it."""
        found = []
        for other in self._candidates(name):
            begins = " " in name and len(name) >= _SHORTEST_CUT and other.startswith(name)
            score = 100 if begins else _likeness(name, other)
            if score < _NEAR and _abbreviates(name, other):
                score = _NEAR
            if score >= _NEAR:
                found.append((-score, other))
        found.sort()
        tight = len(found) == 1 or (len(found) > 1 and found[1][0] - found[0][0] >= _CLEAR_LEAD)
        for place, (score, other) in enumerate(found[:3]):
            sure = -score >= _VERY_NEAR and place == 0 and tight and len(self._by_name[other]) == 1
            trust = PayerTrust.VERY_NEAR if sure else PayerTrust.NEAR
            for customer_id in sorted(self._by_name[other]):
                yield Payer(customer_id, trust, Reason("matching.name_near", {"name": written}))

    def _in_label(self, text: str) -> Iterable[Payer]:
        """Names all of whose words stand in the label, for statements without a payer."""
        words = _WORD.findall(fold(text))
        whole = self._written_out(words)
        if whole is not None:
            (customer_id,) = self._by_full[whole]
            reason = Reason("matching.name_in_label", {"name": whole})
            yield Payer(customer_id, PayerTrust.NAME, reason)
            return
        present = set(words)
        joined = " ".join(word for word in words if word not in _COMMON)
        found = []
        for other in self._candidates(joined):
            own = other.split()
            if all(word in present for word in own) and (
                len(own) > 1 or len(other) >= _SHORTEST_ALONE
            ):
                found.append(other)
        longest = [each for each in found if not any(each != o and each in o for o in found)]
        for other in sorted(longest):
            customers = self._by_name[other]
            single = len(longest) == 1 and len(customers) == 1
            for customer_id in sorted(customers):
                trust = PayerTrust.NAME if single else PayerTrust.SHARED
                yield Payer(customer_id, trust, Reason("matching.name_in_label", {"name": other}))

    def _written_out(self, words: Sequence[str]) -> str | None:
        """The one name that stands in the label word for word, its last word perhaps cut."""
        found: set[str] = set()
        for place, word in enumerate(words):
            for full in self._by_first.get(word, ()):
                own = full.split()
                there = words[place : place + len(own)]
                cut = len(" ".join(there)) >= _SHORTEST_CUT and own[-1].startswith(there[-1])
                if len(there) == len(own) and there[:-1] == own[:-1] and cut:
                    found.add(full)
        longest = [each for each in found if not any(each != o and each in o for o in found)]
        if len(longest) == 1 and len(self._by_full[longest[0]]) == 1:
            return longest[0]
        return None

    def _by_code(self, receipt: Receipt) -> Iterable[Payer]:
        if not self._memory.codes:
            return
        for word in dict.fromkeys(_WORD.findall(receipt.text.upper())):
            customer_id = self._memory.codes.get(word)
            if customer_id is not None:
                yield Payer(
                    customer_id, PayerTrust.CODE, Reason("matching.code_in_label", {"code": word})
                )

    def _group_of(self, payer: Payer) -> Iterable[Payer]:
        group = self._memory.groups.get(payer.customer_id)
        if group is None or payer.trust not in (PayerTrust.ACCOUNT, PayerTrust.NAME):
            return
        for member in self._members[group][:_MOST_MEMBERS]:
            if member != payer.customer_id:
                yield Payer(member, PayerTrust.GROUP, Reason("matching.group_pays", {}))

    def _candidates(self, name: str) -> list[str]:
        """Names that share a beginning or an end of a word, found by the rarest parts."""
        lists = [self._by_part[part] for part in _parts(name) if part in self._by_part]
        found: dict[str, None] = {}
        for names in sorted(lists, key=len)[:4]:
            if len(names) > _MOST_ALIKE and found:
                break
            found.update(dict.fromkeys(names[: _MOST_ALIKE * 2]))
        return list(found)


def payer_name(written: str) -> str:
    """A name without legal forms, titles and punctuation."""
    words = [word for word in _WORD.findall(fold(written)) if word not in _COMMON]
    return " ".join(words)


def _full(written: str) -> str:
    """A name with everything, punctuation aside; letters of «S.A.R.L.» together."""
    return " ".join(_WORD.findall(_DOTTED.sub("", fold(written))))


def _abbreviates(name: str, other: str) -> bool:
    """Whether each word begins one of the other's, in order: «menu robert», «menuiserie robert»."""
    left = other.split()
    words = name.split()
    for word in words:
        place = next((at for at, each in enumerate(left) if each.startswith(word)), None)
        if place is None or len(word) < _SHORTEST_BEGINNING:
            return False
        left = left[place + 1 :]
    return len(words) > 1


def _likeness(name: str, other: str) -> int:
    """From 0 to 100; words more or less count only where two others are shared."""
    shorter, longer = sorted((len(name), len(other)))
    if shorter * 2 < longer or shorter <= 3:
        return 0
    if len(set(name.split()) & set(other.split())) > 1:
        return int(fuzz.token_set_ratio(name, other))
    return int(fuzz.token_sort_ratio(name, other))


def _parts(name: str) -> list[str]:
    return [
        part
        for word in name.split()
        if len(word) > 2
        for part in dict.fromkeys((f"{word[:4]}_", f"_{word[-4:]}"))
    ]


def _believed(learnt: Iterable[LearntFact], kind: FactKind) -> dict[str, set[CustomerId]]:
    found: dict[str, set[CustomerId]] = defaultdict(set)
    for fact in learnt:
        if fact.kind is kind and fact.holds:
            found[fact.key].add(fact.customer_id)
    return found


_CLEAR_LEAD = 6
_RANK = {trust: place for place, trust in enumerate(PayerTrust)}

"""Which two customer files are likely one customer, and why."""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.search_words import one_typo_apart, plain_words, spelling_keys

# Out of 100. From `LIKELY` on a pair is worth a look; from `SURE` on, saving a new file asks.
LIKELY = 30
SURE = 90

_SAME_SIRET, _SAME_SIREN, _OTHER_SITE = 97, 93, 70
_SAME_VAT, _SAME_IBAN, _SAME_PHONE, _SAME_DOMAIN = 92, 80, 50, 35
_SAME_NAME, _NEAR_NAME, _LONGER_NAME = 86, 76, 55
_PHONE_DIGITS = 9
_SHORTEST_WITH_TYPO = 4
_MOST_OF_A_KIND = 30
_MOST_OF_A_WORD = 60

# Forms and empty words of French names, and the foreign forms met beside them.
_FORMS = frozenset(
    "sarl sas sasu sa eurl snc sci scop scic selarl selas scp scm gie earl gaec ei eirl sca scs"
    " ste societe sté ets etablissements etablissement cie compagnie entreprise asso association"
    " gmbh ag kg ltd limited llc plc inc bv nv srl spa sl oy ab as"
    " et and de du des la le les l d".split()
)
# Mail boxes of anybody: two customers who use one have nothing in common.
PUBLIC_DOMAINS = frozenset(
    "gmail.com googlemail.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net"
    " hotmail.com hotmail.fr outlook.com outlook.fr live.fr live.com msn.com yahoo.fr yahoo.com"
    " ymail.com icloud.com me.com mac.com aol.com gmx.fr gmx.com gmx.net bbox.fr"
    " bouyguestelecom.fr numericable.fr club-internet.fr aliceadsl.fr cegetel.net"
    " protonmail.com proton.me pm.me tutanota.com yandex.com mail.com zoho.com".split()
)
_AT = re.compile(r"@([^@\s]+)$")


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells one customer from another; empty means unknown."""

    id: CustomerId
    code: str
    name: str
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    iban: str = ""
    postal_code: str = ""
    mail_domain: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DuplicateReason:
    """One thing two files have in common: its code, what it is, its weight out of 100."""

    code: str
    points: int
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two files look like one customer, out of 100, with the reasons, best first."""

    score: int
    reasons: tuple[DuplicateReason, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons."""
        return tuple(reason.code for reason in self.reasons)

    @property
    def is_sure(self) -> bool:
        """Whether hardly anybody would make two files of it on purpose."""
        return self.score >= SURE


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two files that look like one customer."""

    first: Traits
    second: Traits
    likeness: Likeness


def traits_of(customer: Customer) -> Traits:
    """What tells this customer from others."""
    return Traits(
        id=customer.id,
        code=customer.code,
        name=customer.name,
        siren=customer.siren,
        siret=customer.siret,
        vat_number=customer.vat_number,
        iban=customer.iban,
        postal_code=customer.address.postal_code,
        mail_domain=mail_domain(customer.email),
        phone=phone_key(customer.phone),
    )


def mail_domain(email: str) -> str:
    """The domain of a company's own mail; empty for a public mail box."""
    found = _AT.search(email.strip().casefold())
    domain = found[1] if found else ""
    return "" if domain in PUBLIC_DOMAINS else domain


def phone_key(phone: str) -> str:
    """The last nine digits of a number, the same with `0` and with `+33`; else empty."""
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else ""


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name that matter, in order; all of them where only a form would be left."""
    words = plain_words(name)
    return tuple(word for word in words if word not in _FORMS) or tuple(words)


def compare(one: Traits, other: Traits) -> Likeness | None:
    """How much two files look like one customer; None below what is worth a look.

    Reasons add up as independent hints do: what one leaves open, the next takes its share of.
    Two different SIREN are two legal persons: what speaks against that counts half, and is
    never sure, for the companies of a group share names, accounts and addresses.
    """
    reasons = sorted(_reasons(one, other), key=lambda reason: -reason.points)
    if not reasons:
        return None
    rest = 100
    for reason in reasons:
        # Rounded up: hints never make a certainty.
        rest = -(-rest * (100 - reason.points) // 100)
    score = 100 - rest
    if one.siren and other.siren and one.siren != other.siren:
        score //= 2
    return Likeness(score, tuple(reasons)) if score >= LIKELY else None


def likely(one: Traits, others: Iterable[Traits]) -> list[tuple[Traits, Likeness]]:
    """The files among others that look like this one, the likeliest first."""
    found = [
        (other, likeness)
        for other in others
        if other.id != one.id and (likeness := compare(one, other)) is not None
    ]
    return sorted(found, key=lambda pair: (-pair[1].score, pair[0].code))


def pairs(everybody: Sequence[Traits]) -> list[DuplicatePair]:
    """All pairs worth a look, the likeliest first; only files with something in common meet."""
    met: set[tuple[CustomerId, CustomerId]] = set()
    found = []
    for one, other in _meetings(everybody):
        first, second = (one, other) if one.code <= other.code else (other, one)
        if (first.id, second.id) in met:
            continue
        met.add((first.id, second.id))
        likeness = compare(first, second)
        if likeness is not None:
            found.append(DuplicatePair(first, second, likeness))
    return sorted(found, key=lambda pair: (-pair.likeness.score, pair.first.code, pair.second.code))


class KnownTraits:
    """Files by what they can have in common, so that a table's rows need not meet them all."""

    def __init__(self, known: Iterable[Traits] = ()) -> None:
        self._by_key: dict[Hashable, list[Traits]] = defaultdict(list)
        for traits in known:
            self.add(traits)

    def add(self, traits: Traits) -> None:
        """One more file."""
        for key in _keys(traits):
            self._by_key[key].append(traits)

    def like(self, traits: Traits) -> list[tuple[Traits, Likeness]]:
        """Those that look like this one, the likeliest first."""
        met: dict[CustomerId, Traits] = {}
        for key in _keys(traits):
            for other in self._by_key.get(key, ())[:_MOST_OF_A_WORD]:
                met[other.id] = other
        return likely(traits, met.values())


def near_names(one: str, other: str) -> int:
    """How near two names are, out of 100: forms, accents, order and one typo put aside."""
    left, right = name_key(one), name_key(other)
    if not left or not right:
        return 0
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return _SAME_NAME
    if len(left) == len(right) and _typos(left, right) == 1:
        return _NEAR_NAME
    joined = ("".join(left), "".join(right))
    if len(joined[0]) > _SHORTEST_WITH_TYPO and one_typo_apart(*joined):
        # Another figure is another place: «Garage 12» is not «Garage 13».
        return _NEAR_NAME if _digits(joined[0]) == _digits(joined[1]) else 0
    fewer, more = sorted((set(left), set(right)), key=len)
    return _LONGER_NAME if len(fewer) > 1 and fewer < more else 0


def _reasons(one: Traits, other: Traits) -> Iterator[DuplicateReason]:
    if one.siren and one.siren == other.siren:
        if one.siret and one.siret == other.siret:
            yield DuplicateReason("customers.same_siret", _SAME_SIRET, one.siret)
        elif one.siret and other.siret:
            yield DuplicateReason("customers.other_site", _OTHER_SITE, one.siren)
        else:
            yield DuplicateReason("customers.same_siren", _SAME_SIREN, one.siren)
    # A French VAT number follows from the SIREN: it says nothing more.
    elif one.vat_number and one.vat_number == other.vat_number:
        yield DuplicateReason("customers.same_vat_number", _SAME_VAT, one.vat_number)
    if one.iban and one.iban == other.iban:
        yield DuplicateReason("customers.same_iban", _SAME_IBAN)
    near = near_names(one.name, other.name)
    if near and one.postal_code and one.postal_code == other.postal_code:
        code = "customers.same_name_and_place" if near == _SAME_NAME else "customers.near_name"
        yield DuplicateReason(code, near, one.postal_code)
    if one.phone and one.phone == other.phone:
        yield DuplicateReason("customers.same_phone", _SAME_PHONE, one.phone)
    if one.mail_domain and one.mail_domain == other.mail_domain:
        yield DuplicateReason("customers.same_mail_domain", _SAME_DOMAIN, one.mail_domain)


def _typos(left: Collection[str], right: Collection[str]) -> int:
    """How many words differ by one typo, every other having its twin; 2 for anything worse."""
    alone = list(right)
    odd = []
    for word in left:
        if word in alone:
            alone.remove(word)
        else:
            odd.append(word)
    if len(odd) != 1 or len(alone) != 1:
        return 2
    shortest = min(len(odd[0]), len(alone[0]))
    if shortest < _SHORTEST_WITH_TYPO or odd[0].isdigit() or alone[0].isdigit():
        return 2
    return 1 if one_typo_apart(odd[0], alone[0]) else 2


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _keys(traits: Traits) -> Iterator[Hashable]:
    """What another file has to share at least one of."""
    for name in ("siren", "vat_number", "iban", "phone", "mail_domain"):
        value = getattr(traits, name)
        if value:
            yield name, value
    if traits.postal_code:
        words = name_key(traits.name)
        # All words but one agree, or the whole name does but for a typo: a word that half the
        # town has in its name brings nobody together.
        spelt = {*words, *spelling_keys("".join(words))}
        yield from (("word", traits.postal_code, key) for key in spelt)


def _meetings(everybody: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    groups: dict[Hashable, list[Traits]] = defaultdict(list)
    for traits in everybody:
        for key in _keys(traits):
            groups[key].append(traits)
    for key, members in groups.items():
        is_word = isinstance(key, tuple) and key[0] == "word"
        if len(members) <= (_MOST_OF_A_WORD if is_word else _MOST_OF_A_KIND):
            yield from combinations(members, 2)
        elif not is_word:
            # So many share it that it tells little: each meets its neighbour only.
            yield from pairwise(members)

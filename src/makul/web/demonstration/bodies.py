"""The bodies of the demonstration: 264 of every kind, and those who conduct, answer and decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from makul.core.money import share_out
from makul.parties.models import Party, Territory
from makul.parties.queries import counts_within, standing
from makul.parties.searching import searchable

EMAIL = "@demo.example"
# Bodies whose address refuses letters: told of nothing until somebody corrects the register.
UNREACHED = frozenset({"demo-aa-12", "demo-aa-77", "demo-aa-143", "demo-city-17"})
AIMAKS, CITIES = 230, 34
# The sample of the demonstration's own text names the kind of these; the rest fills up the numbers.
SAMPLE = dict.fromkeys((1, 3, 7, 10, 12), "aiyl_small") | {
    **dict.fromkeys((2, 4, 6, 9, 11), "aiyl_medium"),
    **dict.fromkeys((5, 8), "aiyl_large"),
}
SAMPLE_CITIES = {1: "city_raion", 2: "city_oblast", 3: "city_raion", 4: "city_republic"}
NUMBER_OF = {
    "aiyl_small": 90,
    "aiyl_medium": 100,
    "aiyl_large": 40,
    "city_raion": 20,
    "city_oblast": 12,
    "city_republic": 2,
}
CITY_NAMES = {
    "city_raion": ("Райондук маанидеги", "районного значения", "raion"),
    "city_oblast": ("Облустук маанидеги", "областного значения", "oblast"),
    "city_republic": ("Республикалык маанидеги", "республиканского значения", "republican"),
}
RUSSIAN_SAMPLE = frozenset(
    {"demo-aa-01", "demo-aa-04", "demo-aa-06", "demo-aa-08", "demo-aa-09"}
    | {"demo-city-1", "demo-city-2", "demo-city-4"}
)
INSTITUTIONS = (
    ("demo-ministry", "ministry", "А министрлиги", "Министерство А", "Ministry A"),
    ("demo-ministry-2", "ministry", "Б министрлиги", "Министерство Б", "Ministry B"),
    ("demo-ministry-3", "ministry", "В министрлиги", "Министерство В", "Ministry V"),
    (
        *("demo-union", "association", "ЖӨБ органдарынын ассоциациясы"),
        *("Ассоциация органов МСУ", "Association of local self-government bodies"),
    ),
    (
        *("demo-desk", "desk", "Макулдашууну уюштуруучу"),
        *("Организатор согласования", "Facilitator of conciliation"),
    ),
    ("demo-committee", "committee", "Жооптуу комитет", "Ответственный комитет", "Lead committee"),
    (
        *("demo-adopter", "committee", "Актыны кабыл алуучу орган"),
        *("Орган, принимающий акт", "Body that adopts the act"),
    ),
    (
        *("demo-jk-budget", "committee", "Бюджет боюнча комитет"),
        *("Комитет по бюджету", "Committee on the budget"),
    ),
    (
        *("demo-finance", "ministry", "Каржы министрлиги"),
        *("Министерство финансов", "Ministry of Finance"),
    ),
    (
        *("demo-jk-local", "committee", "Жергиликтүү өз алдынча башкаруу боюнча комитет"),
        *("Комитет по местному самоуправлению", "Committee on local self-government"),
    ),
    (
        *("demo-jk-agrarian", "committee", "Агрардык саясат боюнча комитет"),
        *("Комитет по аграрной политике", "Committee on agrarian policy"),
    ),
    ("demo-panel", "panel", "Даттанууну кароочу орган", "Орган обжалования", "Appeal body"),
    ("demo-expert-1", "expert", "№ 1 эксперт", "Эксперт № 1", "Expert No. 1"),
    ("demo-expert-2", "expert", "№ 2 эксперт", "Эксперт № 2", "Expert No. 2"),
    ("demo-expert-3", "expert", "№ 3 эксперт", "Эксперт № 3", "Expert No. 3"),
    ("demo-expert-4", "expert", "№ 4 эксперт", "Эксперт № 4", "Expert No. 4"),
)


def create(*, on: date) -> dict[str, Party]:
    """All parties by key. Nothing of the real register is touched: it only says how many lie where."""
    made = [*institutions(), *local_bodies(on=on)]
    for party in made:
        party.search = searchable(party.name_ky, party.name_ru, party.name_en)
    Party.objects.bulk_create(made)
    return {party.key: party for party in Party.objects.filter(is_demonstration=True)}


def institutions() -> Iterator[Party]:
    for key, kind, name_ky, name_ru, name_en in INSTITUTIONS:
        yield named(key, kind, name_ky, name_ru, name_en, language="ru")


def named(key: str, kind: str, *names: str, **more: str) -> Party:
    """A party plainly marked as invented in each language, with an address that is nobody's."""
    name_ky, name_ru, name_en = names
    return Party(
        key=key,
        kind=kind,
        name_ky=f"{name_ky} (көрсөтмө)",
        name_ru=f"{name_ru} (демонстрация)",
        name_en=f"{name_en} (demonstration)",
        email=f"{'nobody' if key in UNREACHED else key}{EMAIL}",
        is_demonstration=True,
        **more,
    )


def local_bodies(*, on: date) -> Iterator[Party]:
    """230 aiyl aimaks and 34 cities, each kind spread over the oblasts as the real ones are."""
    kinds = kinds_of_all()
    places = {kind: iter(spread(kind, on=on)) for kind in NUMBER_OF}
    for key, kind in kinds.items():
        number = int(key.rsplit("-", 1)[1])
        is_russian = key in RUSSIAN_SAMPLE or (number > 12 and number % 5 in (0, 3))
        more = {
            "body_kind": kind,
            "oblast": next(places[kind]),
            "language": "ru" if is_russian else "ky",
        }
        yield named(key, Party.Kind.EXECUTIVE, *names_of(kind, number), **more)


def names_of(kind: str, number: int) -> tuple[str, str, str]:
    if kind.startswith("aiyl"):
        return f"№ {number} айыл аймагы", f"Айылный аймак № {number}", f"Aiyl aimak No. {number}"
    ky, ru, en = CITY_NAMES[kind]
    return (
        f"{ky} № {number} шаар",
        f"Город № {number} {ru}",
        f"City No. {number} of {en} significance",
    )


def kinds_of_all() -> dict[str, str]:
    """The kind of each body by key: the sample as it is written, then the rest in turn."""
    return {
        **numbered("demo-aa-{:02}", AIMAKS, SAMPLE, "aiyl"),
        **numbered("demo-city-{}", CITIES, SAMPLE_CITIES, "city"),
    }


def numbered(key: str, count: int, sample: dict[int, str], prefix: str) -> dict[str, str]:
    left = {kind: n for kind, n in NUMBER_OF.items() if kind.startswith(prefix)}
    for kind in sample.values():
        left[kind] -= 1
    found = {}
    for number in range(1, count + 1):
        # Where the sample does not say: the kind of which the largest share is still to come.
        kind = sample.get(number) or max(left, key=lambda one: left[one] / NUMBER_OF[one])
        left[kind] -= number not in sample
        found[key.format(number)] = kind
    return found


def spread(kind: str, *, on: date) -> list[str]:
    """A code of an oblast or of a city like one for each body of a kind, mixed by the way."""
    top = standing(on=on).filter(kind__in=("oblast", "city_republic")).order_by("code")
    codes = [one.code for one in top]
    if kind == Territory.Kind.CITY_REPUBLIC:
        return [one.code for one in top if one.kind == kind][: NUMBER_OF[kind]]
    real = Territory.Kind.AIMAK if kind.startswith("aiyl") else kind
    counts = counts_within(codes, on=on)
    shares = share_out(NUMBER_OF[kind], weights=[counts[code].get(real, 0) for code in codes])
    return in_turn(dict(zip(codes, shares, strict=True)))


def in_turn(shares: dict[str, int]) -> list[str]:
    """Each code as often as its share says, evenly mixed, so that any few bodies come from several."""
    places = [((n + 0.5) / share, code) for code, share in shares.items() for n in range(share)]
    return [code for _place, code in sorted(places)]

"""A register of bills taken in: screened, matched to cases, and taken in again, which changes nothing."""

from __future__ import annotations

import csv
import io
import random
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import Any

from bench.size import Size
from bench.stopwatch import Say

NOW = datetime(2026, 9, 10, 4, tzinfo=UTC)
CASES = 2_000
SEED = 7
# Invented titles are put together of these; one in ten speaks of local self-government.
WHAT = (
    ("лицензирлөө", "о лицензировании"),
    ("мамлекеттик колдоо", "о государственной поддержке"),
    ("эсепке алуу", "об учёте"),
    ("укуктук жөнгө салуу", "о правовом регулировании"),
    ("сактоо", "о сохранении"),
    ("өнүктүрүү", "о развитии"),
    ("көзөмөлдөө", "о надзоре"),
    ("маалыматтык камсыздоо", "об информационном обеспечении"),
)
OF_WHAT = (
    ("малдын тукуму", "породы скота"),
    ("тоолуу жайыттар", "горных пастбищ"),
    ("китепкана иши", "библиотечного дела"),
    ("автоунаа жолдору", "автомобильных дорог"),
    ("суу чарбасы", "водного хозяйства"),
    ("дары каражаттары", "лекарственных средств"),
    ("окуу китептери", "учебников"),
    ("токой фонду", "лесного фонда"),
    ("кол өнөрчүлүк", "ремёсел"),
    ("шаар транспорту", "городского транспорта"),
)
WHERE = (
    ("", ""),
    *((f"{n}-аймакта", f"в зоне {n}") for n in range(1, 41)),
)
LOCAL = ("жергиликтүү бюджеттин эсебинен айыл өкмөттөрү", "за счёт местного бюджета айыл окмоту")
HEADER = (
    *("number", "title_ky", "title_ru", "summary_ky", "summary_ru", "initiator_kind"),
    *("registered_on", "stage", "events"),
)


def measure(size: Size, *, say: Say) -> dict[str, Any]:
    from makul.bills.actions.taking_in import RegisterFile, take_in
    from makul.bills.models import Bill

    make_cases(size)
    data = register(size.bills)
    say(f"{size.bills} rows, {len(data) / 1_000_000:.0f} MB")
    file = RegisterFile("bench", "bench.csv", "csv", data, is_demonstration=True)

    def told(done: int, total: int) -> None:
        if done % 20_000 == 0:
            say(f"{done} of {total}")

    begun = perf_counter()
    first = take_in(file=file, actor=None, now=NOW, progress=told).intake
    once = perf_counter() - begun
    begun = perf_counter()
    second = take_in(file=file, actor=None, now=NOW, progress=told).intake
    again = perf_counter() - begun
    matched = Bill.objects.filter(case__isnull=False).count()
    touching = Bill.objects.filter(touches="likely").count()
    say(f"{matched} matched, {touching} touch local communities; again in {again:.1f} s")
    return {
        "rows": first.rows,
        "new": first.new,
        "changed_again": second.new + second.changed,
        "matched": matched,
        "touching": touching,
        "s": round(once, 2),
        "again_s": round(again, 2),
    }


def make_cases(size: Size) -> None:
    from makul.cases.models import Case

    chance = random.Random(SEED + 1)
    Case.objects.bulk_create(
        [
            Case(
                number=f"2026-{number:05}",
                procedure="npa",
                edition="2026-proposed",
                title_ky=ky,
                title_ru=ru,
                opened_at=NOW,
                is_demonstration=True,
            )
            for number in range(min(CASES, size.bills))
            for ky, ru, _is_local in [title(chance)]
        ],
        batch_size=1_000,
    )


def title(chance: random.Random) -> tuple[str, str, bool]:
    what, of, where = chance.choice(WHAT), chance.choice(OF_WHAT), chance.choice(WHERE)
    year = chance.randint(1, 400)
    is_local = chance.random() < 0.1
    added = LOCAL if is_local else ("", "")
    ky = f"{where[0]} {of[0]} {added[0]} {what[0]} № {year} программа жөнүндө"
    ru = f"{what[1].capitalize()} {of[1]} {where[1]} {added[1]} по программе № {year}"
    return " ".join(ky.split()), " ".join(ru.split()), is_local


def register(rows: int) -> bytes:
    """The file as a register would give it out."""
    chance = random.Random(SEED)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for number in range(rows):
        ky, ru, _is_local = title(chance)
        day = date(2020, 1, 1) + timedelta(days=number % 2_400)
        told = f"{day} registered | {day + timedelta(days=9)} agenda"
        summary = f"{ky}. Долбоор {number}", f"{ru}. Проект {number}"
        who = chance.choice(("cabinet", "deputies", "president"))
        writer.writerow([f"6-{number}", ky, ru, *summary, who, day.isoformat(), "committee", told])
    return out.getvalue().encode()

"""The parties of a walk under the names of the demonstration, so that a door and a search find them."""

from __future__ import annotations

from datetime import datetime

from makul.parties.models import Party
from makul.parties.searching import searchable
from tests.scene import Scene, build_scene

NAMES = {
    "demo-ministry": ("А министрлиги (көрсөтмө)", "Министерство А (демонстрация)"),
    "demo-union": (
        "ЖӨБ органдарынын ассоциациясы (көрсөтмө)",
        "Ассоциация органов МСУ (демонстрация)",
    ),
    "demo-desk": ("Макулдашууну уюштуруучу (көрсөтмө)", "Организатор согласования (демонстрация)"),
    "demo-committee": ("Жооптуу комитет (көрсөтмө)", "Ответственный комитет (демонстрация)"),
    "demo-panel": ("Даттанууну кароочу орган (көрсөтмө)", "Орган обжалования (демонстрация)"),
}


def named_scene(*, bodies: int, at: datetime, language: str) -> Scene:
    """The parties of a case; the local bodies keep their paperwork in the language of the walk."""
    scene = build_scene(bodies=bodies, at=at)
    parties = {key[0]: mandate.party for key, mandate in scene.offices.items()}
    for party in parties.values():
        give_name(party)
        party.language = language
        party.save()
    for body, known in zip(scene.bodies, [parties[one.pk] for one in scene.bodies], strict=True):
        body.name_ky, body.name_ru = known.name_ky, known.name_ru
    return scene


def give_name(party: Party) -> None:
    number = party.key.rpartition("-")[2]
    local = (
        f"№ {number} айыл өкмөтү (көрсөтмө)",
        f"Айыл окмоту № {number} (демонстрация)",
    )
    party.name_ky, party.name_ru = NAMES.get(party.key, local)
    party.search = searchable(party.name_ky, party.name_ru)

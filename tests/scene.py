"""A small scene for tests of every room: demonstration parties, their offices, a draft law, a case.

    scene = build_scene(bodies=3)
    case = notified(scene)                       # submitted, accepted, screened, all told
    file(scene, case, scene.bodies[0], "not_agreed", remark())
    answer(scene, case)                          # a reply to every row, published
    draw(scene, case)

Everything is invented. Moments are Bishkek's; each step may be given its own with `at=`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from makul.cases.actions.notifying import record_handed_over
from makul.cases.actions.opening import make_agreement, set_circle
from makul.cases.actions.positions import (
    PositionInput,
    RemarkInput,
    draft_position,
    file_position,
)
from makul.cases.actions.protocols import draw_protocol
from makul.cases.actions.replies import ReplyInput, draft_reply, publish_replies
from makul.cases.actions.rows import place_rest
from makul.cases.models import Agreement, Case, Position, Protocol
from makul.documents.storing import File
from makul.drafts.actions.preparing import (
    CostInput,
    DraftInput,
    begin_draft,
    put_paper,
    write_costs,
    write_note,
)
from makul.drafts.actions.submitting import (
    FindingInput,
    ScreeningInput,
    accept_package,
    screen_draft,
    submit_draft,
)
from makul.drafts.models import DraftAct
from makul.law.forms import values
from makul.parties.models import Mandate, Party, Person
from makul.web.mandate import SESSION_KEY

START = datetime(2026, 9, 1, 10, tzinfo=timezone.get_default_timezone())
LONG_AGO = date(2020, 1, 1)

DRAFT_RU = """ДЕМОНСТРАЦИЯ

ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ

Об уличном освещении населённых пунктов

Статья 1. Предмет Закона
Настоящий Закон устанавливает обязанности по учёту и содержанию уличного освещения.

Статья 2. Учёт освещения
1. Исполнительный орган местного самоуправления ведёт реестр светильников.
2. Реестр обновляется каждый квартал.

Статья 3. Ответственный за освещение
1. В каждом айылном аймаке назначается инспектор по освещению.
2. Оплата труда инспектора производится за счёт местного бюджета.

Статья 4. Вступление в силу
Настоящий Закон вступает в силу с 1 января 2027 года.
"""
DRAFT_KY = """КӨРСӨТМӨ

КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ

Калктуу конуштардын көчө жарыгы жөнүндө

1-берене. Мыйзамдын предмети
Ушул Мыйзам көчө жарыгын эсепке алуу жана күтүү боюнча милдеттерди белгилейт.

2-берене. Жарыкты эсепке алуу
1. Жергиликтүү өз алдынча башкаруунун аткаруу органы чырактардын реестрин жүргүзөт.
2. Реестр ар бир кварталда жаңыртылат.

3-берене. Жарык үчүн жооптуу адам
1. Ар бир айыл аймагында жарык боюнча инспектор дайындалат.
2. Инспектордун эмгек акысы жергиликтүү бюджеттин эсебинен төлөнөт.

4-берене. Күчүнө кириши
Ушул Мыйзам 2027-жылдын 1-январынан тартып күчүнө кирет.
"""
TEXTS = (
    File("ru", "draft-ru.txt", DRAFT_RU.encode()),
    File("ky", "draft-ky.txt", DRAFT_KY.encode()),
)


@dataclass
class Scene:
    """The parties of a case by role, the agreement that binds the initiator, everyone's offices."""

    ministry: Party
    union: Party
    desk: Party
    committee: Party
    panel: Party
    bodies: list[Party]
    agreement: Agreement
    offices: dict[tuple[int, bool], Mandate] = field(default_factory=dict)

    def signatory(self, party: Party) -> Mandate:
        """The one of the party who may sign."""
        return self.offices[party.pk, True]

    def drafter(self, party: Party) -> Mandate:
        """The one of the party who drafts and may not sign."""
        return self.offices[party.pk, False]


def make_party(key: str, kind: str, *, name: str = "", **more: object) -> Party:
    names = {f"name_{code}": f"{name or key} ({code})" for code in ("ky", "ru", "en")}
    return Party.objects.create(
        key=key, kind=kind, is_demonstration=True, email=f"{key}@example.org", **names, **more
    )


def make_mandate(
    party: Party, *, signs: bool, from_on: date = LONG_AGO, to_on: date | None = None
) -> Mandate:
    """A person of their own with an office in the party."""
    number = User.objects.count() + 1
    user = User.objects.create(username=f"{party.key}-{'signs' if signs else 'drafts'}-{number}")
    office = ("башчы", "глава", "head") if signs else ("адис", "специалист", "specialist")
    return Mandate.objects.create(
        person=Person.objects.create(user=user),
        party=party,
        office_ky=office[0],
        office_ru=office[1],
        office_en=office[2],
        from_on=from_on,
        to_on=to_on,
        may_sign=signs,
    )


def build_scene(*, bodies: int = 3, at: datetime = START) -> Scene:
    """Parties of every role, each with one who drafts and one who signs, and their agreement."""
    ministry = make_party("demo-ministry", Party.Kind.MINISTRY)
    union = make_party("demo-union", Party.Kind.ASSOCIATION)
    desk = make_party("demo-desk", Party.Kind.DESK)
    committee = make_party("demo-committee", Party.Kind.COMMITTEE)
    panel = make_party("demo-panel", Party.Kind.PANEL)
    local = [
        make_party(f"demo-aa-{n:02}", Party.Kind.EXECUTIVE, body_kind="aiyl_small", oblast="02")
        for n in range(1, bodies + 1)
    ]
    agreement = make_agreement(
        agreement=Agreement(
            procedure="npa",
            edition="2026-proposed",
            initiator=ministry,
            association=union,
            facilitator=desk,
            appeal_body=panel,
            document="demonstration agreement",
            signed_on=LONG_AGO,
        ),
        now=at,
    )
    scene = Scene(ministry, union, desk, committee, panel, local, agreement)
    for party in (ministry, union, desk, committee, panel, *local):
        for signs in (True, False):
            scene.offices[party.pk, signs] = make_mandate(party, signs=signs)
    return scene


def prepared(scene: Scene, *, at: datetime = START, act_kind: str = "law") -> DraftAct:
    """A draft law with its whole package, not yet submitted."""
    actor = scene.drafter(scene.ministry)
    content = DraftInput(
        act_kind=act_kind,
        title_ky="Калктуу конуштардын көчө жарыгы жөнүндө",
        title_ru="Об уличном освещении населённых пунктов",
        summary_ky="Ар бир айыл аймагы чырактардын реестрин жүргүзөт.",
        summary_ru="Каждый айылный аймак ведёт реестр светильников.",
    )
    draft = begin_draft(content=content, actor=actor, now=at)
    put_paper(draft=draft, kind="draft", files=TEXTS, actor=actor, now=at)
    headings = {number: (f"{number}-бөлүм", f"Раздел {number}") for number in range(1, 9)}
    write_note(draft=draft, headings=headings, actor=actor, now=at)
    line = CostInput(body_kind="aiyl_small", eid="art_3", bodies=len(scene.bodies), yearly_som=0)
    write_costs(draft=draft, lines=[line], actor=actor, now=at)
    return draft


def submitted(scene: Scene, *, at: datetime = START, act_kind: str = "law") -> Case:
    draft = prepared(scene, at=at, act_kind=act_kind)
    actor = scene.signatory(scene.ministry)
    return submit_draft(draft=draft, deciders=[scene.committee], actor=actor, now=at)


def screened(
    scene: Scene, *, at: datetime = START, value: str = "affects", act_kind: str = "law"
) -> Case:
    """A case whose package was accepted and which was found to affect (or not) local bodies."""
    case = submitted(scene, at=at, act_kind=act_kind)
    actor = scene.drafter(scene.desk)
    accept_package(draft=case.draftact, actor=actor, now=at)
    yes = "yes" if value == "affects" else "no"
    findings = [FindingInput(kind, yes if kind == "duty" else "no") for kind in values("interest")]
    content = ScreeningInput(
        value=value, findings=findings, reason_ru="Статья 2", ground="technical"
    )
    screen_draft(draft=case.draftact, content=content, actor=actor, now=at)
    return Case.objects.get(pk=case.pk)


def notified(scene: Scene, *, at: datetime = START, act_kind: str = "law") -> Case:
    """A case of which the association and every body were told by hand on the same day."""
    case = screened(scene, at=at, act_kind=act_kind)
    actor = scene.drafter(scene.desk)
    set_circle(case=case, bodies=scene.bodies, actor=actor, now=at)
    for party in (scene.union, *scene.bodies):
        record_handed_over(case=case, body=party, actor=actor, now=at, how="by hand")
    return Case.objects.get(pk=case.pk)


def remark(eid: str = "art_3__part_1", **more: object) -> RemarkInput:
    """An objection to the duty to appoint an inspector; `more` changes what is named."""
    given = {
        "kind": "objection",
        "text": "Инспекторго каражат каралган эмес.",
        "yearly_som": 400_000,
    }
    return RemarkInput(eid=eid, **{**given, **more})


def draft(
    scene: Scene,
    case: Case,
    party: Party,
    stance: str,
    *remarks: RemarkInput,
    at: datetime = START,
) -> Position:
    """A position drafted by the party's specialist."""
    content = PositionInput(stance=stance, language="ky", summary="", remarks=remarks)
    return draft_position(case=case, content=content, actor=scene.drafter(party), now=at)


def file(
    scene: Scene,
    case: Case,
    party: Party,
    stance: str,
    *remarks: RemarkInput,
    at: datetime = START + timedelta(days=1),
) -> Position:
    """A position drafted by the one and filed by the other."""
    position = draft(scene, case, party, stance, *remarks, at=at)
    return file_position(position=position, actor=scene.signatory(party), now=at)


def answer(
    scene: Scene, case: Case, kind: str = "declined", *, at: datetime = START + timedelta(days=35)
) -> None:
    """Every remark placed in a row, every row answered alike, all published."""
    place_rest(case=case, actor=scene.drafter(scene.union), now=at)
    content = ReplyInput(kind=kind, text_ky="Негиздемеси", text_ru="Обоснование")
    for row in case.rows.filter(reply__isnull=True):
        draft_reply(row=row, content=content, actor=scene.drafter(scene.ministry), now=at)
    publish_replies(case=case, actor=scene.signatory(scene.ministry), now=at)
    case.refresh_from_db()


def draw(scene: Scene, case: Case, *, at: datetime = START + timedelta(days=50)) -> Protocol:
    protocol = draw_protocol(case=case, actor=scene.drafter(scene.desk), now=at)
    case.refresh_from_db()
    return protocol


def browser(mandate: Mandate, *, language: str = "en") -> Client:
    """A browser in which the office is signed in."""
    client = Client()
    client.force_login(mandate.person.user)
    session = client.session
    session[SESSION_KEY] = mandate.pk
    session.save()
    client.cookies["language"] = language
    return client

"""A ministry's templates: made, changed, thrown away, and nobody else's."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from makul.cases.actions.answering import TemplateInput, keep_template
from makul.cases.models import ReplyTemplate
from tests.scene import Scene, browser

pytestmark = pytest.mark.django_db
LIST = "reply_templates"


@pytest.fixture
def template(scene: Scene) -> ReplyTemplate:
    content = TemplateInput("Минфин", "partly", "{article}")
    return keep_template(content=content, actor=scene.drafter(scene.ministry), now=timezone.now())


def test_a_template_is_made_and_stands_in_the_list(scene: Scene) -> None:
    client = browser(scene.drafter(scene.ministry))
    data = {"name": "Жаңы", "kind": "accepted", "text_ky": "Эске алынды"}
    done = client.post(reverse("reply_template_new"), data)
    assert (done.status_code, done.url) == (303, reverse(LIST))
    assert [one.name for one in client.get(reverse(LIST)).context["templates"]] == ["Жаңы"]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"kind": "partly", "text_ky": "Сөз"}, "name"),
        ({"name": "Башка", "text_ky": "Сөз"}, "kind"),
        ({"name": "Башка", "kind": "partly"}, "text_ky"),
        ({"name": "Минфин", "kind": "partly", "text_ky": "Сөз"}, "name"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    scene: Scene, template: ReplyTemplate, data: dict[str, str], field: str
) -> None:
    page = browser(scene.drafter(scene.ministry)).post(reverse("reply_template_new"), data)
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
    assert ReplyTemplate.objects.count() == 1


def test_it_is_changed_and_thrown_away(scene: Scene, template: ReplyTemplate) -> None:
    client = browser(scene.signatory(scene.ministry))
    page = reverse("reply_template", args=[template.pk])
    assert client.get(page).context["form"].initial["text_ky"] == "{article}"
    client.post(page, {"name": "Минфинге", "kind": "partly", "text_ru": "Слова"})
    template.refresh_from_db()
    assert (template.name, template.text_ky, template.text_ru) == ("Минфинге", "", "Слова")
    drop = reverse("reply_template_drop", args=[template.pk])
    assert client.get(drop).status_code == 200
    assert client.post(drop).url == reverse(LIST)
    assert ReplyTemplate.objects.count() == 0


@pytest.mark.parametrize("name", ["reply_template", "reply_template_drop"])
def test_nobody_opens_the_template_of_another(
    scene: Scene, template: ReplyTemplate, name: str
) -> None:
    ReplyTemplate.objects.filter(pk=template.pk).update(party=scene.union)
    page = browser(scene.drafter(scene.ministry)).get(reverse(name, args=[template.pk]))
    assert page.status_code == 404


def test_only_a_body_that_drafts_has_templates(scene: Scene) -> None:
    for party in (scene.union, scene.desk, scene.bodies[0]):
        assert browser(scene.signatory(party)).get(reverse(LIST)).status_code == 403

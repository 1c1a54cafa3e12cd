"""Choosing what a draft rests on: ticks go from page to page, and every kind of ground can come before the text."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.claims import note_source
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.grounding import RUNS_A_PAGE
from majlis.workspace.rooms.strategy.models import Recommendation
from tests.workspace.rooms.gatherings import planted as conferences
from tests.workspace.rooms.strategy import planted


def address(name, *args):
    with translation.override("en"):
        return reverse(f"strategy:{name}", args=args)


def sent_by(page, button):
    """What a browser sends when the button is pressed: hidden fields, ticked boxes, and the button's own."""
    [form] = re.findall(r'<form class="choosing".*?</form>', page, re.DOTALL)
    boxes = re.findall(r"<input [^>]*>", form)
    fields = [dict(re.findall(r'([\w-]+)="([^"]*)"', box)) | {"is_on": " checked" in box} for box in boxes]
    on = [f["value"] for f in fields if f["name"] == "from" and (f["type"] == "hidden" or f["is_on"])]
    [pressed] = [tag for tag in re.findall(r"<button [^>]*>[^<]*", form) if button in tag]
    pressed = dict(re.findall(r'([\w-]+)="([^"]*)"', pressed))
    own = {pressed["name"]: pressed["value"]} if "name" in pressed else {}
    return pressed.get("formaction", ""), {"from": on, **own}


@pytest.fixture
def many(organiser):
    return [planted.findings(organiser)[0] for _ in range(RUNS_A_PAGE + 1)]


def ticked_on_both_pages(client, place, many):
    """Tick one finding on the first page and one on the second, and go back and forth; gives the first page."""
    newest, oldest = many[-1], many[0]
    first = client.get(place, {"from": [str(newest.pk)], "page": "2"}).content.decode()
    assert "One more is ticked on another page." in first
    assert f'<input type="hidden" name="from" value="{newest.pk}">' in first
    back = client.get(place, {"from": [str(newest.pk), str(oldest.pk)], "page": "1"}).content.decode()
    assert re.search(rf'value="{newest.pk}" checked', back)
    return back


def test_ticked_findings_go_along_from_page_to_page(organiser, strategy, sign_in, many):
    client = sign_in(organiser)
    page = ticked_on_both_pages(client, address("strategy-findings", strategy.pk), many)
    action, data = sent_by(page, "Draft from what is ticked")
    assert set(data["from"]) == {str(many[0].pk), str(many[-1].pk)}
    shown = client.get(action, data)
    assert {ground.record.pk for ground in shown.context["grounds"]} == {many[0].pk, many[-1].pk}
    again = client.get(address("strategy-findings", strategy.pk), {"from": data["from"]}).content.decode()
    assert re.search(rf'value="{many[-1].pk}" checked', again)


def test_findings_of_two_pages_are_added_to_a_draft_with_the_token_of_the_form(organiser, strategy, many):
    drafted = planted.draft(organiser, strategy)
    client = Client(enforce_csrf_checks=True)
    client.force_login(organiser.user)
    page = ticked_on_both_pages(client, address("more-findings", drafted.pk), many)
    action, data = sent_by(page, "Add what is ticked")
    assert "csrfmiddlewaretoken" not in sent_by(page, "Next")[1]
    assert client.post(action, data).status_code == 302
    assert {link.to_id for link in queries.basis_links(drafted)} == {many[0].pk, many[-1].pk}


def test_every_kind_of_ground_is_chosen_before_the_draft_is_written(organiser, strategy, sign_in):
    conference = conferences.edition(organiser)
    said = conferences.statement(organiser, conferences.session(organiser, conference), "The office said so")
    finding = planted.findings(organiser)[0]
    earlier = planted.adopted(organiser, planted.draft(organiser, strategy, "Earlier", unfounded=planted.text("Law")))
    client = sign_in(organiser)
    blank = client.get(address("draft", strategy.pk), {"from": str(finding.pk)}).content.decode()
    place = f"{address('strategy-sources', strategy.pk)}?from={finding.pk}"
    assert f'href="{place}"' in blank
    page = client.get(place).content.decode()
    for record in (said, said.source, earlier):
        assert f'value="{record.pk}"' in page
    searched = client.get(place, {"from": [str(finding.pk), str(said.pk)], "q": "Earlier"}).content.decode()
    assert f'value="{said.source.pk}"' not in searched
    action, data = sent_by(searched, "Draft from what is ticked")
    assert set(data["from"]) == {str(finding.pk), str(said.pk)}
    query = "&".join(f"from={pk}" for pk in (*data["from"], said.source.pk, earlier.pk))
    answer = client.post(f"{action}?{query}", {"text_en": "Do it", "original": "en"})
    assert answer.status_code == 302
    drafted = Recommendation.objects.latest("created_at")
    assert {link.to_id for link in queries.basis_links(drafted)} == {finding.pk, said.pk, said.source.pk, earlier.pk}


def test_nobody_chooses_what_they_may_not_see(organiser, stranger, reader, strategy, sign_in):
    with acting(stranger):
        hidden = note_source(
            institution=stranger.institution, title=planted.text(planted.SECRET), handling=Handling(tlp=Tlp.AMBER)
        )
    place = address("strategy-sources", strategy.pk)
    page = sign_in(organiser).get(place, {"from": str(hidden.pk)}).content.decode()
    assert planted.SECRET not in page
    assert sign_in(reader).get(place).status_code == 403
    assert sign_in().get(place).status_code == 302

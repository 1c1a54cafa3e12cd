"""The ledger's pages in a browser: three languages, wide and narrow, accessible, and clicked through."""

import re

import pytest
from django.test import Client

from majlis.engine.ledger import Note, SigningKey
from majlis.workspace.commons import checkpoints, ledger
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.texts import Text

KEY = SigningKey("court.example/w", 4, b"k" * 32)


@pytest.fixture
def session(live_server, settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    name = Text.write("Institution one", "en").translated("ar", "المؤسسة الأولى", reviewed=True)
    institution = Institution.objects.create(name=name, locale="ar-MA")
    user = User.objects.create_user("auditor@example.org")
    auditor = Member.objects.create(user=user, institution=institution)
    RoleGrant.objects.create(member=auditor, role=Role.AUDITOR)
    for _ in range(70):
        ledger.append("thing.do", actor=auditor, subjects=[institution.ledger_reference()])
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": live_server.url}


def test_pages_fit_and_are_accessible(every_page, session, inspect):
    checkpoints.make_checkpoint()
    language = every_page.evaluate("navigator.language")[:2]
    every_page.context.add_cookies([session])
    for path in ("ledger/", "ledger/entries/", "ledger/entries/3/"):
        every_page.goto(f"/{language}/oversight/{path}")
        inspect(every_page, f"oversight-{path.strip('/').replace('/', '-')}")


def test_auditor_signs_names_a_witness_takes_a_head_and_checks(page, session, axe):
    page.context.add_cookies([session])
    page.goto("/en/oversight/ledger/")
    page.get_by_role("button", name="Sign a checkpoint now").click()
    page.get_by_text(re.compile("It covers .?70.? entries")).wait_for()
    page.get_by_text("Add a witness").click()
    page.get_by_label("The witness’s key").fill("nonsense")
    page.get_by_role("button", name="Add the witness").click()
    assert page.get_by_label("The witness’s key").input_value() == "nonsense"
    page.get_by_label("The witness’s key").fill(str(KEY.public))
    page.get_by_role("button", name="Add the witness").click()
    page.get_by_text("has handed in no head yet").wait_for()
    note = Note.parse(checkpoints.latest().note)
    page.get_by_text("Hand in a signed head").click()
    page.get_by_label("The signed checkpoint, as text").fill(
        str(note.signed_also(KEY.sign(note.text, at=1_700_000_000)))
    )
    page.get_by_role("button", name="Hand in", exact=True).click()
    page.get_by_text(re.compile("holds the head of .?70.? entries")).wait_for()
    page.get_by_role("button", name="Check every entry").click()
    page.get_by_text(re.compile("All .?7[0-9].? entries hold")).wait_for()
    axe(page)

"""After a closing no byte of the database's files remembers a pseudonym of the open voting."""

from pathlib import Path
from random import Random

import pytest
from django.db import connection

from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
from majlis.workspace.rooms.consultations.models import Sent, Vote

STATEMENTS, CLOSINGS = 12, 4


def files():
    database = Path(connection.settings_dict["NAME"])
    return {path.name: path.read_bytes() for path in database.parent.glob(f"{database.name}*")}


def voted_on(institution, number, voters):
    draft = actions.create_consultation(institution=institution, title=Text.write(f"Number {number}", "en"))
    for code in range(STATEMENTS):
        actions.add_statement(consultation=draft, text=Text.write(f"Statement {code}", "en"))
    opened = actions.open_consultation(consultation=draft)
    ballots = [(voter, statement) for voter in range(voters) for statement in opened.statements.all()]
    Random(number).shuffle(ballots)
    for voter, statement in ballots:
        actions.cast_vote(statement=statement, token=f"{number}-{voter}", value=1)
    return opened


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="this reads SQLite's files")
def test_old_pseudonyms_are_in_no_file_after_any_of_several_closings(institution, organiser, how_many):
    voters = how_many(40, 120)
    for number in range(CLOSINGS):
        with acting(organiser):
            opened = voted_on(institution, number, voters)
            own = Vote.objects.filter(statement__consultation=opened)
            old = {bytes(pseudonym) for pseudonym in own.values_list("pseudonym", flat=True)}
            sent = {bytes(one) for one in Sent.objects.values_list("identifier", flat=True)}
            assert len(old) == voters
            assert any(pseudonym in content for content in files().values() for pseudonym in old)
            actions.close_consultation(consultation=opened)
        left = {name: sum(trace in content for trace in old | sent) for name, content in files().items()}
        assert set(left.values()) == {0}, (number, left)

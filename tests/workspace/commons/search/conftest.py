"""Records to find, of the rooms that declare them."""

import pytest

from majlis.engine.handling import Handling
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.finding import find
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations.actions import add_statement, create_consultation, open_consultation
from majlis.workspace.rooms.consultations.models import Stage

CLEAR = Handling(tlp="CLEAR")


@pytest.fixture
def ask(organiser):
    """Put up a consultation: `ask("Title", "First statement", ..., handling=..., opened=True)`."""

    def make(title, *statements, handling=CLEAR, by=organiser, opened=True, **rest):
        with acting(by):
            title = title if isinstance(title, Text) else Text.write(title, "en")
            made = create_consultation(institution=by.institution, title=title, handling=handling, **rest)
            for statement in statements:
                text = statement if isinstance(statement, Text) else Text.write(statement, "en")
                add_statement(consultation=made, text=text)
            if opened and statements:
                return open_consultation(consultation=made)
        made.state = Stage.OPEN if opened else Stage.DRAFT
        made.save()
        return made

    return make


@pytest.fixture
def titles():
    """What a reader finds, as the words of the original: `titles("query", member)`."""

    def search(text, member=None, **narrowed):
        return [str(hit.searched.title) for hit in find(Query.read(text), member, **narrowed).hits]

    return search

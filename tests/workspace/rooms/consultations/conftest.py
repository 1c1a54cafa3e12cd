"""A consultation to test with."""

import pytest

from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions


@pytest.fixture
def draft(institution, organiser):
    with acting(organiser):
        consultation = actions.create_consultation(institution=institution, title=Text.write("After release", "en"))
        for number in range(1, 4):
            actions.add_statement(consultation=consultation, text=Text.write(f"Statement {number}", "en"))
    return consultation


@pytest.fixture
def opened(draft, organiser):
    with acting(organiser):
        return actions.open_consultation(consultation=draft)

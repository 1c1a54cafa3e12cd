"""A consultation whose truth is known: two camps of thirty, what unites and parts them, and what must stay hidden."""

from functools import cache
from random import Random

import polars as pl

from majlis.engine.analysis import find_analysis
from majlis.engine.handling import Handling, Tlp
from majlis.engine.opinion.votes import AGREE, DISAGREE, PASS, Ballots, Votes
from majlis.engine.opinion.votes import Statement as Listed
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Run, RunState
from majlis.workspace.commons.runs import finish_run
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries

CAMP = 30
VOTERS = 2 * CAMP
PARTING = ("1", "2", "3", "4", "12", "13")
UNITING = ("5", "6", "7", "8")
FEW_VOTERS, FEW_IN_A_CAMP, TAKEN_OUT = "9", "10", "11"
FORMULA = '=HYPERLINK("http://evil.example","read")'
SCRIPT = "<script>alert('planted')</script>"
TURNED = "safe\u202egnihtemos"
UNREVIEWED = "Une traduction que personne n’a relue"
OUT = "A sentence that names Planted Person"
TEXTS = {
    "1": Text.write("Twice the same", "en"),
    "2": Text.write("Twice the same", "en"),
    "3": Text.write("يبدأ الإعداد من اليوم الأول", "ar").translated("en", "It begins on the first day", reviewed=True),
    "4": Text.write("The fourth", "en"),
    "5": Text.write(FORMULA, "en"),
    "6": Text.write(SCRIPT, "en"),
    "7": Text.write(TURNED, "en"),
    "8": Text.write("The eighth", "en").translated("fr", UNREVIEWED),
    "9": Text.write("Seen by three", "en"),
    "10": Text.write("Seen by one camp", "en"),
    "11": Text.write(OUT, "en"),
    "12": Text.write("The twelfth", "en"),
    "13": Text.write("The thirteenth", "en"),
}


def votes():
    """Who (a name) says what: {(voter, statement): vote}."""
    chance = Random(7)
    said = {}
    for number in range(VOTERS):
        first = number < CAMP
        voter = f"voter-{number}"
        for code in PARTING:
            said[voter, code] = PASS if chance.random() < 0.1 else (AGREE if first else DISAGREE)
        for code in UNITING:
            said[voter, code] = DISAGREE if (number + 2 * int(code)) % 10 == 0 else AGREE
        if number < 3:
            said[voter, FEW_VOTERS] = AGREE
        if first or number < CAMP + 2:
            said[voter, FEW_IN_A_CAMP] = AGREE if chance.random() < 0.5 else DISAGREE
        said[voter, TAKEN_OUT] = DISAGREE
    return said


def ballots(said=None, texts=None):
    said = votes() if said is None else said
    texts = TEXTS if texts is None else texts
    rows = [(voter, code, vote) for (voter, code), vote in said.items()]
    cast = pl.DataFrame(rows, schema={"participant": pl.String, "statement": pl.String, "vote": pl.Int64}, orient="row")
    return Ballots.take(cast, [Listed(code, str(text), code == TAKEN_OUT) for code, text in texts.items()])


def one_camp():
    """Twenty people of one mind but for noise."""
    chance = Random(3)
    return {(f"voter-{n}", code): chance.choice((1, 1, 1, -1)) for n in range(20) for code in PARTING + UNITING}


def three_voters():
    return {(f"voter-{n}", code): AGREE for n in range(3) for code in PARTING}


WORLDS = {"two camps": votes, "one camp": one_camp, "three voters": three_voters, "no votes": dict}


@cache
def opinion_map(world="two camps"):
    """The engine's map of one of the worlds, computed once."""
    return find_analysis("opinion-map").run(Votes.from_ballots(ballots(WORLDS[world]())), seed=0)


def consultation(member, *, world="two camps", title="Planted consultation", tlp=Tlp.CLEAR, **more):
    """Take the world in as a closed consultation."""
    with acting(member):
        return actions.import_consultation(
            institution=member.institution,
            ballots=ballots(WORLDS[world]()),
            title=Text.write(title, "en"),
            texts=list(TEXTS.values()),
            handling=Handling(tlp=tlp),
            **more,
        )


def run(found, member, *, state=RunState.QUEUED, **more):
    """Put down a run of the map, however far it is."""
    return Run.objects.create(
        institution=found.institution,
        author=member,
        handling=found.handling,
        question=found,
        analysis=queries.MAP,
        version="1",
        state=state,
        **more,
    )


def mapped(member, *, world="two camps", **more):
    """A closed consultation with its map."""
    found = consultation(member, world=world, **more)
    with acting(member):
        finish_run(run=run(found, member), result=opinion_map(world))
    return found

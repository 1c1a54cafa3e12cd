"""A strategy whose truth is known."""

from majlis.engine.finding import Estimate, Interval, Verdict
from majlis.engine.finding import Finding as Found
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Question, Run, RunState
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.actions import Measure

SECRET = "Planted secret"


def text(words, language="en"):
    return Text.write(words, language)


def strategy(member, *, title="A strategy", tlp=Tlp.CLEAR, **more):
    with acting(member):
        return actions.create_strategy(
            institution=member.institution, title=text(title), handling=Handling(tlp=tlp), **more
        )


def findings(member, count=1, *, tlp=Tlp.CLEAR):
    """Findings of a finished run about a question that somebody asked."""
    question = Question.objects.create(
        institution=member.institution, author=member, handling=Handling(tlp=tlp), text=text("Asked"), state="closed"
    )
    run = Run.objects.create(
        institution=member.institution,
        author=member,
        handling=Handling(tlp=tlp),
        question=question,
        analysis="opinion-map",
        version="1",
        state=RunState.DONE,
    )
    interval = Interval(low=0.7, high=0.9, level=0.95)
    found = [
        Found(
            key="opinion-consensus",
            values={"id": f"s{n}", "statement": f"Statement {n}", "share": 0.8, "groups": 2},
            estimate=Estimate(value=0.8, interval=interval),
            n=40,
            verdict=Verdict.SHOWN,
        )
        for n in range(count)
    ]
    runs.keep_findings(run, found)
    return list(run.findings.all())


def draft(member, within, words="Do it", *, rests_on=(), code="", **parts):
    with acting(member):
        measure = Measure(text=text(words), **parts)
        return actions.draft(strategy=within, measure=measure, code=code, rests_on=rests_on)


def adopted(member, recommendation, *, office="The plenary", reason="It was agreed"):
    with acting(member):
        return actions.adopt(
            recommendation=recommendation,
            seen=queries.decision_stamp(recommendation),
            office=text(office),
            reason=text(reason),
        )

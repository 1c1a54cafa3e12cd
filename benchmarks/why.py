"""`why` and `ambers` of a strategy of 500 recommendations and 50,000 links, as planted and with a part of it broken.

Each is timed ten times and its queries are counted; best and median are printed, since the machine may have other work.
DATABASE_URL names an empty PostgreSQL database to measure on instead of SQLite: it is filled.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable

RECOMMENDATIONS, GROUNDS_EACH, QUESTIONS, FINDINGS_EACH, SOURCES = 500, 100, 50, 90, 500
TIMES = 10


def plant() -> object:
    """Fill the database: findings of runs on questions, sources, and recommendations that rest on both."""
    from majlis.engine.handling import Handling, Tlp
    from majlis.workspace.commons import setup
    from majlis.workspace.commons.fields import digest
    from majlis.workspace.commons.models import Finding, Link, Question, Run, Source
    from majlis.workspace.commons.people import set_up
    from majlis.workspace.commons.texts import Text
    from majlis.workspace.rooms.strategy.models import Recommendation, Strategy

    setup.upgrade()
    member = set_up(name=Text.write("Institution", "en"), locale="en", email="first@example.org")
    own = {"institution": member.institution, "author": member, "handling": Handling(tlp=Tlp.CLEAR), "language": "en"}
    strategy = Strategy.objects.create(text=Text.write("Strategy", "en"), state="circulated", **own)
    said = {"result": {"participants": {"voted": 400}}}
    runs = [
        Run.objects.create(
            question=Question.objects.create(text=Text.write(f"Question {n}", "en"), state="closed", **own),
            **{"analysis": "opinion-map", "version": "1", "state": "done", "result": said, **own},
        )
        for n in range(QUESTIONS)
    ]
    common = {"kind": "commons.finding", "key": "opinion-consensus", "verdict": "shown", **own}
    findings = Finding.objects.bulk_create(
        Finding(run=run, position=n, values={"statement": "x" * 80}, digest=digest([str(run.pk), n]), **common)
        for run in runs
        for n in range(FINDINGS_EACH)
    )
    sources = [
        Source.objects.create(title=Text.write(f"Source {n}", "en"), state="published", **own) for n in range(SOURCES)
    ]
    recommendations = [
        Recommendation.objects.create(strategy=strategy, code=f"R{n}", text=Text.write(f"Measure {n}", "en"), **own)
        for n in range(RECOMMENDATIONS)
    ]
    chance = random.Random(0)
    ends = [(r, g) for r in recommendations for g in chance.sample([*findings, *sources], GROUNDS_EACH)]
    Link.objects.bulk_create(
        (
            Link(
                **{"kind": "commons.link", "relation": "derives", "digest": digest([str(r.pk), str(g.pk)]), **own},
                from_kind=r.kind,
                from_id=r.pk,
                from_digest=r.digest,
                to_kind=g.kind,
                to_id=g.pk,
                to_digest=g.digest,
            )
            for r, g in ends
        ),
        batch_size=2000,
    )
    return strategy


def timed(name: str, work: Callable[[], object]) -> object:
    """Print how long it takes and how many queries it needs."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = work()
    times, used = [], []
    for _ in range(TIMES):
        start, cpu = time.perf_counter(), time.process_time()
        work()
        times.append(1000 * (time.perf_counter() - start))
        used.append(1000 * (time.process_time() - cpu))
    print(
        f"{name:46} best {min(times):5.0f} ms   median {statistics.median(times):5.0f} ms   "
        f"own CPU {min(used):4.0f} ms   {len(queries):3} queries"
    )
    return answer


def measure() -> None:
    """Plant, then measure as it stands, with one source retracted, and with every tenth finding changed."""
    from django.db import connection

    from majlis.workspace.commons.models import Finding, Link, Source
    from majlis.workspace.rooms.strategy import basis
    from majlis.workspace.rooms.strategy.models import Recommendation

    strategy = plant()
    recommendations = list(Recommendation.objects.filter(strategy=strategy))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{connection.vendor}: {len(recommendations)} recommendations, {Link.objects.count()} links")

    def both(state: str) -> None:
        timed(f"why, {state}", lambda: basis.why(recommendations, None).counts())
        amber = timed(f"ambers, {state}", lambda: basis.ambers(recommendations))
        print(f"  {len(amber)} amber")

    both("all as it was")
    Source.objects.filter(pk=Source.objects.first().pk).update(state="withdrawn")
    both("one source retracted")
    for finding in Finding.objects.filter(position__in=range(0, FINDINGS_EACH, 10)):
        finding.values = {"statement": "changed"}
        finding.save()
    both("every tenth finding changed as well")


def main() -> None:
    """Measure in a workspace that goes away again."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory(prefix="majlis-why-") as home:
        os.environ |= {"MAJLIS_HOME": home, "DJANGO_SETTINGS_MODULE": "majlis.workspace.settings"}
        import django

        django.setup()
        measure()


if __name__ == "__main__":
    main()

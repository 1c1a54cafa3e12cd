"""The search on 100,000 records: time to index, to answer, and to forget; median and 95th percentile of each query.

Records are consultations' statements of 14 words each, drawn from words whose frequencies fall as one over their rank,
half of them hidden from the public. DATABASE_URL names a PostgreSQL database to measure on instead of SQLite: an empty
one, which is filled.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate

os.environ.setdefault("MAJLIS_HOME", tempfile.mkdtemp(prefix="majlis-search-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "majlis.workspace.settings"
WORDS, LENGTH, A_CONSULTATION = 20_000, 14, 500
SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "zi", "ko")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=40)
    chosen = parser.parse_args()
    import django

    django.setup()
    from django.db import connection

    from majlis.workspace.commons import setup
    from majlis.workspace.commons.search import index

    setup.upgrade()
    member = _institution()
    print(f"{connection.display_name}, {chosen.records} records")
    print(f"written without an index: {_seconds(lambda: _fill(member, chosen.records)):.1f} s")
    print(f"indexed by an upgrade: {_seconds(index.refresh):.1f} s")
    _measure_queries(member, chosen.repeat)
    _measure_writes(chosen.repeat)


def _measure_queries(member: object, repeat: int) -> None:
    from majlis.workspace.commons.search.asking import Query
    from majlis.workspace.commons.search.finding import find

    for name, ranks, cut in QUERIES:
        for who, reader in (("member", member), ("public", None)):
            times, found = [], 0
            for n in range(repeat):
                text = " ".join(_word(rank + n) for rank in ranks)
                start = time.perf_counter()
                hits = find(Query.read(text[:-cut] if cut else text), reader)
                times.append(time.perf_counter() - start)
                found += len(hits.hits)
            print(f"{name}, {who}: {_spread(times)}, {found / repeat:.0f} hits counted")


QUERIES = [
    ("a word in most records", (0,), 0),
    ("a common word", (200,), 0),
    ("a rare word", (15_000,), 0),
    ("two common words", (100, 300), 0),
    ("the first letters of a word", (500,), 3),
    ("a word that nobody wrote", (WORDS + 5,), 0),
]


def _measure_writes(repeat: int) -> None:
    from django.db import transaction

    from majlis.workspace.commons.models import SearchEntry
    from majlis.workspace.commons.search import index
    from majlis.workspace.commons.traces import erase
    from majlis.workspace.rooms.consultations.models import Statement

    some = list(Statement.objects.select_related("institution", "consultation__institution")[:repeat])

    def follow(statement: Statement) -> None:
        with transaction.atomic():
            index.follow(statement)

    print(f"follow one record: {_spread([_seconds(lambda s=s: follow(s)) for s in some])}")
    index.forget(some[0])
    print(f"erase traces: {_seconds(lambda: erase(SearchEntry)):.1f} s")


def _institution() -> object:
    from majlis.workspace.commons.people import set_up
    from majlis.workspace.commons.texts import Text

    return set_up(name=Text.write("Benchmark", "en"), locale="en", email="administrator@example.org")


def _fill(member: object, records: int) -> None:
    """Write the records as an older Majlis would have: without the search following."""
    from django.db import transaction
    from django.db.models.signals import post_save

    from majlis.workspace.commons.search import index
    from majlis.workspace.rooms.consultations.models import Consultation, Statement

    for kind in (Consultation, Statement):
        post_save.disconnect(sender=kind, dispatch_uid=f"search-{kind._meta.label_lower}")
    chance = random.Random(1)
    weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    with transaction.atomic():
        for start in range(0, records, A_CONSULTATION):
            _consultation(member, chance, weights, start, min(A_CONSULTATION, records - start))
    for kind in (Consultation, Statement):
        post_save.connect(index.on_save, sender=kind, dispatch_uid=f"search-{kind._meta.label_lower}")


def _consultation(member: object, chance: random.Random, weights: list[float], start: int, count: int) -> None:
    from majlis.engine.handling import Handling
    from majlis.workspace.commons.texts import Text
    from majlis.workspace.rooms.consultations.models import Consultation, Stage, Standing, Statement

    handling = Handling(tlp="AMBER" if start // A_CONSULTATION % 2 else "CLEAR")
    title = Text.write(f"Consultation {start}", "en")
    asked = Consultation.objects.create(institution=member.institution, handling=handling, text=title, state=Stage.OPEN)
    for position in range(1, count + 1):
        said = " ".join(_word(rank) for rank in chance.choices(range(WORDS), cum_weights=weights, k=LENGTH))
        Statement.objects.create(
            institution=member.institution,
            handling=handling,
            text=Text.write(said, "en"),
            consultation=asked,
            code=str(position),
            position=position,
            state=Standing.IN,
        )


def _word(rank: int) -> str:
    """Give the word of a rank: four syllables that read its number."""
    return "".join(SYLLABLES[rank // len(SYLLABLES) ** n % len(SYLLABLES)] for n in range(4))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _spread(times: list[float]) -> str:
    return (
        f"median {1000 * statistics.median(times):.0f} ms, 95 % {1000 * statistics.quantiles(times, n=20)[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()

"""The policy of handling asked about a million random cases: Python, the database and Cedar must agree; and how long
a list takes that is cut in the database or in Python. `DATABASE_URL` measures PostgreSQL.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majlis.workspace.settings")
os.environ.setdefault("MAJLIS_HOME", tempfile.mkdtemp(prefix="majlis-handling-"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402
from rich.progress import track  # noqa: E402

from majlis.engine.handling import may_see, visible_to  # noqa: E402
from majlis.workspace.commons.filters import filter_of  # noqa: E402
from majlis.workspace.commons.models import Institution, Source  # noqa: E402
from majlis.workspace.commons.texts import Text  # noqa: E402
from tests.workspace.commons.handling.referee import MOMENTS, Draw, decide  # noqa: E402
from tests.workspace.commons.handling.test_referee import plant  # noqa: E402


def main(items: int, viewers: int, seed: int) -> None:
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        institutions = Institution.objects.bulk_create([Institution(name=Text.write(f"I{n}", "en")) for n in range(4)])
        draw = Draw(seed, [str(institution.pk) for institution in institutions])
        rows = plant(draw, institutions, items)
        compare(draw, rows, viewers)
    finally:
        teardown_databases(databases, verbosity=0)


def compare(draw: Draw, rows: list[Source], viewers: int) -> None:
    spent = {"python": 0.0, "database": 0.0, "cedar": 0.0, "load and cut in Python": 0.0, "cut in the database": 0.0}
    differ = shown = 0
    for _ in track(range(viewers), "viewers"):
        viewer, at = draw.viewer(), draw.random.choice(MOMENTS)
        start = perf_counter()
        python = [may_see(row.handling, viewer, owner=str(row.institution_id), at=at) for row in rows]
        spent["python"] += perf_counter() - start
        start = perf_counter()
        kept = set(Source.objects.filter(filter_of(visible_to(viewer, at))).values_list("pk", flat=True))
        spent["database"] += perf_counter() - start
        start = perf_counter()
        cedar = decide([(row.handling, str(row.institution_id), viewer, at) for row in rows])
        spent["cedar"] += perf_counter() - start
        differ += sum(not (a == (row.pk in kept) == b) for row, a, b in zip(rows, python, cedar, strict=True))
        shown += sum(python)
    start = perf_counter()
    for row in Source.objects.all():
        may_see(row.handling, viewer, owner=str(row.institution_id), at=at)
    spent["load and cut in Python"] = perf_counter() - start
    start = perf_counter()
    list(Source.objects.filter(filter_of(visible_to(viewer, at)))[:50])
    spent["cut in the database"] = perf_counter() - start
    cases = len(rows) * viewers
    print(f"{connection.vendor}: {cases:,} cases, {differ} differ, {shown / cases:.0%} may see")
    print("\n".join(f"  {name}: {seconds:.2f} s" for name, seconds in spent.items()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=5000)
    parser.add_argument("--viewers", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20260702)
    arguments = parser.parse_args()
    main(arguments.items, arguments.viewers, arguments.seed)

"""What an append, a proof and a check of the ledger cost, on SQLite and, with DATABASE_URL, on PostgreSQL.

    uv run python benchmarks/ledger.py [ENTRIES]

An append is measured as the share of an act beyond its own transaction: a transaction with a bare insert of a row as
wide as an entry is taken off. Kept nodes in a table of their own are measured beside those that entries carry.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

os.environ.setdefault("MAJLIS_HOME", tempfile.mkdtemp(prefix="majlis-benchmark-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majlis.workspace.settings")
ENTRIES = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
ROUNDS = 300


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    print(f"{connection.display_name}, {ENTRIES:,} entries")
    fill()
    appends(connection)
    proofs()
    check()


def fill() -> None:
    """Write a ledger of so many entries, as appending would have."""
    from django.db import connection, transaction
    from django.utils import timezone

    from majlis.engine.ledger import Frontier, leaf_hash
    from majlis.workspace.commons.models import LedgerEntry, LedgerHead, LedgerPerson

    LedgerEntry.objects.all().delete()
    LedgerPerson.objects.all().delete()
    frontier, batch, at = Frontier(), [], timezone.now()
    said = at.isoformat(timespec="microseconds")
    insert = 'INSERT INTO commons_ledgerentry ("index", at, leaf, leaf_hash, nodes) VALUES (%s, %s, %s, %s, %s)'
    subjects = f'"subjects":[{{"digest":"{"0" * 64}","id":"{"0" * 36}","kind":"x"}}]'
    with transaction.atomic(), connection.cursor() as cursor:
        for index in range(ENTRIES):
            rest = f'"before":"{frontier.root.hex()}","detail":{{}},"index":{index},{subjects}'
            leaf = f'{{"action":"thing.do","actor":null,"at":"{said}",{rest}}}'
            hashed = leaf_hash(leaf.encode())
            frontier, done = frontier.grow(hashed)
            batch.append((index, at, leaf, hashed.hex(), b"".join(done).hex()))
            if len(batch) == 20_000 or index == ENTRIES - 1:
                cursor.executemany(insert, batch)
                batch = []
    edge = [node.hex() for node in frontier.edge]
    head = {"size": frontier.size, "root": frontier.root.hex(), "edge": edge}
    LedgerHead.objects.update_or_create(pk=1, defaults=head)


def appends(connection) -> None:
    from django.db import transaction

    from majlis.workspace.commons import ledger
    from majlis.workspace.commons.models import Institution, Member, User
    from majlis.workspace.commons.texts import Text

    institution = Institution.objects.create(name=Text.write("Benchmark", "en"))
    user = User.objects.create_user(f"{time.time()}@example.org")
    member = Member.objects.create(user=user, institution=institution)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bare")
        cursor.execute("CREATE TABLE bare (a text, b text)")
        cursor.execute("DROP TABLE IF EXISTS apart")
        cursor.execute("CREATE TABLE apart (level integer, place bigint, node text, PRIMARY KEY (level, place))")
    counter = iter(range(10**9))

    def bare() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO bare VALUES (%s, %s)", ["x" * 450, "0" * 64])

    def with_append(actor=None) -> Callable[[], None]:
        def act() -> None:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("INSERT INTO bare VALUES (%s, %s)", ["x" * 450, "0" * 64])
                ledger.append("thing.do", actor=actor, subjects=[institution.ledger_reference()])

        return act

    def apart() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO bare VALUES (%s, %s)", ["x" * 450, "0" * 64])
            ledger.append("thing.do", actor=None, subjects=[institution.ledger_reference()])
            rows = [(level, next(counter), "0" * 64) for level in range(2)]
            cursor.executemany("INSERT INTO apart VALUES (%s, %s, %s)", rows)

    base = timed("a transaction with one bare insert", bare)
    for label, act in (
        ("append, nobody in particular", with_append()),
        ("append, with an actor and their salt", with_append(member)),
        ("append, nodes in a table of their own instead", apart),
    ):
        took = timed(f"{label}, whole", act)
        print(f"    beyond the bare insert: {1000 * (took - base):.2f} ms")


def proofs() -> None:
    import random

    from majlis.workspace.commons import ledger

    size, rng = ledger.present_head().size, random.Random(1)
    timed("inclusion proof", lambda: ledger.inclusion_proof(rng.randrange(size), size))
    timed("consistency proof", lambda: ledger.consistency_proof(rng.randrange(1, size), size))
    timed("root of an earlier size", lambda: ledger.root_at(rng.randrange(1, size)))


def check() -> None:
    """Check the first entries, and say how long that took."""
    from majlis.engine.ledger import examine
    from majlis.workspace.commons import ledger

    size = min(ENTRIES, 100_000)
    started = time.process_time()
    found = examine(ledger.rows(size), size=size, root=ledger.root_at(size))
    print(f"check of {size:,} entries: {time.process_time() - started:.1f} s of CPU, holds: {found.holds}")


def timed(label: str, act: Callable[[], object]) -> float:
    for _ in range(20):
        act()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    times.sort()
    median = statistics.median(times)
    most = times[int(0.95 * ROUNDS)]
    print(f"{label}: best {1000 * times[0]:.2f} ms, median {1000 * median:.2f} ms, 95 % {1000 * most:.2f} ms")
    return median


if __name__ == "__main__":
    main()

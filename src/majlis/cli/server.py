"""The processes behind `majlis serve`: web processes, and one worker that is started again if it falls."""

from __future__ import annotations

import multiprocessing
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from majlis.engine.errors import InputError

THREADS = 16
# A phone keeps its connection open between answers, so that there are many more connections than requests at work.
CONNECTIONS = 1024
SECONDS_TO_FINISH = 30
SECONDS_BEFORE_RESTART = 2


def run(host: str, port: int, processes: int) -> None:
    """Serve until a signal comes, then end the web first and the worker after the task under way."""
    from django.db import connections

    connections.close_all()
    # Forked web processes would inherit threads' locks (Polars waits for ever on one); new ones start clean.
    multiprocessing.set_start_method("spawn", force=True)
    os.environ["MAJLIS_SERVED_BY"] = str(os.getpid())
    web = Granian(
        "majlis.workspace.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
        log_access=False,
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        workers_kill_timeout=SECONDS_TO_FINISH,
    )
    with worker():
        web.serve()


@contextmanager
def worker() -> Iterator[None]:
    """Keep a worker process alive during the block; it also ends by itself if this process is killed."""
    stop, process = threading.Event(), _start()

    def supervise() -> None:
        nonlocal process
        while True:
            process.wait()
            if stop.wait(SECONDS_BEFORE_RESTART):
                return
            _end(process)
            process = _start()

    keeper = threading.Thread(target=supervise, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        _end(process)
        keeper.join(SECONDS_BEFORE_RESTART)
        _end(process)


@contextmanager
def alone() -> Iterator[None]:
    """Be the only server of this workspace during the block; InputError where one runs already, or a lone worker."""
    from django.conf import settings

    from majlis.workspace.commons import files, worker

    refusal = f"The workspace in {settings.HOME} is being served already. Stop that server, or name another --home."
    with files.locked(worker.server_lock_file(), refusal):
        if worker.is_alive():
            raise InputError("A worker of this workspace is running already. Stop it: the server brings its own.")
        yield


def insist_on_free_port(host: str, port: int) -> None:
    """Raise InputError where the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise InputError(f"Cannot listen on {host} port {port}: {error.strerror}. Try another --port.") from None


def _start() -> subprocess.Popen[bytes]:
    """Start the worker apart from the terminal, so that Ctrl+C reaches it once, through us."""
    command = [sys.executable, "-m", "majlis.workspace.commons.worker", str(os.getpid())]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(SECONDS_TO_FINISH)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()

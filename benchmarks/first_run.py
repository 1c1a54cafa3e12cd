"""A clean clone on this machine with an empty package cache: install, size, and `majlis demo` to its first page."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def seconds_to_first_page(clone: Path, environment: dict[str, str]) -> float:
    """From the command to an answered page; the demonstration is ended afterwards."""
    port, started = free_port(), time.perf_counter()
    command = ["uv", "run", "--locked", "majlis", "demo", "--port", str(port)]
    demo = subprocess.Popen(command, cwd=clone, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        while time.perf_counter() - started < 120:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/en/", timeout=5).close()
                return time.perf_counter() - started
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise TimeoutError("the demonstration did not answer within two minutes")
    finally:
        os.killpg(demo.pid, signal.SIGINT)
        demo.wait(60)


def size_of(folder: Path) -> float:
    """Size of all files in MB (10^6 bytes)."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() or file.is_symlink()) / 1e6


def main() -> None:
    """Clone, install, start twice."""
    with tempfile.TemporaryDirectory(prefix="majlis-first-run-") as scratch:
        clone = Path(scratch) / "majlis"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "MAJLIS_"))}
        environment = {**kept, "UV_CACHE_DIR": f"{scratch}/cache"}
        started = time.perf_counter()
        subprocess.run(["uv", "sync", "--locked", "-q"], cwd=clone, env=environment, check=True)
        print(f"install with an empty cache      {time.perf_counter() - started:6.1f} s")
        print(f"installed for run time           {size_of(clone / '.venv'):6.0f} MB")
        print(f"demo to first page, cold         {seconds_to_first_page(clone, environment):6.1f} s")
        print(f"demo to first page, warm         {seconds_to_first_page(clone, environment):6.1f} s")


if __name__ == "__main__":
    main()

"""Starting `majlis` as a process, and waiting for it."""

import sys
import time
import urllib.request

RUN = [sys.executable, "-W", "error", "-m", "majlis.cli"]


def answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/", timeout=5) as page:
            return page.status == 200
    except OSError:
        return False


def wait_for(condition, seconds=120):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)

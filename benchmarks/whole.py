"""The long searches of the tests, whole: in CI each runs only its seeded part. `DATABASE_URL` chooses the database."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASKS_HOW_MANY = re.compile(r"def test_\w+\([^)]*\bhow_many\b")


def searching() -> list[str]:
    """The test modules in which a test asks how long its search is."""
    modules = (ROOT / "tests").rglob("test_*.py")
    return sorted(str(path) for path in modules if ASKS_HOW_MANY.search(path.read_text("utf-8")))


def main() -> int:
    """Run them and give pytest's exit code."""
    command = [sys.executable, "-m", "pytest", "--whole", "--durations=20", *searching()]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

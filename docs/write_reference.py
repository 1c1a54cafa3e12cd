"""Write the reference files that follow from the code: `uv run python docs/write_reference.py`."""

import json
from pathlib import Path

from majlis.engine.analysis import declared_analyses

REFERENCE = Path(__file__).parent / "reference"


def reference_files() -> dict[str, str]:
    """Each file of the reference with what it should hold: the JSON schema of every analysis."""
    return {
        f"{name}.schema.json": json.dumps(analysis.json_schema(), indent=1, ensure_ascii=False) + "\n"
        for name, analysis in declared_analyses().items()
    }


if __name__ == "__main__":
    REFERENCE.mkdir(exist_ok=True)
    for name, content in reference_files().items():
        (REFERENCE / name).write_text(content, encoding="utf-8")

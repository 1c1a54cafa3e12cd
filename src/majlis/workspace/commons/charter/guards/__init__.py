"""The checks that concern no room in particular; rooms have theirs in their own `charter.py`."""

from majlis.workspace.commons.charter.guards import (
    files,
    lasting,
    numbers,
    originators,
    pages,
    people,
    records,
    results,
)

__all__ = ["files", "lasting", "numbers", "originators", "pages", "people", "records", "results"]

"""Files that leave the workspace."""

from __future__ import annotations

from django.http import HttpResponse


def attachment(response: HttpResponse, name: str) -> HttpResponse:
    """Let the browser save the answer as a file of that name instead of showing it."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

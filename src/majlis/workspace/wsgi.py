"""The door for a web server: `majlis.workspace.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majlis.workspace.settings")

application = get_wsgi_application()

from majlis.workspace.commons import unfinished  # noqa: E402 - it needs the settings

unfinished.insist_on_none()

if served_by := os.environ.get("MAJLIS_SERVED_BY"):
    from majlis.workspace.commons.worker import end_with

    os.setsid()  # Ctrl+C reaches this process once, through the server: two signals at once would leave it deaf
    end_with(int(served_by))

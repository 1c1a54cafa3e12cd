"""The door for a web server: `majlis.workspace.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "majlis.workspace.settings")

application = get_wsgi_application()

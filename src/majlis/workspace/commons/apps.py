"""The commons as a Django application."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CommonsConfig(AppConfig):
    """What all rooms share; at start-up it finds every room's analyses."""

    name = "majlis.workspace.commons"
    label = "commons"

    def ready(self) -> None:
        """Load `analyses.py` of every room, so that queued runs find their analysis."""
        autodiscover_modules("analyses")

"""The commons as a Django application."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CommonsConfig(AppConfig):
    """What all rooms share; at start-up it finds every room's analyses."""

    name = "majlis.workspace.commons"
    label = "commons"

    def ready(self) -> None:
        """Load `analyses.py` of every room, so that queued runs find their analysis, and open the pages of handling."""
        autodiscover_modules("analyses")
        _open_handling()


def _open_handling() -> None:
    """Put what handling asks of a member on their desk, as rooms do, without a place in the navigation."""
    from majlis.workspace.commons.handling import lines
    from majlis.workspace.commons.rooms import Room, register

    register(
        Room(
            key="handling",
            order=95,
            urls="majlis.workspace.commons.handling.urls",
            url_name="handling:index",
            title="handling",
            question="handling-question",
            awaiting=lines.awaiting,
            listed=False,
        )
    )

"""The commons as a Django application."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_delete, post_save
from django.utils.module_loading import autodiscover_modules


class CommonsConfig(AppConfig):
    """What all rooms share; at start-up it finds the rooms' analyses and checks, and lets the search follow records."""

    name = "majlis.workspace.commons"
    label = "commons"

    def ready(self) -> None:
        """Load `analyses.py` and `charter.py` of every room, so that runs and checks are found; open what has pages."""
        autodiscover_modules("analyses")
        from majlis.workspace.commons.charter import guards  # noqa: F401 - they register themselves
        from majlis.workspace.commons.retention import common  # noqa: F401

        autodiscover_modules("charter", "retention")
        _open_handling()
        _let_the_search_follow()


def _let_the_search_follow() -> None:
    """Listen to the kinds of records alone: a listener to everything would make votes be deleted one by one."""
    from majlis.workspace.commons.models import Record
    from majlis.workspace.commons.search import index

    for kind in (model for model in apps.get_models() if issubclass(model, Record)):
        post_save.connect(index.on_save, sender=kind, dispatch_uid=f"search-{kind._meta.label_lower}")
        post_delete.connect(index.on_delete, sender=kind, dispatch_uid=f"search-{kind._meta.label_lower}")


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

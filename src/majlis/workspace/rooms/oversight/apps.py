"""The oversight room."""

from django.apps import AppConfig

from majlis.workspace.commons.rooms import Room, register


class OversightConfig(AppConfig):
    """The room that asks whether the rules are kept."""

    name = "majlis.workspace.rooms.oversight"
    label = "oversight"

    def ready(self) -> None:
        """Open the room."""
        register(
            Room(
                key="oversight",
                order=90,
                urls="majlis.workspace.rooms.oversight.urls",
                url_name="oversight:ledger",
                title="oversight",
                question="oversight-question",
            )
        )

"""The consultations room."""

from django.apps import AppConfig

from majlis.workspace.commons.rooms import Room, register


class ConsultationsConfig(AppConfig):
    """The room that asks where we agree."""

    name = "majlis.workspace.rooms.consultations"
    label = "consultations"

    def ready(self) -> None:
        """Open the room."""
        from majlis.workspace.rooms.consultations import account, lines, searching

        register(
            Room(
                key="consultations",
                order=20,
                urls="majlis.workspace.rooms.consultations.urls",
                short_urls="majlis.workspace.rooms.consultations.urls_short",
                url_name="consultations:index",
                title="consultations",
                question="consultations-question",
                awaiting=lines.awaiting,
                published=lines.published,
                accounts={"consultations.consultation": account.of_consultation},
                lines={"consultations.consultation": lines.line_of, "consultations.statement": lines.of_statement},
                searched=searching.SEARCHED,
            )
        )

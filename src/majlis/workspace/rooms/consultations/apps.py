"""The consultations room."""

from django.apps import AppConfig

from majlis.workspace.commons.rooms import Room, register

# Where people vote, and the pages that lead there: who read them when would tell who cast the votes that follow.
OWN = ("index", "detail", "vote", "enter", "send", "review", "entrance", "offer", "offered")
VOTERS_PAGES = frozenset({*(f"consultations:{name}" for name in OWN), "enter-here", "enter-by-code"})


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
                unrecorded=VOTERS_PAGES,
            )
        )

"""The gatherings room."""

from django.apps import AppConfig

from majlis.workspace.commons.rooms import Room, register


class GatheringsConfig(AppConfig):
    """The room that asks what we meet for."""

    name = "majlis.workspace.rooms.gatherings"
    label = "gatherings"

    def ready(self) -> None:
        """Open the room."""
        from majlis.workspace.rooms.gatherings import account, lines, queries, searching

        register(
            Room(
                key="gatherings",
                order=10,
                urls="majlis.workspace.rooms.gatherings.urls",
                url_name="gatherings:index",
                title="gatherings",
                question="gatherings-question",
                awaiting=lines.awaiting,
                published=lines.published,
                lines={
                    "gatherings.gathering": lines.of_gathering,
                    "gatherings.session": lines.of_session,
                    "gatherings.series": lines.of_series,
                    "gatherings.officestatement": lines.of_office_statement,
                },
                accounts={"gatherings.gathering": account.of_gathering, "gatherings.session": account.of_session},
                cited=queries.citable_statements,
                searched=searching.SEARCHED,
            )
        )

"""The strategy room."""

from django.apps import AppConfig

from majlis.workspace.commons.rooms import Room, register


class StrategyConfig(AppConfig):
    """The room that asks what we shall do."""

    name = "majlis.workspace.rooms.strategy"
    label = "strategy"

    def ready(self) -> None:
        """Open the room."""
        from majlis.workspace.rooms.strategy import lines, queries, searching

        register(
            Room(
                key="strategy",
                order=80,
                urls="majlis.workspace.rooms.strategy.urls",
                url_name="strategy:index",
                title="strategy",
                question="strategy-question",
                awaiting=lines.awaiting,
                published=lines.published,
                lines={
                    "strategy.strategy": lines.of_strategy,
                    "strategy.recommendation": lines.of_recommendation,
                    "strategy.round": lines.of_round,
                    "strategy.edition": lines.of_edition,
                },
                searched=searching.SEARCHED,
                became={"strategy.strategy": lines.what_became},
                shown={"strategy.strategy": queries.is_shown},
                cited=queries.adopted_by,
            )
        )

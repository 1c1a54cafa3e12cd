"""The consultations room."""

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    """The room that asks where we agree."""

    name = "majlis.workspace.rooms.consultations"
    label = "consultations"

"""The addresses that are printed and typed: they name no language, the device chooses it."""

from django.urls import path

from majlis.workspace.rooms.consultations import hall

urlpatterns = [
    path("v/", hall.doorway, name="enter-here"),
    path("v/<str:code>/", hall.enter_by_code, name="enter-by-code"),
]

"""The addresses of handling."""

from django.urls import path

from majlis.workspace.commons.handling import pages

app_name = "handling"
urlpatterns = [
    path("", pages.index, name="index"),
    path("of/<str:kind>/<uuid:pk>/", pages.record, name="record"),
    path("of/<str:kind>/<uuid:pk>/release/", pages.ask, name="ask"),
    path("of/<str:kind>/<uuid:pk>/narrow/", pages.narrow, name="narrow"),
    path("of/<str:kind>/<uuid:pk>/recall/", pages.recall, name="recall"),
    path("releases/<uuid:pk>/", pages.release, name="release"),
    path("notices/<uuid:pk>/", pages.notice, name="notice"),
]

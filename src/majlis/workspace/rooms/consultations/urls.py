"""The addresses of the consultations room."""

from django.urls import path

from majlis.workspace.rooms.consultations import views, voting
from majlis.workspace.rooms.consultations.moderating import deciding, offering, translating

app_name = "consultations"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.create, name="create"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/statements/", views.add_statements, name="add-statements"),
    path("<uuid:pk>/open/", views.open_voting, name="open"),
    path("<uuid:pk>/vote/", voting.vote, name="vote"),
    path("<uuid:pk>/close/", views.close_voting, name="close"),
    path("<uuid:pk>/map/", views.opinion_map, name="map"),
    path("<uuid:pk>/map/compute/", views.compute_map, name="compute-map"),
    path("<uuid:pk>/map/progress/", views.map_progress, name="map-progress"),
    path("<uuid:pk>/map.json", views.map_json, name="map-json"),
    path("<uuid:pk>/<slug:table>.csv", views.map_table, name="map-table"),
    # what voters offer, moderation, translations
    path("<uuid:pk>/offer/", offering.offer, name="offer"),
    path("<uuid:pk>/offers/<str:receipt>/", offering.offered, name="offered"),
    path("<uuid:pk>/moderation/", deciding.queue, name="moderation"),
    path("<uuid:pk>/statements/<uuid:statement>/", deciding.statement, name="statement"),
    path("<uuid:pk>/statements/<uuid:statement>/words/", deciding.revise, name="revise"),
    path("<uuid:pk>/statements/<uuid:statement>/<slug:into>/", translating.translation, name="translation"),
    path("<uuid:pk>/translations/", translating.translations, name="translations"),
    path("<uuid:pk>/translations/file/", translating.translations_file, name="translations-file"),
    path("<uuid:pk>/translations/import/", translating.import_file, name="import-translations"),
    path("<uuid:pk>/texts/", translating.texts, name="texts"),
]

"""The addresses of the consultations room."""

from django.urls import path

from majlis.workspace.rooms.consultations import hall, views, voting
from majlis.workspace.rooms.consultations.moderating import deciding, offering, translating

app_name = "consultations"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.create, name="create"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/statements/", views.add_statements, name="add-statements"),
    path("<uuid:pk>/open/", views.open_voting, name="open"),
    path("<uuid:pk>/vote/", voting.vote, name="vote"),
    path("<uuid:pk>/vote/enter/", voting.enter, name="enter"),
    path("<uuid:pk>/vote/answers/", voting.send, name="send"),
    path("<uuid:pk>/vote/review/", voting.review, name="review"),
    path("<uuid:pk>/edit/", views.edit, name="edit"),
    path("<uuid:pk>/codes/", views.codes, name="codes"),
    path("<uuid:pk>/codes/new/", views.create_codes, name="create-codes"),
    path("<uuid:pk>/codes/revoke/", views.revoke_code, name="revoke-code"),
    path("<uuid:pk>/close/", views.close_voting, name="close"),
    path("<uuid:pk>/map/", views.opinion_map, name="map"),
    path("<uuid:pk>/map/compute/", views.compute_map, name="compute-map"),
    path("<uuid:pk>/map/progress/", views.map_progress, name="map-progress"),
    path("<uuid:pk>/map.json", views.map_json, name="map-json"),
    path("<uuid:pk>/<slug:table>.csv", views.map_table, name="map-table"),
    # a session in a hall
    path("enter/", hall.enter, name="entrance"),
    path("<uuid:pk>/screen/", hall.screen, name="screen"),
    path("<uuid:pk>/sheets/", hall.sheets, name="sheets"),
    path("<uuid:pk>/ballots/", hall.ballots, name="ballots"),
    path("<uuid:pk>/paper/", hall.paper, name="paper"),
    path("<uuid:pk>/paper/template/", hall.paper_template, name="paper-template"),
    path("<uuid:pk>/paper/upload/", hall.paper_upload, name="paper-upload"),
    path("<uuid:pk>/paper/<str:ballot>/", hall.paper_settle, name="paper-settle"),
    path("<uuid:pk>/schedule/", hall.schedule, name="schedule"),
    path("<uuid:pk>/schedule/cancel/", hall.cancel_schedule, name="cancel-schedule"),
    path("<uuid:pk>/report/", hall.report, name="report"),
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

"""The addresses of the gatherings room."""

from django.urls import path

from majlis.workspace.rooms.gatherings import editing, importing, views

app_name = "gatherings"
urlpatterns = [
    path("", views.index, name="index"),
    path("series/new/", editing.create_series, name="create-series"),
    path("series/<uuid:pk>/edit/", editing.edit_series, name="edit-series"),
    path("series/<uuid:pk>/new/", editing.create_gathering, name="create"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/edit/", editing.edit_gathering, name="edit"),
    path("<uuid:pk>/agenda/", importing.import_agenda, name="agenda"),
    path("<uuid:pk>/agenda.csv", views.agenda_csv, name="agenda-csv"),
    path("<uuid:pk>/programme/", views.programme, name="programme"),
    path("<uuid:pk>/programme.ics", views.programme_ics, name="programme-ics"),
    path("<uuid:pk>/sessions/new/", editing.add_session, name="add-session"),
    path("sessions/<uuid:pk>/", views.session, name="session"),
    path("sessions/<uuid:pk>/edit/", editing.edit_session, name="edit-session"),
    path("sessions/<uuid:pk>/withdraw/", editing.withdraw_session, name="withdraw-session"),
    path("about/<uuid:pk>/claims/new/", editing.make_claim, name="make-claim"),
    path("claims/<uuid:pk>/edit/", editing.edit_claim, name="edit-claim"),
    path("claims/<uuid:pk>/withdraw/", editing.withdraw_claim, name="withdraw-claim"),
    path("about/<uuid:pk>/statements/new/", editing.add_statement, name="add-statement"),
    path("statements/<uuid:pk>/edit/", editing.edit_statement, name="edit-statement"),
    path("statements/<uuid:pk>/withdraw/", editing.withdraw_statement, name="withdraw-statement"),
]

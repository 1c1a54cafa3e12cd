"""The addresses of the oversight room."""

from django.urls import path

from majlis.workspace.rooms.oversight import charter_views, retention_views, views

app_name = "oversight"
urlpatterns = [
    path("charter/", charter_views.charter, name="charter"),
    path("charter/check/", charter_views.check, name="charter-check"),
    path("charter/result/", charter_views.result, name="charter-result"),
    path("charter/refusals.csv", charter_views.refusals, name="refusals"),
    path("retention/", retention_views.retention, name="retention"),
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/checkpoint/", views.make_checkpoint, name="checkpoint"),
    path("ledger/check/", views.ask_for_check, name="check"),
    path("ledger/check/<uuid:pk>/", views.check_progress, name="check-progress"),
    path("ledger/witnesses/", views.add_witness, name="add-witness"),
    path("ledger/witnesses/<uuid:pk>/retire/", views.retire_witness, name="retire-witness"),
    path("ledger/heads/", views.take_head, name="take-head"),
    path("ledger/entries/", views.entries, name="entries"),
    path("ledger/entries/<int:index>/", views.entry, name="entry"),
    path("ledger/entries/<int:index>/proof/", views.entry_proof, name="entry-proof"),
    path("ledger/export/", views.export, name="export"),
]

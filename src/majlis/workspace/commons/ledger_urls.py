"""Plain addresses of the ledger's heads, for anybody and for programs: they name no language."""

from django.urls import path

from majlis.workspace.commons import ledger_views as views

app_name = "ledger"
urlpatterns = [
    path("checkpoint", views.checkpoint, name="checkpoint"),
    path("consistency", views.consistency, name="consistency"),
    path("proof/<int:index>", views.proof, name="proof"),
    path("key", views.key, name="key"),
    path("cosignatures", views.cosignatures, name="cosignatures"),
]

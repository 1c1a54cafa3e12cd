"""The addresses of the strategy room."""

from django.urls import path

from majlis.workspace.rooms.strategy import views, why

app_name = "strategy"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("recommendations/<uuid:pk>/", views.recommendation, name="recommendation"),
    # why
    path("<uuid:pk>/why/", why.of_strategy, name="why-strategy"),
    path("recommendations/<uuid:pk>/why/", why.why, name="why"),
    path("recommendations/<uuid:pk>/why.svg", why.picture, {"form": "svg"}, name="why-svg"),
    path("recommendations/<uuid:pk>/why.png", why.picture, {"form": "png"}, name="why-png"),
    path("recommendations/<uuid:pk>/why.jsonld", why.prov, name="why-prov"),
]

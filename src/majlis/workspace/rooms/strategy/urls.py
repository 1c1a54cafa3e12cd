"""The addresses of the strategy room."""

from django.urls import path

from majlis.workspace.rooms.strategy import views
from majlis.workspace.rooms.strategy.urls_rounds import urlpatterns as rounds

app_name = "strategy"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("recommendations/<uuid:pk>/", views.recommendation, name="recommendation"),
    *rounds,
]

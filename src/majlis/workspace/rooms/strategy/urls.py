"""The addresses of the strategy room."""

from django.urls import path

from majlis.workspace.rooms.strategy import views

app_name = "strategy"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("recommendations/<uuid:pk>/", views.recommendation, name="recommendation"),
]

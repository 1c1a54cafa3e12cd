"""The addresses of the pages that belong to no room."""

from django.urls import path

from majlis.workspace.commons import signin, views

app_name = "commons"
urlpatterns = [
    path("", views.home, name="home"),
    path("account/", views.account, name="account"),
    path("enter/<str:user>/<str:token>/", signin.enter, name="enter"),
    path("refuses/", views.refuses, name="refuses"),
]

"""The addresses of the pages that belong to no room."""

from django.urls import path

from majlis.workspace.commons import members, signin, views
from majlis.workspace.commons.mail import pages as mail
from majlis.workspace.commons.search.page import search

app_name = "commons"
urlpatterns = [
    path("", views.home, name="home"),
    path("account/", views.account, name="account"),
    path("account/digest/", mail.digest, name="digest"),
    path("digest/off/<str:token>/", mail.stop, name="digest-stop"),
    path("members/", members.index, name="members"),
    path("members/<uuid:pk>/", members.member, name="member"),
    path("members/<uuid:pk>/link/", members.link, name="member-link"),
    path("members/<uuid:pk>/suspend/", members.suspend, name="member-suspend"),
    path("members/<uuid:pk>/resume/", members.resume, name="member-resume"),
    path("enter/<str:user>/<str:token>/", signin.enter, name="enter"),
    path("search/", search, name="search"),
    path("refuses/", views.refuses, name="refuses"),
]

"""The addresses of the pages that belong to no room."""

from django.urls import path

from majlis.workspace.commons import members, run_pages, signin, source_pages, views
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
    path("sources/<uuid:pk>/", source_pages.source, name="source"),
    path("sources/<uuid:pk>/grade/", source_pages.grade, name="grade-source"),
    path("sources/<uuid:pk>/retract/", source_pages.retract, name="retract-source"),
    path("runs/<uuid:pk>/", run_pages.run, name="run"),
    path("runs/<uuid:pk>/again/", run_pages.again, name="run-again"),
    path("runs/<uuid:pk>/progress/", run_pages.progress, name="run-progress"),
    path("search/", search, name="search"),
    path("refuses/", views.refuses, name="refuses"),
]

"""The addresses of the strategy room."""

from django.urls import path

from majlis.workspace.rooms.strategy import documents, views
from majlis.workspace.rooms.strategy.following import views as following

app_name = "strategy"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/outcome/", documents.outcome, name="outcome"),
    path("<uuid:pk>/outcome/<slug:form>/", documents.outcome_file, name="outcome-file"),
    path("<uuid:pk>/editions/<int:number>/outcome/", documents.outcome, name="edition-outcome"),
    path("<uuid:pk>/editions/<int:number>/outcome/<slug:form>/", documents.outcome_file, name="edition-outcome-file"),
    path("recommendations/<uuid:pk>/", views.recommendation, name="recommendation"),
    path("<uuid:pk>/became/", following.became, name="became"),
    path("<uuid:pk>/became.csv", following.became_csv, name="became-csv"),
    path("<uuid:pk>/carry-over/", following.carry_over, name="carry-over"),
    path("recommendations/<uuid:pk>/pledge/", following.pledge, name="pledge"),
    path("pledges/<uuid:pk>/withdraw/", following.withdraw_pledge, name="withdraw-pledge"),
    path("recommendations/<uuid:pk>/report/", following.report, name="report"),
    path("reports/<uuid:pk>/withdraw/", following.withdraw_report, name="withdraw-report"),
]

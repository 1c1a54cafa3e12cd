"""The addresses of the strategy room."""

from django.urls import path

from majlis.workspace.rooms.strategy import deciding, documents, editing, grounding, views, why
from majlis.workspace.rooms.strategy.following import views as following
from majlis.workspace.rooms.strategy.urls_rounds import urlpatterns as rounds

app_name = "strategy"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", editing.create, name="create"),
    path("<uuid:pk>/", views.detail, name="detail"),
    path("<uuid:pk>/outcome/", documents.outcome, name="outcome"),
    path("<uuid:pk>/outcome/<slug:form>/", documents.outcome_file, name="outcome-file"),
    path("<uuid:pk>/editions/<int:number>/outcome/", documents.outcome, name="edition-outcome"),
    path("<uuid:pk>/editions/<int:number>/outcome/<slug:form>/", documents.outcome_file, name="edition-outcome-file"),
    path("<uuid:pk>/became/", following.became, name="became"),
    path("<uuid:pk>/became.csv", following.became_csv, name="became-csv"),
    path("<uuid:pk>/carry-over/", following.carry_over, name="carry-over"),
    path("recommendations/<uuid:pk>/pledge/", following.pledge, name="pledge"),
    path("pledges/<uuid:pk>/withdraw/", following.withdraw_pledge, name="withdraw-pledge"),
    path("recommendations/<uuid:pk>/report/", following.report, name="report"),
    path("reports/<uuid:pk>/withdraw/", following.withdraw_report, name="withdraw-report"),
    path("<uuid:pk>/edit/", editing.edit_strategy, name="edit"),
    path("<uuid:pk>/circulate/", deciding.circulate, name="circulate"),
    path("findings/", grounding.findings, name="findings"),
    path("<uuid:pk>/findings/", grounding.findings, name="strategy-findings"),
    path("<uuid:pk>/sources/", grounding.sources, name="strategy-sources"),
    path("draft/", grounding.choose, name="draft-from"),
    path("<uuid:pk>/draft/", editing.draft, name="draft"),
    path("recommendations/<uuid:pk>/", views.recommendation, name="recommendation"),
    # why
    path("<uuid:pk>/why/", why.of_strategy, name="why-strategy"),
    path("recommendations/<uuid:pk>/why/", why.why, name="why"),
    path("recommendations/<uuid:pk>/why.svg", why.picture, {"form": "svg"}, name="why-svg"),
    path("recommendations/<uuid:pk>/why.png", why.picture, {"form": "png"}, name="why-png"),
    path("recommendations/<uuid:pk>/why.jsonld", why.prov, name="why-prov"),
    path("recommendations/<uuid:pk>/edit/", editing.edit_recommendation, name="edit-recommendation"),
    path("recommendations/<uuid:pk>/basis/", grounding.basis, name="basis"),
    path("recommendations/<uuid:pk>/findings/", grounding.more_findings, name="more-findings"),
    path("recommendations/<uuid:pk>/adopt/", deciding.adopt, name="adopt"),
    path("recommendations/<uuid:pk>/revise/", deciding.revise, name="revise"),
    path("recommendations/<uuid:pk>/withdraw/", deciding.withdraw, name="withdraw"),
    *rounds,
]

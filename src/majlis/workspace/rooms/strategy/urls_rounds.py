"""The addresses of remarks, rounds, the table and editions."""

from django.urls import path

from majlis.workspace.rooms.strategy import asking, edition_pages, remarking, table_pages

urlpatterns = [
    path("recommendations/<uuid:pk>/remarks/new/", remarking.remark, name="remark"),
    path("remarks/<uuid:pk>/answer/", remarking.answer, name="answer-remark"),
    path("remarks/<uuid:pk>/withdraw/", remarking.withdraw_remark, name="withdraw-remark"),
    path("<uuid:pk>/rounds/", asking.index, name="rounds"),
    path("<uuid:pk>/rounds/new/", asking.open_round, name="open-round"),
    path("<uuid:pk>/rounds/end/", asking.end_rounds, name="end-rounds"),
    path("rounds/<uuid:pk>/", asking.show_round, name="round"),
    path("rounds/<uuid:pk>/texts/<uuid:only>/", asking.show_round, name="round-text"),
    path("rounds/<uuid:pk>/day/", asking.move_closing, name="move-closing"),
    path("rounds/<uuid:pk>/close/", asking.close_round, name="close-round"),
    path("rounds/<uuid:pk>/read/", asking.read_round, name="read-round"),
    path("rounds/<uuid:pk>/outcome.csv", asking.outcome_csv, name="round-csv"),
    path("<uuid:pk>/table/", table_pages.import_table, name="table"),
    path("<uuid:pk>/table.csv", table_pages.table_csv, name="table-csv"),
    path("<uuid:pk>/editions/", edition_pages.index, name="editions"),
    path("<uuid:pk>/editions/new/", edition_pages.release, name="release"),
    path("editions/<uuid:pk>/", edition_pages.show, name="edition"),
    path("<uuid:pk>/compare/", edition_pages.compare, name="compare"),
    path("<uuid:pk>/compare.csv", edition_pages.compare_csv, name="compare-csv"),
]

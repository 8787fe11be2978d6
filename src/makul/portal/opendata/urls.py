"""Addresses of open data: the page that explains it, the files, one case whole."""

from django.urls import path

from makul.cases.views.public.urls import CASE
from makul.portal.opendata import views
from makul.portal.opendata.sharing import open_to_all

urlpatterns = [
    path("open-data/", views.open_data, name="open_data"),
    path("data/<slug:key>.csv", open_to_all(views.data_csv), name="data_csv"),
    path("data/<slug:key>.json", open_to_all(views.data_json), name="data_json"),
    path(f"data/{CASE.removesuffix('/')}.json", open_to_all(views.data_case), name="data_case"),
]

"""Addresses of the public pages."""

from django.urls import path, re_path, register_converter

from makul.cases.views.public import (
    case,
    entries,
    how,
    listing,
    not_agreed,
    order_files,
    outcome,
    papers,
    people,
    rows,
    text,
    verify,
)


class CaseNumber:
    """The number of a case: it begins with its year, so no other word is taken for one."""

    regex = r"[0-9][-A-Za-z0-9_]{0,19}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CaseNumber, "case")
CASE = "cases/<case:number>/"

urlpatterns = [
    path("cases/", listing.case_list, name="case_list"),
    path(CASE, case.case, name="case"),
    path(f"{CASE}text/", text.case_text, name="case_text"),
    path(f"{CASE}rows/", rows.case_rows, name="case_rows"),
    path(f"{CASE}rows/<int:row>/", rows.case_row, name="case_row"),
    path(f"{CASE}rows.csv", rows.case_rows_csv, name="case_rows_csv"),
    path(f"{CASE}bodies/", people.case_bodies, name="case_bodies"),
    path(f"{CASE}positions/<int:pk>/", people.position, name="position"),
    path(f"{CASE}outcome/", outcome.case_outcome, name="case_outcome"),
    path(f"{CASE}papers/", papers.case_papers, name="case_papers"),
    path(f"{CASE}entries/", entries.case_entries, name="case_entries"),
    path(f"{CASE}evidence.zip", entries.case_evidence, name="case_evidence"),
    path("not-agreed/", not_agreed.not_agreed, name="not_agreed"),
    path("not-agreed.csv", not_agreed.not_agreed_csv, name="not_agreed_csv"),
    path("how-it-works/", how.how_it_works, name="how_it_works"),
    path("how-it-works/order/", how.order_text, name="order_text"),
    path("how-it-works/<slug:key>/", how.how_it_works, name="how_it_works_of"),
    path("how-it-works/<slug:key>/order/", how.order_text, name="order_text_of"),
    re_path(
        r"^how-it-works/(?P<key>[-\w]+)/order-(?P<tongue>ky|ru|en)\.(?P<form>docx|pdf)$",
        order_files.order_file,
        name="order_file",
    ),
    path("verify/", verify.verify, name="verify"),
]

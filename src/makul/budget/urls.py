"""Addresses of the special protocol: of the public, and of those who work on it."""

from django.urls import path

from makul.budget.views import following, items, public, signing, sitting, voting, work

BASE = "special-protocols/<slug:number>/"
urlpatterns = [
    path("special-protocols/", public.special_list, name="special_protocol_list"),
    path("special-protocols/open/", work.special_open, name="special_protocol_open"),
    path(BASE, public.special, name="special_protocol_case"),
    path(f"{BASE}items.csv", public.special_csv, name="special_protocol_csv"),
    path(f"{BASE}work/", work.special_work, name="special_protocol_work"),
    path(f"{BASE}items/", items.own_items, name="special_protocol_items_tabled"),
    path(f"{BASE}items/new/", items.item_new, name="special_item_new"),
    path(f"{BASE}items/import/", items.item_import, name="special_item_import"),
    path(f"{BASE}items/<int:item>/", items.item_edit, name="special_item"),
    path(f"{BASE}positions/", items.answers, name="special_protocol_items_answered"),
    path(f"{BASE}positions/<int:item>/", items.answer, name="special_answer"),
    path(f"{BASE}balance/", sitting.balance, name="special_balance"),
    path(f"{BASE}sitting/", sitting.sitting, name="special_protocol_conciliation_sat"),
    path(f"{BASE}sitting/<int:item>/", sitting.settle, name="special_settle"),
    path(f"{BASE}mandate/", voting.mandate, name="special_protocol_mandate_given"),
    path(f"{BASE}draw/", signing.draw, name="special_protocol_special_drawn"),
    path(f"{BASE}sign/", signing.sign, name="special_protocol_special_signed"),
    path(f"{BASE}refuse/", signing.refuse, name="special_protocol_special_refused"),
    path(f"{BASE}close/", signing.close, name="special_protocol_one_side_closed"),
    path(f"{BASE}attach/", signing.attach, name="special_protocol_special_attached"),
    path(f"{BASE}law/", following.law, name="special_protocol_budget_adopted"),
    path(f"{BASE}given/", following.given, name="special_protocol_given_stated"),
    path(f"{BASE}withdraw/", work.withdraw, name="special_protocol_special_withdrawn"),
]

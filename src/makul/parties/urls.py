"""Addresses of the registry, of the bodies with their mandates, and of the table of rights."""

from django.urls import path

from makul.parties import views

urlpatterns = [
    path("registry/", views.registry, name="registry"),
    path("registry/<slug:code>/", views.territory, name="territory"),
    path("bodies/", views.body_list, name="body_list"),
    path("bodies/<slug:key>/", views.body, name="body"),
    path("bodies/<slug:key>/mandates/give/", views.mandate_give, name="mandate_give"),
    path("bodies/<slug:key>/mandates/<int:pk>/end/", views.mandate_end, name="mandate_end"),
    path("keep/", views.keep, name="keep"),
    path("keep/forget/", views.keep_forget, name="keep_forget"),
    path("rights/", views.rights, name="rights"),
]

"""Addresses of documents: to read, to fetch as a file, to compare."""

from django.urls import path

from makul.documents import views

urlpatterns = [
    path("documents/<int:pk>/", views.document, name="document"),
    path("documents/<int:pk>/compare/", views.compare, name="document_compare"),
    path(
        "documents/<int:pk>/<int:number>-<str:language>/file",
        views.version_file,
        name="document_file",
    ),
]

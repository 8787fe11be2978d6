"""Addresses of packages and of the facilitator's desk."""

from django.urls import path

from makul.drafts.views import choosing, desk, package, parts, queue, telling

urlpatterns = [
    path("desk/", queue.screening_queue, name="screening_queue"),
    path("drafts/", package.draft_list, name="draft_list"),
    path("drafts/new/", package.draft_new, name="draft_new"),
    path("drafts/<int:pk>/", package.draft, name="draft"),
    path("drafts/<int:pk>/submit/", package.draft_submit, name="draft_submit"),
    path("drafts/<int:pk>/again/", package.draft_again, name="draft_again"),
    path("drafts/<int:pk>/<slug:part>/", parts.draft_part, name="draft_part"),
    path("cases/<slug:number>/check/", desk.package_check, name="package_check"),
    path("cases/<slug:number>/screen/", desk.screen, name="screen"),
    path("cases/<slug:number>/circle/", choosing.circle, name="circle"),
    path("cases/<slug:number>/notify/", telling.notify, name="notify"),
]

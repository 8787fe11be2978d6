"""Addresses of the common table."""

from makul.cases.views.public.urls import urlpatterns as public
from makul.cases.views.work.desk_urls import urlpatterns as desk
from makul.cases.views.work.urls import urlpatterns as work

urlpatterns = [*public, *desk, *work]

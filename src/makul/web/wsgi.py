"""The door for web servers: `gunicorn makul.web.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makul.web.settings")
application = get_wsgi_application()

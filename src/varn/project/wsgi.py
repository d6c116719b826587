"""What the server runs. The command line has chosen the settings before."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

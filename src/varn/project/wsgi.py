"""What the server runs. The command line has chosen the settings before."""

import gc

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

application = get_wsgi_application()

# What is loaded once stays: looking through it for garbage would now and then stop a page.
_pages = get_resolver().url_patterns
gc.collect()
gc.freeze()

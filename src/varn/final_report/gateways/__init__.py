"""The report as files: PDF, HTML and JSON."""

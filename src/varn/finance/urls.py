"""Addresses of the money, below the desk's."""

from django.urls import URLPattern

app_name = "finance"

urlpatterns: list[URLPattern] = []

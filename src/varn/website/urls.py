"""Addresses that machines know by heart."""

from django.urls import path

from varn.website import views

app_name = "website"
urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_text, name="security_text"),
]

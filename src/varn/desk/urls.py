"""The desk's own address."""

from django.urls import path

from varn.desk import views

app_name = "desk"

urlpatterns = [path("", views.today, name="today")]

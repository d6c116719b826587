"""Meetings and consultations under a mandate: who was asked, who came, what was decided."""

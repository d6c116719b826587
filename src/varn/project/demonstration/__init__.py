"""The demonstration: this mandate as it could have been carried out, invented and marked so."""

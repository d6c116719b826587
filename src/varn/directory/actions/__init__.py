"""Changing the directory."""

from varn.directory.actions.loading import Loaded, load_directory

__all__ = ["Loaded", "load_directory"]

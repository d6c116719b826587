"""Changing the directory."""

from varn.directory.actions.contacts import (
    ChangedMeanwhileError,
    ContactValues,
    FunctionTakenError,
    confirm_contact,
    edit_contact,
)
from varn.directory.actions.imports import (
    AlreadyAppliedError,
    NothingToApplyError,
    PreviewOutdatedError,
    RowsInErrorError,
    apply_import,
    preview_import,
)
from varn.directory.actions.loading import Loaded, load_directory

__all__ = [
    "AlreadyAppliedError",
    "ChangedMeanwhileError",
    "ContactValues",
    "FunctionTakenError",
    "Loaded",
    "NothingToApplyError",
    "PreviewOutdatedError",
    "RowsInErrorError",
    "apply_import",
    "confirm_contact",
    "edit_contact",
    "load_directory",
    "preview_import",
]

"""Changing decisions, mandates and the work under them."""

from varn.mandate.actions.activities import (
    ActivityValues,
    add_activity,
    change_activity,
)
from varn.mandate.actions.decisions import upload_decision
from varn.mandate.actions.documents import (
    AlreadyFulfilledError,
    DocumentOfOtherKindError,
    DocumentOfOtherMandateError,
    NoFileError,
    OutgoingFileData,
    PassesByItselfError,
    RegistryNumberMissingError,
    SentBeforeDocumentError,
    SentInFutureError,
    freeze_document,
    fulfil_obligation,
)
from varn.mandate.actions.errors import (
    AlreadyStartedError,
    BeforeDecisionError,
    FileRefusedError,
    NotCompleteError,
    QuoteNotFoundError,
    RegistryNumberTakenError,
    StaleVersionError,
    TooManyFilesError,
)
from varn.mandate.actions.facts import (
    add_fact,
    confirm_all_clear_facts,
    confirm_fact,
    correct_fact,
    remove_fact,
)
from varn.mandate.actions.results import NewFile, ResultValues, correct_result, record_result
from varn.mandate.actions.starting import start_mandate

__all__ = [
    "ActivityValues",
    "AlreadyFulfilledError",
    "AlreadyStartedError",
    "BeforeDecisionError",
    "DocumentOfOtherKindError",
    "DocumentOfOtherMandateError",
    "FileRefusedError",
    "NewFile",
    "NoFileError",
    "NotCompleteError",
    "OutgoingFileData",
    "PassesByItselfError",
    "QuoteNotFoundError",
    "RegistryNumberMissingError",
    "RegistryNumberTakenError",
    "ResultValues",
    "SentBeforeDocumentError",
    "SentInFutureError",
    "StaleVersionError",
    "TooManyFilesError",
    "add_activity",
    "add_fact",
    "change_activity",
    "confirm_all_clear_facts",
    "confirm_fact",
    "correct_fact",
    "correct_result",
    "freeze_document",
    "fulfil_obligation",
    "record_result",
    "remove_fact",
    "start_mandate",
    "upload_decision",
]

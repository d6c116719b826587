"""Changing decisions, mandates and the work under them."""

from varn.mandate.actions.activities import (
    ActivityValues,
    add_activity,
    change_activity,
)
from varn.mandate.actions.assessment import (
    AssessmentValues,
    assess_child_rights,
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
from varn.mandate.actions.ending import (
    cancel_activity,
    complete_activity,
    reopen_activity,
)
from varn.mandate.actions.errors import (
    ActivityEndedError,
    ActivityOpenError,
    AlreadyStartedError,
    BeforeDecisionError,
    EndsBeforeStartError,
    EndsInFutureError,
    FileRefusedError,
    LinkedOtherWayError,
    LinkToItselfError,
    NotAssessedError,
    NotCompleteError,
    NothingShowsItError,
    NotJudgedError,
    QuoteNotFoundError,
    ReasonMissingError,
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
from varn.mandate.actions.links import (
    link_mandate,
    unlink_mandate,
)
from varn.mandate.actions.requirements import (
    judge_requirement,
    name_responsible,
    withdraw_judgement,
)
from varn.mandate.actions.results import NewFile, ResultValues, correct_result, record_result
from varn.mandate.actions.starting import start_mandate

__all__ = [
    "ActivityEndedError",
    "ActivityOpenError",
    "ActivityValues",
    "AlreadyFulfilledError",
    "AlreadyStartedError",
    "AssessmentValues",
    "BeforeDecisionError",
    "DocumentOfOtherKindError",
    "DocumentOfOtherMandateError",
    "EndsBeforeStartError",
    "EndsInFutureError",
    "FileRefusedError",
    "LinkToItselfError",
    "LinkedOtherWayError",
    "NewFile",
    "NoFileError",
    "NotAssessedError",
    "NotCompleteError",
    "NotJudgedError",
    "NothingShowsItError",
    "OutgoingFileData",
    "PassesByItselfError",
    "QuoteNotFoundError",
    "ReasonMissingError",
    "RegistryNumberMissingError",
    "RegistryNumberTakenError",
    "ResultValues",
    "SentBeforeDocumentError",
    "SentInFutureError",
    "StaleVersionError",
    "TooManyFilesError",
    "add_activity",
    "add_fact",
    "assess_child_rights",
    "cancel_activity",
    "change_activity",
    "complete_activity",
    "confirm_all_clear_facts",
    "confirm_fact",
    "correct_fact",
    "correct_result",
    "freeze_document",
    "fulfil_obligation",
    "judge_requirement",
    "link_mandate",
    "name_responsible",
    "record_result",
    "remove_fact",
    "reopen_activity",
    "start_mandate",
    "unlink_mandate",
    "upload_decision",
    "withdraw_judgement",
]

"""The child-rights impact assessment of an activity, each question with its source."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from varn.mandate.actions import AssessmentValues
from varn.mandate.choices import ChildrenHeard, CrcArticle, StrategyPrinciple
from varn.mandate.forms.activities import LONGEST_TEXT
from varn.mandate.forms.running import Versioned
from varn.mandate.models import ChildRightsAssessment

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ANSWERS = ("best_interests", "children_heard", "views", "information", "risks", "mitigation")


def _answer(label: "StrOrPromise", help_text: "StrOrPromise") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AssessmentForm(Versioned):
    """What the activity means for children, and what is done so that it does no harm."""

    articles = forms.MultipleChoiceField(
        label=_("Which rights does the activity touch?"),
        help_text=_(
            "Articles of the Convention on the Rights of the Child, Swedish law since 2020 "
            "(lag 2018:1197). At least one."
        ),
        choices=CrcArticle.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    principles = forms.MultipleChoiceField(
        label=_("Which principles of the national strategy does it follow?"),
        help_text=_(
            "The strategy to strengthen the rights of the child (prop. 2009/10:232) has nine. "
            "At least one."
        ),
        choices=StrategyPrinciple.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    best_interests = _answer(
        _("What is best for the children, and why?"),
        _(
            "Article 3: the child's best interests come first in every action that concerns "
            "children. Say which children, and what speaks for and against."
        ),
    )
    children_heard = forms.ChoiceField(
        label=_("Have children been heard?"),
        help_text=_("Article 12: children may say what they think, and it counts."),
        choices=ChildrenHeard.choices,
        widget=forms.RadioSelect,
    )
    views = _answer(
        _("What did they say, and how were they asked? If not asked: why not?"),
        _("Article 12. Write nothing that lets a single child be recognised."),
    )
    information = _answer(
        _("What do children get to know, and how?"),
        _("Article 13 and principle 4: children get to know what concerns them and their rights."),
    )
    risks = _answer(
        _("How could the activity do harm?"),
        _("Articles 19 and 34–36, the child's protection: think of exposure, stigma and threats."),
    )
    mitigation = _answer(
        _("What is done so that it does no harm?"),
        _("Who does it, and when. Article 39 where a child needs help to recover."),
    )

    def values(self) -> AssessmentValues:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return AssessmentValues(
            articles=tuple(CrcArticle(each) for each in cleaned["articles"]),
            principles=tuple(StrategyPrinciple(each) for each in cleaned["principles"]),
            best_interests=cleaned["best_interests"],
            children_heard=ChildrenHeard(cleaned["children_heard"]),
            views=cleaned["views"],
            information=cleaned["information"],
            risks=cleaned["risks"],
            mitigation=cleaned["mitigation"],
        )


def answers_of(assessment: ChildRightsAssessment) -> list[tuple[str, str]]:
    """Each question with its answer in words, as a page shows them."""
    words = {
        "articles": ", ".join(str(CrcArticle(each).label) for each in assessment.articles),
        "principles": "; ".join(
            str(StrategyPrinciple(each).label) for each in assessment.principles
        ),
        "children_heard": str(ChildrenHeard(assessment.children_heard).label),
    }
    return [
        (str(field.label), words.get(name) or getattr(assessment, name))
        for name, field in AssessmentForm.base_fields.items()
        if name != "version"
    ]


def known_assessment(assessment: ChildRightsAssessment | None) -> dict[str, object]:
    """The content of the form for an assessment as it stands; of none, version zero."""
    if assessment is None:
        return {"version": 0}
    answers: dict[str, object] = {name: getattr(assessment, name) for name in ANSWERS}
    return answers | {
        "articles": assessment.articles,
        "principles": assessment.principles,
        "version": assessment.version,
    }

from dataclasses import replace

import pytest

from tests.final_report.factories import COVER
from tests.final_report.samples import EMPTY, FULL
from varn.final_report.choices import BLOCKS, Lack
from varn.final_report.rules.content import Money, Requirement
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.missing import Missing, missing, written_parts
from varn.final_report.rules.parts import PartKey


def lacks(content):
    return {each.lack for each in missing(content)}


def with_judgement(content, judgement, because=""):
    assignments = tuple(
        replace(
            part,
            requirements=tuple(
                replace(each, judgement=judgement, because=because) for each in part.requirements
            ),
        )
        for part in content.assignments
    )
    return replace(content, assignments=assignments)


WRITTEN = replace(
    with_judgement(FULL, "not_met", "Hann inte."),
    obligations=tuple(replace(each, document=None) for each in FULL.obligations),
    cover=COVER,
    texts=dict.fromkeys(written_parts(FULL), "Det här har gjorts."),
)


def test_a_written_report_may_be_frozen_with_things_worth_a_look():
    found = missing(WRITTEN)

    assert not any(each.blocks for each in found)
    assert {Lack.OBLIGATION_OPEN, Lack.ACTIVITY_OPEN, Lack.RESULT_WITHOUT_EVIDENCE} == lacks(
        WRITTEN
    )


def test_what_blocks_comes_first():
    blocks = [each.blocks for each in missing(FULL)]

    assert blocks == sorted(blocks, reverse=True)
    assert True in blocks


def test_the_final_report_itself_is_never_missing():
    found = [each.number for each in missing(WRITTEN) if each.lack is Lack.OBLIGATION_OPEN]

    assert found == [1]


@pytest.mark.parametrize(
    ("field", "lack"),
    [
        ("own_registry_number", Lack.NO_OWN_NUMBER),
        ("decided_by", Lack.NO_DECIDED_BY),
        ("decided_on", Lack.NO_DECIDED_ON),
        ("presented_by", Lack.NO_PRESENTED_BY),
    ],
)
def test_an_agency_says_its_number_who_decided_and_who_presented(field, lack):
    empty = None if field == "decided_on" else ""

    found = lacks(replace(WRITTEN, cover=replace(COVER, **{field: empty})))

    assert lack in found
    assert lack in BLOCKS


def test_nobody_else_need_have_been_present():
    assert lacks(replace(WRITTEN, cover=replace(COVER, present=()))) == lacks(WRITTEN)


def test_each_empty_part_is_named():
    second = PartKey("assignment", 2)
    texts = {**WRITTEN.texts, second: " \n "}

    found = missing(replace(WRITTEN, texts=texts))

    assert Missing(lack=Lack.PART_EMPTY, part=second) in found


def test_an_empty_mandate_still_asks_for_its_texts():
    found = [each for each in missing(EMPTY) if each.lack is Lack.PART_EMPTY]

    assert len(found) == 8


def test_a_name_that_cannot_be_placed_blocks():
    texts = {**WRITTEN.texts, PartKey("economy"): "Så här:\n\n{{table:pengarna}}"}

    (found,) = [each for each in missing(replace(WRITTEN, texts=texts)) if each.blocks]

    assert found.lack is Lack.TEXT_PROBLEM
    assert found.part == PartKey("economy")
    assert "pengarna" in found.text


def test_every_requirement_is_answered_by_evidence_or_a_reason():
    unjudged = with_judgement(WRITTEN, "")

    found = [each.number for each in missing(unjudged) if each.lack is Lack.REQUIREMENT_UNANSWERED]

    # 1, 3, 5 and 7 have evidence; 10 is about a day, which the obligations answer
    assert found == [2, 4, 6, 8, 9]


def test_a_requirement_that_nothing_shows_is_looked_at():
    found = missing(with_judgement(WRITTEN, "met"))

    look_at = [each for each in found if each.lack is Lack.MET_WITHOUT_EVIDENCE]
    assert [each.number for each in look_at] == [2, 4, 6, 8, 9]
    assert {each.kind for each in look_at} == {Kind.REQUIREMENT}
    assert not any(each.blocks for each in look_at)


@pytest.mark.parametrize("state", ["completed", "cancelled"])
def test_an_ended_activity_is_not_missing(state):
    assignments = tuple(
        replace(
            part,
            requirements=tuple(
                replace(
                    each,
                    activities=tuple(replace(one, state=state) for one in each.activities),
                )
                for each in part.requirements
            ),
        )
        for part in WRITTEN.assignments
    )

    assert Lack.ACTIVITY_OPEN not in lacks(replace(WRITTEN, assignments=assignments))


def test_costs_without_a_source_are_looked_at():
    money = Money(granted_ore=100, cap_ore=100, charged_ore=60, left_ore=40, uncharged_ore=1)

    assert Lack.MONEY_UNCHARGED in lacks(replace(WRITTEN, money=money))
    assert Lack.MONEY_UNCHARGED not in lacks(
        replace(WRITTEN, money=replace(money, uncharged_ore=0))
    )


def test_an_assignment_judged_as_met_is_shown_by_the_evidence_of_its_sentences():
    part = FULL.assignments[0]
    own = Requirement(number=20, text=part.text, judgement="met")
    carried = replace(part, requirements=(own, *part.requirements))
    bare = replace(part, requirements=(own,))

    def unshown(assignment):
        found = missing(replace(FULL, assignments=(assignment,)))
        return [each.number for each in found if each.lack is Lack.MET_WITHOUT_EVIDENCE]

    assert unshown(carried) == []
    assert unshown(bare) == [20]

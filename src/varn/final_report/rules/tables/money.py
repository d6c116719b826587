"""Tables of the money: what the decision gives, how the grant stands, and what it was used for."""

from varn.final_report.rules.blocks import row, span, table
from varn.final_report.rules.content import Grant, Money, ReportContent
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.wording import Json, Wording


def grants_table(content: ReportContent, say: Wording) -> Json:
    """What the decision gives, and for which year."""
    words = say.words
    columns = {
        words["what"]: "wide",
        words["year"]: "narrow",
        words["amount"]: "number",
        words["rests_on"]: "narrow",
    }
    rows = [_grant(each, say) for each in content.grants]
    return table(words["table.grants"], columns, rows, empty=words["no_grant"])


def _grant(grant: Grant, say: Wording) -> Json:
    kind = say.name("grant", grant.kind)
    decision = say.one(Kind.DECISION)
    return row(
        [span(f"{kind}, {say.words['at_most']}" if grant.is_cap else kind)],
        [span(str(grant.year) if grant.year else say.words["not_stated"])],
        [span(say.amount(grant.amount_ore))],
        [span(str(decision["label"]), to=str(decision["anchor"]))],
    )


def money_table(content: ReportContent, say: Wording) -> Json:
    """How the grant stands: granted, charged, left; and what somebody else pays for."""
    words, money = say.words, content.money
    columns = {words["what"]: "wide", words["amount"]: "number"}
    standing = _standing(money) if money else {}
    rows = [
        row([span(words[name])], [span(amount)])
        for name, amount in zip(standing, say.amounts(standing.values()), strict=True)
    ]
    return table(words["table.money"], columns, rows, empty=words["no_money"])


def _standing(money: Money) -> dict[str, int]:
    always = {
        "money.granted": money.granted_ore,
        "money.charged": money.charged_ore,
        "money.left": money.left_ore,
    }
    sometimes = {
        "money.other_funding": money.other_funding_ore,
        "money.uncharged": money.uncharged_ore,
    }
    return always | {name: amount for name, amount in sometimes.items() if amount}


def cost_types_table(content: ReportContent, say: Wording) -> Json:
    """What was charged to the grant by type of cost, with the sum."""
    words, money = say.words, content.money
    columns = {words["cost_type"]: "wide", words["amount"]: "number"}
    costs = money.by_cost_type if money else ()
    ore = [amount for _, amount in costs]
    *amounts, total = say.amounts([*ore, sum(ore)])
    rows = [
        row([span(say.name("cost_type", name))], [span(amount)])
        for (name, _), amount in zip(costs, amounts, strict=True)
    ]
    if rows:
        rows.append(row([span(words["sum"])], [span(total)]))
    return table(words["table.cost_types"], columns, rows, empty=words["no_cost"], total=True)

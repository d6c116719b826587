"""Each kind of statement as a letter in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from varn.finance.rules.figures import GrantFigures, Share
from varn.finance.rules.letter import Block, Facts, Heading, Letter, Paragraph, Table
from varn.finance.rules.saying import ORE_PER_KRONA, Saying
from varn.finance.rules.statement import About, Signing, Statement
from varn.mandate.choices import DocumentKind


def letter(statement: Statement, *, words: Mapping[str, str], language: str) -> Letter:
    """The statement in one language."""
    say = Saying(language, words, has_ore=_has_ore(statement))
    about, signing = statement.about, statement.signing
    return Letter(
        language=language,
        title=say(f"title.{statement.kind}", mandate=about.title),
        agency=about.agency,
        registry_number=about.registry_number,
        own_registry_number=signing.own_registry_number,
        references=_references(statement, say),
        addressee=signing.addressee,
        blocks=BODIES[statement.kind](statement, say),
        appendix=_appendix(statement, say),
        sign_above=say("for_the_agency", agency=about.agency),
        signed_by=signing.signed_by,
        signed_title=signing.signed_title,
        demonstration=say("demonstration") if about.is_demonstration else "",
    )


def _has_ore(statement: Statement) -> bool:
    """Whether a figure of the letter isn't in whole kronor; then all show their öre."""
    figures = statement.figures
    amounts = [statement.amount_ore, figures.granted_ore, figures.requisitioned_ore]
    if statement.kind is not DocumentKind.REQUISITION:
        amounts += [figures.charged_ore, figures.repaid_ore]
    if statement.kind is DocumentKind.FINANCIAL_ACCOUNT:
        shares = (*figures.by_account, *figures.by_cost_type, *figures.by_assignment)
        amounts += [share.amount_ore for share in (*shares, *figures.other_funding)]
    return any(amount % ORE_PER_KRONA for amount in amounts)


def _references(statement: Statement, say: Saying) -> list[tuple[str, str]]:
    about, signing = statement.about, statement.signing
    return [
        (say("day"), say.day(signing.dated_on)),
        (say("our_reference"), signing.own_registry_number),
        (say("decision_reference"), about.registry_number),
    ]


def _requisition(statement: Statement, say: Saying) -> list[Block]:
    figures, about = statement.figures, statement.about
    before = figures.requisitioned_ore - statement.amount_ore
    asked = say.kronor(statement.amount_ore)
    return [
        Paragraph(text=say("requisition.lead", amount=asked, **_said(about, say))),
        *_appropriation(about, figures, say),
        Heading(text=say("requisition.figures")),
        _amounts(
            say,
            say("requisition.caption"),
            [
                (say("granted_at_most" if figures.is_cap else "granted"), figures.granted_ore),
                (say("requisition.before"), before),
                (say("requisition.now"), statement.amount_ore),
                (say("requisition.left"), figures.to_requisition_ore),
            ],
        ),
        *_payment(statement.signing, say, "requisition.payment"),
    ]


def _repayment(statement: Statement, say: Saying) -> list[Block]:
    figures, about = statement.figures, statement.about
    word = "repayment.lead" if statement.amount_ore else "repayment.nothing"
    before = figures.repaid_ore - statement.amount_ore
    amounts = {
        "requisitioned": say.kronor(figures.requisitioned_ore),
        "used": say.kronor(figures.charged_ore),
        "amount": say.kronor(statement.amount_ore),
    }
    rows = [
        (say("requisitioned"), figures.requisitioned_ore),
        (say("used"), figures.charged_ore),
        *([(say("repayment.before"), before)] if before else []),
        (say("repayment.now"), statement.amount_ore),
    ]
    return [
        Paragraph(text=say(word, **amounts, **_said(about, say))),
        *_appropriation(about, figures, say),
        Heading(text=say("repayment.figures")),
        _amounts(say, say("repayment.caption"), rows),
        *_payment(statement.signing, say, "repayment.payment"),
    ]


def _account(statement: Statement, say: Saying) -> list[Block]:
    figures, about = statement.figures, statement.about
    amounts = {
        "granted": say.kronor(figures.granted_ore),
        "used": say.kronor(figures.charged_ore),
    }
    rows = [
        (say("granted_at_most" if figures.is_cap else "granted"), figures.granted_ore),
        (say("requisitioned"), figures.requisitioned_ore),
        (say("used"), figures.charged_ore),
        (say("repaid"), figures.repaid_ore),
        (say("to_repay"), figures.to_repay_ore),
    ]
    return [
        Paragraph(text=say("account.lead", **amounts, **_said(about, say))),
        *_appropriation(about, figures, say),
        Heading(text=say("account.figures")),
        _amounts(say, say("account.caption"), rows),
        Heading(text=say("account.by_cost_type")),
        _divided(say, "cost_type", _named(figures.by_cost_type, say)),
        Heading(text=say("account.by_assignment")),
        _divided(say, "assignment", _numbered(figures.by_assignment, say)),
        Heading(text=say("account.other_funding")),
        *_other_funding(figures.other_funding, say),
        Paragraph(text=say("account.true", day=say.day(statement.signing.dated_on))),
    ]


def _appendix(statement: Statement, say: Saying) -> list[Block]:
    """The costs by account, on a page of their own behind the signature of an account."""
    if statement.kind is not DocumentKind.FINANCIAL_ACCOUNT:
        return []
    shares = [
        replace(share, name=f"{share.code} {share.name}".strip())
        for share in statement.figures.by_account
    ]
    return [
        Heading(text=say("account.appendix")),
        _divided(say, "account", shares),
    ]


def _said(about: About, say: Saying) -> dict[str, str]:
    return {
        "agency": about.agency,
        "mandate": about.title,
        "number": about.registry_number,
        "day": say.day(about.decided_on),
    }


def _appropriation(about: About, figures: GrantFigures, say: Saying) -> list[Block]:
    """The year and the place in the state budget, as far as the decision names them."""
    rows = [(say("year"), str(figures.year))] if figures.year else []
    place = about.appropriation
    if place:
        rows += [
            (say("area"), f"{place.area} {place.area_name}".strip()),
            (say("appropriation"), f"{place.appropriation} {place.appropriation_name}".strip()),
            (say("item"), f"{place.item} {place.item_name}".strip()),
        ]
    known = [(term, value) for term, value in rows if value]
    return [Facts(rows=known)] if known else []


def _payment(signing: Signing, say: Saying, heading: str) -> list[Block]:
    rows = [
        (say("pay_to"), signing.account),
        (say("payment_reference"), signing.reference),
    ]
    known = [(term, value) for term, value in rows if value]
    return [Heading(text=say(heading)), Facts(rows=known)] if known else []


def _other_funding(shares: Sequence[Share], say: Saying) -> list[Block]:
    if not shares:
        return [Paragraph(text=say("account.no_other_funding"))]
    return [_divided(say, "source", shares)]


def _amounts(say: Saying, caption: str, rows: Sequence[tuple[str, int]]) -> Table:
    said = [(name, say.figure(amount)) for name, amount in rows]
    return Table(caption=caption, head=(say("what"), say("in_kronor")), rows=said)


def _divided(say: Saying, what: str, shares: Sequence[Share]) -> Table:
    total = sum(share.amount_ore for share in shares)
    rows = [(share.name, say.figure(share.amount_ore)) for share in shares]
    return Table(
        caption=say(f"costs.{what}"),
        head=(say(what), say("in_kronor")),
        rows=[*rows, (say("sum"), say.figure(total))],
    )


def _named(shares: Sequence[Share], say: Saying) -> list[Share]:
    return [replace(share, name=say(f"cost_type.{share.code}")) for share in shares]


def _numbered(shares: Sequence[Share], say: Saying) -> list[Share]:
    return [
        replace(share, name=f"{share.code}. {share.name}" if share.code else say("whole_mandate"))
        for share in shares
    ]


BODIES = {
    DocumentKind.REQUISITION: _requisition,
    DocumentKind.REPAYMENT: _repayment,
    DocumentKind.FINANCIAL_ACCOUNT: _account,
}

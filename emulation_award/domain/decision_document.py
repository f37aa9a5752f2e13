"""A decision as it is printed: award, correction or revocation (quyết định khen thưởng).

Layout of Mẫu 1.2, Phụ lục III, Nghị định 30/2020/NĐ-CP; a Party body's decisions keep the order
of parts and follow the Party's own heading, number and signing (Hướng dẫn 36-HD/VPTW). What it is
made from is in :mod:`.decision_facts`, the wording of its articles in :mod:`.decision_articles`.
"""

from dataclasses import dataclass

from . import decision_articles
from .award_list import AwardList, award_list
from .blocks import Block, Kind, block
from .decision_articles import is_listed
from .decision_facts import DecisionKind, Facts
from .decree30 import Heading, Signature, Style, document_number
from .official_parts import annex_reference, basis_blocks, by_force, proposals, recipient_lines
from .signing import signature
from .vietnamese import printable

TITLE = 'QUYẾT ĐỊNH'
CODE = 'QĐ'  # of the kind of document, in its number

LIST_CAPTIONS = {
    DecisionKind.AWARD: 'Tiền thưởng (đồng)',
    DecisionKind.REVOCATION: 'Số tiền thu hồi (đồng)',
}


@dataclass(frozen=True)
class DecisionDocument:
    """The decision, top to bottom, as text only.

    :param number: 'Số: 05/QĐ-BQLKKTCK', of the Party 'Số 05-QĐ/ĐU', dotted while unknown
    :param about: trích yếu, lines under the title
    :param body: who decides (centred), bases, 'QUYẾT ĐỊNH:' (centred), articles, items
    :param annex: the list, None where Điều 1 names the holders itself
    :param recipients: nơi nhận, each with its ';' or '.'
    """

    heading: Heading
    number: str
    title: str
    about: tuple[str, ...]
    body: tuple[Block, ...]
    annex: AwardList | None
    signatures: tuple[tuple[Signature, ...], ...]
    recipients: tuple[str, ...]
    final: bool


def decision_document(facts: Facts) -> DecisionDocument:
    """Return the decision as printed.

    :raises UnknownWordError: a kind, ground, mode or style is in no list
    """
    style = facts.heading.style
    kind = DecisionKind(facts.kind)
    articles = decision_articles.articles(facts)
    signed = signature(facts.signing, style)
    return DecisionDocument(
        heading=facts.heading,
        number=document_number(facts.number, CODE, facts.code, style),
        title=TITLE,
        about=(decision_articles.about(facts),),
        body=(*_preamble(facts), *articles),
        annex=_annex(facts, kind) if is_listed(facts) else None,
        signatures=((signed,),),
        recipients=recipient_lines(
            facts.recipients, _last_article(articles), facts.filed_by, style
        ),
        final=facts.final,
    )


def _preamble(facts: Facts) -> tuple[Block, ...]:
    """Who decides, on what grounds; the Party names itself only after them."""
    who = printable(facts.authority.upper())
    bases = basis_blocks(
        (
            *(f'Căn cứ {text}' for text in by_force(facts.bases)),
            *proposals(facts.meetings, facts.submitter),
        ),
        facts.heading.style,
    )
    if facts.heading.style == Style.PARTY:
        return (*bases, block(Kind.CENTRED, who), block(Kind.CENTRED, TITLE))
    return (block(Kind.CENTRED, who), *bases, block(Kind.CENTRED, f'{TITLE}:'))


def _annex(facts: Facts, kind: DecisionKind) -> AwardList:
    return award_list(
        facts.holders,
        about=(decision_articles.list_about(facts),),
        reference=annex_reference('Quyết định', facts.number, facts.day, facts.authority),
        style=facts.heading.style,
        figure_caption=LIST_CAPTIONS[kind] if any(one.prize for one in facts.holders) else '',
    )


def _last_article(articles: tuple[Block, ...]) -> str:
    labels = [one.label for one in articles if one.kind == Kind.ARTICLE]
    return f'Như {labels[-1].rstrip(".")}'

"""What the noun phrases of a line look like, in patterns that several of them share."""

from __future__ import annotations

from .classes import Grammar
from .line import POSSESSIVE

__all__ = ["Shapes"]


class Shapes:
    """The patterns, each for a part of a noun phrase.

    Attributes:
        word: a modifier.
        loose: a modifier that may be a form of a verb too.
        owner: whose it is, with the mark of possession.
        before: what stands before a head from its determiner on.
        bare: what stands before a head that has no determiner.
        people: a noun for several people.
    """

    def __init__(self, grammar: Grammar) -> None:
        g = grammar
        determiner, name = g["determiners"], rf"(?:(?:{g.any_word}-)?[CAHPXE])"  # "pro-Russian"
        self.word = word = rf"(?:(?!{g['particles']}){g.modifier}(?:-{g.any_word})*)"
        self.loose = loose = rf"(?:{g.modifier_after_determiner}(?:-{g.any_word})*)"
        self.owner = rf"(?:(?:{determiner})?(?:[CAHPXFG]|{word})?[CAHPXFG]{POSSESSIVE})"
        several = g.vocabulary.one_of(g.words("plural_actors") | g.words("plural_places"))
        that = g.vocabulary.one_of(g.words("restrictive") & g.words("determiners"))
        certain = (  # "reports that rebels": what stands before several is no "that rebel"
            rf"(?:(?!{g['complementisers']}(?:{name}|{loose}){{0,3}}?{several})"
            rf"(?!(?<=[FQ]){that}){determiner})"  # "groups that control territory"
        )
        self.before = (
            rf"(?:{g['predeterminers']}?{certain}{g['adverbs']}?|{self.owner}|[NS]{g['more']}?)"
            rf"(?:{name}|[NSO]|{loose}){{0,4}}?"
        )
        object_of = (
            rf"(?:(?<={g['object_relatives']})|(?<={g['prepositions']})|(?<={g['subordinators']}))"
        )
        self.bare = rf"(?:{object_of}(?<![FQ]{that}){loose})?(?:{name}|O|{word}){{0,3}}?"
        self.people = rf"(?:{g['people']}(?!-?{g.compound})|E)"

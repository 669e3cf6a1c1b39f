"""Whether a single case cannot stand beside what is said of all, of none or of never."""

from __future__ import annotations

from dataclasses import replace

from .parties import Party
from .statements import Said
from .words import UniversalWords

__all__ = ["breaks", "is_plain", "with_subject"]


def is_plain(universal: Said, words: UniversalWords) -> bool:
    """Whether what is said of all is said without more that would make it less than all."""
    parties = [each for each in (universal.doer, universal.object) if each is not None]
    if universal.deed in words.lists.light or any(each.pronoun for each in parties):
        return False
    if not words.lists.narrowing.isdisjoint(universal.words - _own(universal, words)):
        return False
    if universal.reach == "all" and parties and parties[0].anybody:
        return universal.deed in words.deeds.ways  # "everyone knows" is a manner of speaking
    if universal.reach == "never":
        group = universal.clause.group
        return not group.past_perfect and group.tense in ("perfect", "past")
    return not universal.clause.group.past_perfect


def _own(universal: Said, words: UniversalWords) -> frozenset[str]:
    """Of the words that narrow, those that make it what it is: "not once"."""
    if universal.reach == "never":
        return frozenset().union(*words.lists.never)
    return frozenset(["not"]) if universal.reach == "none" else frozenset()


def breaks(universal: Said, case: Said, words: UniversalWords) -> bool:
    """Whether ``case`` is one that ``universal`` says there is not.

    Args:
        universal: what is said of all, of none or of never.
        case: what is said of some.
        words: the words for it.
    """
    alike = universal.deed == case.deed and universal.so is not case.so
    contrary = universal.so and case.so and words.are_contrary(universal.deed, case.deed)
    if not (alike or contrary) or not words.lists.contrasting.isdisjoint(case.words):
        return False
    if case.clause.group.past_perfect and not universal.lasting:
        return False
    if contrary:
        universal, case = _beside(universal, case)
    if not _told_alike(universal, case, words):
        return False
    if universal.reach == "never":
        return _same_doer(universal, case) and _covers(universal.object, case.object, words)
    return _is_among(universal, case, words)


def _is_among(universal: Said, case: Said, words: UniversalWords) -> bool:
    """Whether those of a case are of those of whom all, or none, are meant."""
    bare = not universal.tail and universal.deed not in words.deeds.ways
    if universal.doer is not None and universal.doer.reach:
        bare = bare and universal.object is None
        if not _is_one_of(case.doer, universal.doer, words, bare=bare):
            return False
        meant = universal.object is None and case.object is not None and case.object.pronoun
        return bool(meant) or _covers(universal.object, case.object, words)
    if universal.object is None or not _is_one_of(case.object, universal.object, words, bare=bare):
        return False
    return universal.doer is None or case.doer is None or _is_same(universal.doer, case.doer)


def _told_alike(universal: Said, case: Said, words: UniversalWords) -> bool:
    """Whether what else is told of a case is what is told of all, so that it is one of them."""
    tail = universal.tail - words.lists.whole_times
    about = (case.object.words | case.object.of) if case.object else frozenset()
    if not tail <= case.tail | about:
        return False
    if not tail and _holds_anyhow(universal):
        one, never = universal.object, universal.reach == "never"
        any_sort = never and one is not None and not one.definite  # "a title", so any title
        return any_sort or case.about - _moved(case) <= tail
    return not case.loose and case.tail - _moved(case) <= tail


def _holds_anyhow(universal: Said) -> bool:
    """Whether it is so whenever, wherever and however: never, or of one thing that is known."""
    one, doer = universal.object, universal.doer
    if universal.reach == "never" or one is None:
        return universal.reach == "never"
    known = doer is not None and doer.definite
    return one.definite or (known and one.reach == "none" and universal.lasting)


def _beside(one: Said, other: Said) -> tuple[Said, Said]:
    """Both as said of what a passive acts on, if one is: "were sold", "are unsold"."""
    if "passive" not in (one.clause.group.voice, other.clause.group.voice):
        return one, other
    moved = [
        each if each.clause.group.voice == "passive" or each.object is not None
        else replace(each, doer=None, object=each.doer)
        for each in (one, other)
    ]  # fmt: skip
    return moved[0], moved[1]


def _moved(case: Said) -> frozenset[str]:
    """What stands behind a passive and tells who did it."""
    return case.doer.keys | case.doer.words | case.doer.of if case.doer else frozenset()


def _same_doer(universal: Said, case: Said) -> bool:
    """Whether both are of one party: who did it, or to whom it was done where nobody says who."""
    if universal.doer is None:
        return universal.object is not None and universal.object.definite
    if case.doer is None or not universal.doer.definite:
        return False
    return case.doer.definite and _is_same(universal.doer, case.doer)


def _is_same(one: Party, other: Party) -> bool:
    """Whether two noun phrases are of one party."""
    if one.named and other.named:
        return any(
            short == full or (one.person and other.person and full.endswith(f" {short}"))
            for a in one.names
            for b in other.names
            for short, full in [sorted((a, b), key=len)]
        )
    return (one.keys, one.words, one.of) == (other.keys, other.words, other.of)


def _covers(said: Party | None, case: Party | None, words: UniversalWords) -> bool:
    """Whether what something was done to is of what it is said never to have been done to."""
    if said is None or case is None:
        return said is case
    if said.pronoun or case.pronoun:
        return False
    if not said.keys.isdisjoint(words.lists.anything) and not said.definite and not said.words:
        return not case.named and not case.definite
    if said.named or case.named:
        return said.named and case.named and _is_same(said, case)
    if said.keys != case.keys or not said.words <= case.words | case.of:
        return False
    if not said.of <= case.of | case.words:
        return False
    if said.definite:
        return case.definite and said.words == case.words and said.of >= case.of
    return True


def _is_one_of(case: Party | None, all_: Party, words: UniversalWords, *, bare: bool) -> bool:
    """Whether those of a single case are of those who are all meant.

    Args:
        case: those told of.
        all_: those of whom all, or none, are meant.
        words: the words for it.
        bare: whether nothing but the verb tells what is said of them, so that they must be named.
    """
    if case is None or case.pronoun or case.reach:
        return False
    if all_.anybody:
        return not bare and case.people and all_.of <= case.of | case.words
    lists = (words.lists.sorts, words.lists.called)
    known = {noun for form in case.forms for each in lists for noun in each.get(form, ())}
    known |= case.forms
    if case.named:
        meant = all_.of <= known | case.of | case.words
        return meant and not known.isdisjoint(all_.keys) and not all_.words
    called = {noun for key in case.keys for noun in words.lists.called.get(key, ())}
    if case.keys != all_.keys and called.isdisjoint(all_.keys):
        return False
    return all_.words <= case.words | case.of and case.of in (all_.of, frozenset())


def with_subject(said: Said, subject: Party | None) -> Said:
    """``said`` with a pronoun for who does it replaced by whom it means."""
    if said.doer is not None and said.doer.pronoun and subject is not None:
        return replace(said, doer=subject)
    return said

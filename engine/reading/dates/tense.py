"""Whether a date lies behind or ahead, by the tense and aspect of the verb that governs it.

What was done on Friday was done on the last one, what will be done is done on the next: the
words are those of ``facts/words/tense.yaml`` and of the closed classes of English.
"""

from __future__ import annotations

from typing import Literal

from .tokens import Tokens, led_by, tokens

__all__ = ["Lies", "is_told_in_present", "lies"]

Lies = Literal["behind", "ahead"]
"""Where a date lies from the day of publication."""

_HARD = frozenset(';:()[]{}“”"…?!—–')
_ENDS = _HARD | {","}
_POSSESSIVES = ("'s", "’s")
_ADVERBS = ("adverbs", "degrees", "negations")
_NO_NOUN = (
    "prepositions", "conjunctions", "adverbs", "determiners", "be", "have", "modals", "pronouns",
    "relatives", "negations", "awaited_until",
)  # fmt: skip
_NEXT = 3  # how far the "have" of "would not have" stands from its modal


def lies(text: str, start: int, end: int) -> Lies | None:
    """Where the verb of its clause puts a date; ``None`` where no verb says.

    The nearest verb before the date governs it, or else the first behind it.

    Args:
        text: the sentence.
        start: first code point of the date.
        end: the code point after it.
    """
    sentence = tokens(text)
    return _Governed(sentence.up_to(start), sentence.from_(end)).lies()


def is_told_in_present(text: str, start: int, end: int) -> bool:
    """Whether the verb of a date stands in the present: "On 5 May 2022 troops enter the town".

    Arguments as for ``lies``.
    """
    sentence = tokens(text)
    return _Governed(sentence.up_to(start), sentence.from_(end)).is_present()


_Verdict = Literal["behind", "ahead", "open"]
"""What a verb says of its date; ``open``: it governs the date and does not say."""


class _Governed:
    """A date between the words before it and those behind it."""

    def __init__(self, before: Tokens, after: Tokens) -> None:
        self._before = before
        self._after = after

    def lies(self) -> Lies | None:
        """What the verb that governs the date says."""
        before, after = self._before, self._after
        at = self._direct()
        led = range(at + 1, len(before))
        if any(led_by(before, index) for index in led):
            return "ahead"
        if any(before.is_any(index, "since") for index in led):
            return "behind"
        if after.word(0) in _POSSESSIVES:
            done = before.is_any(at, "past", "participle")  # "killed in Tuesday's blast"
            verdict = self._behind_verb(at) if done else self._before_verb(bounded=True)
            return None if verdict == "open" else verdict
        if before.is_any(at, "planning") and self._behind_verb(at - 1) == "behind":
            return "ahead"
        if before.is_any(len(before) - 1, "deferred_to") and self._is_deferred(at):
            return "ahead"
        parted = before.word(at) == "," and after.word(0) == ","
        verdict = None if parted else self._behind_verb(at)
        weak = self._present(at)
        if verdict is None and not parted:
            verdict = self._before_verb(bounded=weak is not None or before.word(at) == ",")
        if verdict is None and weak is None:
            verdict = self._over_commas(at) or self._before_verb(bounded=False)
        verdict = verdict or weak
        return None if verdict == "open" else verdict

    def is_present(self) -> bool:
        """Whether that verb is a present without an auxiliary."""
        at = self._direct()
        if at < len(self._before) - 1 and self._before.is_any(at + 1, "since"):
            return False
        if self._present(at) is not None:
            return self._behind_verb(at) is None
        return at < 0 and self._before_verb(bounded=True) is None and self._is_followed_by_present()

    def _is_followed_by_present(self) -> bool:
        after = self._after
        return any(
            after.is_any(at, "third", "base")
            and not after.is_any(at, "be", "have")
            and not after.is_any(at - 1, "determiners", "prepositions", "to")
            for at in range(1, len(after))
        )

    def _direct(self) -> int:
        """The token before the date and before the preposition that leads it in."""
        at = len(self._before) - 1
        while self._before.is_any(at, "prepositions", "determiners", "adverbs", "degrees"):
            if self._before.is_any(at, "planning"):
                break
            at -= 1
        return at

    def _past_adverbs(self, at: int) -> int:
        """The token ``at``, or the one before the adverbs that end there."""
        while self._before.is_any(at, *_ADVERBS):
            at -= 1
        return at

    def _over_commas(self, at: int) -> _Verdict | None:
        """What the nearest verb says beyond a comma, who says so between two put aside."""
        before = self._before
        while at >= 0 and before.word(at) not in _HARD:
            if before.word(at) == "," and (verdict := self._behind_verb(at - 1)) is not None:
                beyond = self._over_commas(at - 1) if self._is_aside(at - 1) else None
                return beyond or verdict
            at -= 1
        return None

    def _is_aside(self, at: int) -> bool:
        """Whether what stands up to the token ``at`` only says who says so: ", he said,"."""
        return (
            self._before.is_any(at, "reporting") and "," in self._before.words[max(0, at - 6) : at]
        )

    def _ends(self, at: int) -> bool:
        return self._before.word(at) in _ENDS or self._before.is_any(at, "relatives")

    def _behind_verb(self, at: int) -> _Verdict | None:
        """What the nearest verb before the token ``at``, that one included, says."""
        present: int | None = None
        while at >= 0 and not self._ends(at):
            if present is not None and self._is_awaited(at, present):
                return "ahead"  # "until talks resume in March"
            verdict = self._verb(at)
            if verdict is not None:
                return verdict
            if self._before.is_any(at, "base", "third") and not self._is_noun(at):
                present = at
            at -= 1
        return None

    def _is_awaited(self, opener: int, verb: int) -> bool:
        """Whether a clause tells in the present what is to come: by "if", "until", "when"."""
        before = self._before
        if before.is_any(opener, "conditionals"):
            return True
        # "after ferry sinks" is a headline's past.
        return before.is_any(opener, "awaiting") and before.is_any(verb, "timetable", "base")

    def _verb(self, at: int) -> _Verdict | None:
        """What the token ``at`` says as the verb that stands before a date."""
        before = self._before
        classes = before.classes[at]
        if not classes:
            return None
        if "modals" in classes:
            return self._modal(before, at)
        if led_by(before, at) or self._is_upcoming(at):
            return "ahead"
        if "to" in classes and self._is_infinitive(at):
            return self._infinitive(at)
        if "awaited" in classes and self._awaits(at):
            return self._expected(at)
        if "past_auxiliaries" in classes and "participle" not in classes:
            return "behind"
        if "present_auxiliaries" in classes and "be" in classes:
            leads = at == len(before) - 1 or before.is_any(at + 1, "prepositions")
            return "ahead" if leads else None
        if "gerund" in classes:
            return self._gerund(at)
        if not classes.isdisjoint(("past", "participle")) and not self._is_attribute(before, at):
            return self._past(at)
        return None

    @staticmethod
    def _modal(words: Tokens, at: int) -> _Verdict:
        done = any(words.is_any(at + step, "have") for step in range(1, _NEXT))
        return "behind" if done and not words.is_any(at, "futures") else "ahead"

    def _is_upcoming(self, at: int) -> bool:
        """Whether it says before a noun that this is to come: "the planned strike"."""
        before = self._before
        if not before.is_any(at, "upcoming") or at + 1 >= len(before):
            return False
        named = before.words[at + 1][0].isalpha() and not before.is_any(at + 1, *_NO_NOUN, "to")
        begun = at == 0 or before.is_any(at - 1, "determiners", "prepositions", "conjunctions")
        return named and begun

    def _is_infinitive(self, at: int) -> bool:
        """Whether a verb stands behind "to", and no noun: "equity to total assets"."""
        before = self._before
        if before.is_any(self._past_adverbs(at - 1), "prospective", "ready", "committing", "be"):
            return at + 1 < len(before)
        if not before.is_any(at + 1, "base", "be", "have"):
            return False
        named = at + 2 < len(before) and before.words[at + 2].islower()
        named = named and not before.classes[at + 2]
        return not (named and before.is_any(at + 1, "noun"))

    def _infinitive(self, at: int) -> _Verdict | None:
        """What "to" before a verb says: it hangs on the words before it."""
        before, last = self._before, self._past_adverbs(at - 1)
        if before.is_any(last, "prospective", "ready", "awaited"):
            return self._expected(last)
        if before.is_any(last, "be"):
            return "open" if before.is_any(last, "past_auxiliaries") else "ahead"
        if before.is_any(last, "commitments"):
            return "ahead"
        ranked = False
        while last >= 0 and not self._ends(last):
            if before.is_any(last, "modals"):
                return self._modal(before, last)
            ranked = ranked or before.is_any(last, "ranked")
            if before.is_any(last, "committing") and not before.is_any(
                last - 1, "determiners", "prepositions"
            ):
                return "open" if before.is_any(last - 1, "past_auxiliaries") else "ahead"
            if before.is_any(last, "past_auxiliaries", "past") or (
                before.is_any(last, "participle") and not self._is_attribute(before, last)
            ):
                return "behind"
            if before.is_any(last, "present_auxiliaries", "third") and not before.is_any(
                last, "noun"
            ):
                return "open"
            last -= 1
        return "open" if ranked else "ahead"

    def _awaits(self, at: int) -> bool:
        """Whether the date is what is awaited: "due in court on", "planned for"."""
        before = self._before
        if not before.is_any(at, "participle", "prospective"):
            return True
        return at == len(before) - 1 or before.is_any(at + 1, "awaited_until")

    def _expected(self, at: int) -> _Verdict:
        """Whether what is due is still so."""
        before, last = self._before, at - 1
        while before.is_any(last, *_ADVERBS) or before.is_all(last, "be", "participle"):
            last -= 1
        return "open" if before.is_any(last, "past_auxiliaries") else "ahead"

    def _gerund(self, at: int) -> _Verdict | None:
        """What "is meeting", "after meeting" say; any other gerund hangs on the verb before it."""
        before, last = self._before, self._past_adverbs(at - 1)
        if before.is_any(last, "past_auxiliaries", "later_than"):
            return "behind"
        present = before.is_all(last, "be", "present_auxiliaries")
        return "ahead" if present else None

    def _past(self, at: int) -> _Verdict:
        """What a past form or participle says, by the auxiliaries before it."""
        before, last = self._before, at - 1
        passive = False
        while before.is_any(last, *_ADVERBS, "be") and not before.is_any(
            last, "present_auxiliaries"
        ):
            if before.is_all(last, "be", "past"):
                return "behind"
            passive = True
            last -= 1
        if before.is_any(last, "modals"):
            return self._modal(before, last)
        if passive and before.is_any(last, "to"):
            return self._infinitive(last) or "open"
        if before.is_all(last, "be", "present_auxiliaries"):
            planned = before.is_any(at, "prospective") and before.is_any(at + 1, "planning")
            timed = passive or before.is_any(at, "timetable_states")
            return "ahead" if timed or planned else "open"
        return "behind"

    @staticmethod
    def _is_attribute(words: Tokens, at: int) -> bool:
        """Whether a participle stands before its noun: "release detained soldiers"."""
        if not words.is_any(at, "participle") or at + 1 >= len(words):
            return False
        if not words.words[at + 1].islower() or words.is_any(at + 1, *_NO_NOUN):
            return False
        last = at - 1
        while words.is_any(last, "adverbs", "degrees"):
            last -= 1
        if words.is_any(last, "have", "be"):
            return False
        return words.is_any(last, "determiners", "prepositions", "base", "past", "gerund")

    def _is_deferred(self, at: int) -> bool:
        """Whether the nearest verb puts off: "extended the deadline to"."""
        while at >= 0 and not self._ends(at):
            present = self._before.is_any(at, "base", "third") and not self._is_noun(at)
            if present or self._before.is_any(at, "past", "participle", "gerund"):
                return self._before.is_any(at, "deferring")
            at -= 1
        return False

    def _present(self, at: int) -> _Verdict | None:
        """What the nearest present before a date says: a timetable, or a headline."""
        before = self._before
        if before.is_any(at, "timetable_alone") and not self._is_noun(at):
            return "ahead"
        while at >= 0 and not self._ends(at):
            classes = before.classes[at]
            if not classes.isdisjoint(("base", "third")) and not self._is_noun(at):
                if not classes.isdisjoint(("timetable", "committing")):
                    return "ahead"
                if "third" in classes:
                    return "behind"
            at -= 1
        return None

    def _is_noun(self, at: int) -> bool:
        """Whether a present form is a noun here."""
        before = self._before
        if at == 0 or before.is_any(at - 1, "determiners", "prepositions", "modals", "to"):
            return True
        if before.is_any(at, "noun") and before.is_any(at - 1, "past"):
            return True
        follows = at + 1 < len(before) and not before.is_any(
            at + 1, "be", "have", "modals", "relatives"
        )
        return before.is_any(at, "noun") and not before.is_any(at, "timetable") and not follows

    def _before_verb(self, *, bounded: bool) -> _Verdict | None:
        """What the first verb behind the date says.

        Args:
            bounded: whether the clause ends with a comma or a conjunction.
        """
        after, at = self._after, 0
        perhaps: _Verdict | None = None
        while at < len(after) and after.word(at) not in _HARD:
            word, classes = after.word(at), after.classes[at]
            if at and bounded and (word == "," or "conjunctions" in classes):
                break
            if perhaps and (word == "," or not classes.isdisjoint(("conjunctions", "relatives"))):
                break
            if "relatives" in classes or (
                "subordinators" in classes and "prepositions" not in classes
            ):
                at = self._next_comma(at)
                continue
            verdict = self._first_verb(at)
            if verdict is not None and not self._is_loose(at):
                return verdict
            perhaps = perhaps or verdict
            at += 1
        return perhaps

    def _is_loose(self, at: int) -> bool:
        """Whether a form may be a participle that only describes: "a man accused of"."""
        after = self._after
        if not after.is_any(at, "participle") or after.is_any(at, "have", "past_auxiliaries"):
            return False
        follows = at + 1 < len(after) and after.words[at + 1]
        return not follows or not (follows[0].isupper() or after.is_any(at + 1, "determiners"))

    def _next_comma(self, at: int) -> int:
        while at < len(self._after) and self._after.word(at) not in _ENDS:
            at += 1
        return at + 1

    def _first_verb(self, at: int) -> _Verdict | None:
        after, classes = self._after, self._after.classes[at]
        if not classes:
            return None
        if "modals" in classes:
            return self._modal(after, at)
        if "past_auxiliaries" in classes:
            behind = at + 1
            while after.is_any(behind, *_ADVERBS, "be"):
                behind += 1
            waits = after.is_any(behind, "prospective", "awaited", "to")
            return "open" if waits else "behind"
        if "present_auxiliaries" in classes:
            if "have" in classes:
                return "behind" if after.is_any(at + 1, "participle", "be", "adverbs") else None
            waits = after.is_any(at + 1, "prospective", "awaited", "gerund", "to")
            return "ahead" if waits else None
        if "past" in classes and not self._is_attribute(after, at) and self._may_be_past(at):
            return "behind"
        return None

    def _may_be_past(self, at: int) -> bool:
        """Whether a past form is no base or noun: "cut", "found" behind "to", "will" or "a"."""
        if not self._after.is_any(at, "base"):
            return True
        return not self._after.is_any(at - 1, "to", "modals", "determiners", "prepositions")

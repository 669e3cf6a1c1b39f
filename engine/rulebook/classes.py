"""Classes of words that rules ask about, as ``facts/words/classes.yaml`` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ..knowledge import Document, nearest, read_words

__all__ = ["classes_in", "word_classes"]

_FILE = "classes"
_MOST_WORDS = 200  # each is a comparison of every fact of a kind


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """The words of each class that comes with belie; errors as for ``classes_in``."""
    return classes_in(read_words(_FILE))


def classes_in(document: Document) -> Mapping[str, tuple[str, ...]]:
    """The words of each class that ``document`` declares.

    Raises:
        KnowledgeError: for a class that is no list of words nor names one, as in
            ``grammar.evidential_adverbs``, that has more words than can be asked of a fact, or
            one word twice.
    """
    found = {}
    for name, given in document.data.items():
        words = _listed(document, name, given) if isinstance(given, str) else given
        if not isinstance(words, list) or not all(isinstance(each, str) for each in words):
            raise document.error("is no list of words", (name,))
        if len(words) > _MOST_WORDS:
            raise document.error(f"{len(words)} words; {_MOST_WORDS} is the limit", (name,))
        for word in words:
            if words.count(word) > 1:
                raise document.error(f"has {word!r} twice", (name,))
        found[name] = tuple(words)
    return MappingProxyType(found)


def _listed(document: Document, name: str, given: str) -> object:
    """The list of another file of words that ``given`` names."""
    file, _, key = given.partition(".")
    data = read_words(file).data if file.isidentifier() and key else {}
    if key not in data:
        problem = f"no list {given!r}; name one as file.list{nearest(key, data)}"
        raise document.error(problem, (name,))
    return data[key]

"""Who holds what, read by the role that words have to some ground.

``lexicon`` has the words of a kind, ``ground`` tells what ground is and ``force`` who can hold
it, ``verbs`` and ``nouns`` read the constructions, and ``finder`` makes facts of them.
"""

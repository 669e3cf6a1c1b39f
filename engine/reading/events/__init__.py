"""Which happening the facts of an article are about.

Copy names a happening once, and then goes on with "the blast", "the attack" or nothing at all.
The happenings of an article are found by the nouns, verbs and doers that name them (``mentions``),
each mention is joined to those before it or opens a new one (``registry``), and each fact is given
the one that it is about, or none where that cannot be known (``belonging``).
"""

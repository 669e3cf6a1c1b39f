"""Every figure of a sentence with what it counts, and the kind of fact that its words make it.

A number is looked at first, and then how it stands in its sentence: as the object of a verb
("killed 17"), its subject, with a state behind it ("17 dead"), with the noun that it counts ("17
deaths"), behind a noun of quantity ("the toll rose to 17"), or as the next of a list. These
constructions are the same for all kinds. A kind declares which words, in which of these roles,
make a figure one of its own.
"""

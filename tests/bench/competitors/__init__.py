"""The same join in the own form of each rule engine that belie is measured beside.

Each module has ``join(size)``, which makes the facts, compiles the rule and returns the
search: what is timed, from facts in Python to batches of pairs of positions in Python.
"""

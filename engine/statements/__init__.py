"""Statements given as data, and the facts that they make.

``statement`` is what one is, ``tables`` reads them from files, ``facts`` types their cells and
makes facts, ``articles`` gathers these by article, ``quotes`` finds passages in copy, ``reader``
sets statements beside what belie reads, ``schema`` says what a language model may answer.
"""

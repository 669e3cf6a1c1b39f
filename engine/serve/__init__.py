"""The HTTP service: copy in, findings out, for whatever speaks JSON or LanguageTool.

``server`` listens and stops, ``application`` is what is asked, ``receiving`` takes in what is to
be checked, ``pool`` has it checked by processes, of which ``worker`` is one and ``answering`` what
it answers. ``language_tool`` is the form that plug-ins know; ``specification`` and
``documentation`` say what there is; ``page/`` is for people.
"""

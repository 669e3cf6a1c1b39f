"""What was published, kept in one file: articles with what they state, and drafts held to it.

``database`` is the file and its tables, ``records`` what stands in a row, ``keys`` by what a fact
is found again. ``adding`` and ``store`` write, ``archive`` reads, ``listing`` picks, ``transfer``
is Parquet out and in. ``across`` makes of a rule what is asked between a draft and the archive,
``blocking`` says by which keys, ``linking`` which happenings are one, and ``search`` puts them
together.
``corrections`` asks what stands against a fact that is put right.
"""

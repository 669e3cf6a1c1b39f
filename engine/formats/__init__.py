"""Files as newsrooms have them → articles: one module a format.

Each takes the text of a file and gives an ``Article`` without its marks, and where each piece of
it stands in the file.
"""

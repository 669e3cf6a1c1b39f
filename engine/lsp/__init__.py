"""belie in an editor: a language server, which checks copy while it is written.

It speaks the Language Server Protocol (3.17) over standard input and output, by pygls, which comes
with ``pip install 'belie[lsp]'``.
"""

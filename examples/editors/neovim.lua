-- For ~/.config/nvim/init.lua; Neovim 0.11 or newer.
vim.lsp.config("belie", {
  cmd = { "belie", "lsp" },
  filetypes = { "text", "markdown", "html" },
  root_markers = { "belie.toml", ".git" },
  settings = { belie = { against = {}, published = "" } },
})
vim.lsp.enable("belie")

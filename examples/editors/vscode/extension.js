// Starts `belie lsp` and leaves the rest to the Language Server Protocol.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const settings = workspace.getConfiguration("belie");
  client = new LanguageClient(
    "belie",
    "belie",
    { command: settings.get("command"), args: ["lsp"] },
    {
      documentSelector: ["plaintext", "markdown", "html"].map((language) => ({ language })),
      initializationOptions: {
        against: settings.get("against"),
        published: settings.get("published"),
      },
      synchronize: { configurationSection: "belie" },
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();

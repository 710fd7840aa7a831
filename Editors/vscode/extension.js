// The language server budgetlint in Visual Studio Code. Plain JavaScript: there is nothing to build.
"use strict";

const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

/** Files with these names are disclosures whatever language they were opened in. */
const documents = [
  { language: "budget-disclosure" },
  { scheme: "file", pattern: "**/*{预算,决算}*.{txt,md}" },
  { scheme: "file", pattern: "**/.budgetlint.json" },
];

let client;

/** Starts the server for the settings of the user. */
function activate(context) {
  const settings = workspace.getConfiguration("budgetlint");
  const [command, ...args] = settings.get("command", ["budgetlint", "server"]);
  client = new LanguageClient(
    "budgetlint",
    "budgetlint",
    { command, args, transport: TransportKind.stdio },
    {
      documentSelector: documents,
      initializationOptions: {
        language: settings.get("language") || undefined,
        inlayHints: settings.get("inlayHints", false),
      },
    },
  );
  context.subscriptions.push(client);
  return client.start();
}

/** Ends the server. */
function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };

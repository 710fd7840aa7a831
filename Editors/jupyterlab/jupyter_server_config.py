# The language server budgetlint in JupyterLab with jupyterlab-lsp.
c = get_config()  # noqa: F821 (JupyterLab provides it)

c.LanguageServerManager.language_servers = {
    "budgetlint": {
        "version": 2,
        "argv": ["budgetlint", "server"],
        "languages": ["plain"],
        "mime_types": ["text/plain"],
        "display_name": "budgetlint",
    }
}

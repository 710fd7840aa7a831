-- The language server budgetlint in Neovim 0.7 and later.
--
-- Put this file into the folder `plugin` of your configuration, which is
-- ~/.config/nvim/plugin, or read it with `dofile` from your init.lua.
--
--   vim.g.budgetlint_command   the command, where it is not `budgetlint server`

--- Files with one of these names are disclosures. For any other one:
--- `:set filetype=budget-disclosure`.
local patterns = { "*预算*.txt", "*预算*.md", "*决算*.txt", "*决算*.md" }

--- The one server that serves all buffers; only Neovim 0.7 needs to remember it.
local client

local function settings()
  return {
    name = "budgetlint",
    cmd = vim.g.budgetlint_command or { "budgetlint", "server" },
    root_dir = vim.fn.getcwd(),
  }
end

local function attach(buffer)
  if vim.lsp.start then
    vim.lsp.start(settings(), { bufnr = buffer })
    return
  end
  if not client or vim.lsp.client_is_stopped(client) then
    client = vim.lsp.start_client(settings())
  end
  if client then
    vim.lsp.buf_attach_client(buffer, client)
  end
end

--- Makes the repair of the figure below the cursor, and asks only where there is a choice.
local function repair()
  local options = { context = { only = { "quickfix" }, diagnostics = {} }, apply = true }
  if vim.fn.has("nvim-0.8") == 1 then
    vim.lsp.buf.code_action(options)
    return
  end
  -- 0.7 asks even where there is one repair, so it is asked for here.
  local params = vim.lsp.util.make_range_params()
  params.context = options.context
  vim.lsp.buf_request_all(0, "textDocument/codeAction", params, function(results)
    local found = {}
    for id, result in pairs(results) do
      for _, action in pairs(result.result or {}) do
        table.insert(found, { client = vim.lsp.get_client_by_id(id), edit = action.edit })
      end
    end
    if #found == 1 and found[1].edit then
      vim.lsp.util.apply_workspace_edit(found[1].edit, found[1].client.offset_encoding)
    else
      vim.lsp.buf.code_action(options)
    end
  end)
end

local group = vim.api.nvim_create_augroup("budgetlint", { clear = true })

vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  group = group,
  pattern = patterns,
  callback = function()
    vim.bo.filetype = "budget-disclosure"
  end,
})

vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = "budget-disclosure",
  callback = function(event)
    attach(event.buf)
    -- The repairs of the figure below the cursor.
    vim.api.nvim_buf_create_user_command(event.buf, "BudgetlintFix", repair, { desc = "repair the figure below the cursor" })
  end,
})

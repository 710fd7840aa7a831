-- Drives a real Neovim for `Tests/EditorTests`: opens a disclosure, sees the
-- mistake, types before it, repairs it, saves. The test compares the file byte for byte.
--
--   BUDGETLINT         the command
--   BUDGETLINT_CONFIG  budgetlint.lua
--   BUDGETLINT_FILE    the document, whose only mistake is 61.00% instead of 62.50%

local function fail(message)
  io.stderr:write("FAIL: " .. message .. "\n")
  vim.cmd("cquit 1")
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    fail("waited in vain for " .. what)
  end
end

vim.g.budgetlint_command = { vim.env.BUDGETLINT, "server" }
dofile(vim.env.BUDGETLINT_CONFIG)
vim.cmd("edit " .. vim.fn.fnameescape(vim.env.BUDGETLINT_FILE))
local buffer = vim.api.nvim_get_current_buf()

local function alarm()
  local found = vim.diagnostic.get(buffer)
  return #found == 1 and found[1] or nil
end

local function line(number)
  return vim.api.nvim_buf_get_lines(buffer, number, number + 1, true)[1]
end

local function covered(diagnostic)
  return line(diagnostic.lnum):sub(diagnostic.col + 1, diagnostic.end_col)
end

wait("the diagnostic", alarm)
local first = alarm()
if covered(first) ~= "61.00%" then
  fail("the diagnostic covers “" .. covered(first) .. "”")
end

-- Four bytes and two UTF-16 units each.
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, 0 })
vim.cmd("normal! i𠮷😀")
wait("the diagnostic behind what was typed", function()
  local moved = alarm()
  return moved and moved.col == first.col + 8 and covered(moved) == "61.00%"
end)

-- There is one repair, so nothing is asked.
vim.ui.select = function(items)
  fail("asked which of " .. #items .. " repairs to make")
end
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, alarm().col })
vim.cmd("BudgetlintFix")
wait("the repair", function()
  return line(first.lnum):find("62.50%", 1, true)
end)
wait("no diagnostic", function()
  return #vim.diagnostic.get(buffer) == 0
end)

vim.cmd("silent write")
io.stdout:write("PASS\n")
vim.cmd("qall!")

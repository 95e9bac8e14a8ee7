-- Run inside Neovim after a user's own set-up has been read and the note was opened: waits for diagnostics, goes to a
-- line, chooses a code action by the start of its title, saves, and quits. It leaves what happened in a file.
local job = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.SUPERVISION_LENS_JOB), '\n'))
local report = { offered = {}, diagnostics = {} }

local function finish(problem)
  report.problem = problem
  vim.fn.writefile({ vim.fn.json_encode(report) }, job.report)
  vim.cmd(problem and 'cquit' or 'qall!')
end

local function guarded(step)
  return function(...)
    local ok, problem = pcall(step, ...)
    if not ok then finish(tostring(problem)) end
  end
end

vim.ui.select = guarded(function(items, options, on_choice)
  for index, item in ipairs(items) do
    local title = options.format_item(item)
    table.insert(report.offered, title)
    if vim.startswith(title, job.title) then
      on_choice(item, index)
      return
    end
  end
  finish('not offered')
end)

local function choose()
  local buffer = vim.api.nvim_get_current_buf()
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(report.diagnostics, { line = each.lnum, code = each.code, source = each.source, severity = each.severity })
  end
  vim.api.nvim_buf_attach(buffer, false, {
    on_lines = function()
      -- An edit of several pieces comes as several changes, all before Neovim's loop goes on.
      vim.schedule(guarded(function()
        vim.cmd('write')
        vim.cmd('undo')
        report.undone = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
        finish()
      end))
      return true
    end,
  })
  vim.api.nvim_win_set_cursor(0, { job.line + 1, job.column })
  vim.lsp.buf.code_action()
end

local waiting = true
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = guarded(function()
    if not waiting or #vim.diagnostic.get(0) == 0 then return end
    waiting = false
    vim.schedule(guarded(choose))
  end),
})
vim.defer_fn(function() finish('nothing came') end, job.deadline)
vim.cmd('edit ' .. vim.fn.fnameescape(job.note))

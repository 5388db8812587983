-- Opens the files of cases.json in Neovim and compares what its language client shows with what is expected there.
-- Written for Neovim 0.7 (Debian 12) and later. Ends with exit code 1 when anything is wrong.

local patience = 10000 -- milliseconds for one answer
local failures, passed = {}, 0
local lines = {}

local function say(text)
  table.insert(lines, text)
end

local function read_json(path)
  return vim.fn.json_decode(table.concat(vim.fn.readfile(path), '\n'))
end

-- The addresses of the texts of which the server has said what it finds, be it nothing.
local judged = {}

local function listen_to_findings()
  local publish = vim.lsp.handlers['textDocument/publishDiagnostics']
  vim.lsp.handlers['textDocument/publishDiagnostics'] = function(problem, result, ...)
    if result then
      judged[result.uri] = true
    end
    return publish(problem, result, ...)
  end
end

local function start_client(folder)
  local id = vim.lsp.start_client({
    name = 'oos',
    cmd = vim.fn.json_decode(vim.env.OOS_SERVER),
    root_dir = folder,
  })
  assert(id, 'the client did not start')
  local ready = vim.wait(patience, function()
    local client = vim.lsp.get_client_by_id(id)
    return client and client.initialized
  end, 5)
  assert(ready, 'the server did not answer initialize')
  return id
end

local function open(id, case)
  vim.cmd('edit ' .. vim.fn.fnameescape(case.file))
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = case.language -- the client sends it as languageId
  assert(vim.lsp.buf_attach_client(buffer, id), 'the client did not take the buffer')
  return buffer
end

local function close(buffer)
  vim.cmd('bwipeout! ' .. buffer)
end

local function code_of(diagnostic)
  local lsp = diagnostic.user_data and diagnostic.user_data.lsp
  return diagnostic.code or (lsp and lsp.code)
end

-- Ranges as text, sorted, so that they can be compared and shown.
local function as_text(ranges)
  local found = vim.tbl_map(function(range)
    return ('%d:%d-%d:%d'):format(range[1], range[2], range[3], range[4])
  end, ranges)
  table.sort(found)
  return table.concat(found, ' ')
end

local function shown_findings(buffer, rule)
  local found = vim.tbl_filter(function(diagnostic)
    return code_of(diagnostic) == rule
  end, vim.diagnostic.get(buffer))
  return as_text(vim.tbl_map(function(it)
    return { it.lnum, it.col, it.end_lnum, it.end_col }
  end, found))
end

local function check_planted(id, case)
  local buffer = open(id, case)
  local expected = as_text(case.shown)
  vim.wait(patience, function()
    return #vim.diagnostic.get(buffer) > 0
  end, 2)
  local found = shown_findings(buffer, case.rule)
  close(buffer)
  assert(found == expected, ('expected %s, found %s'):format(expected, found == '' and 'nothing' or found))
end

local function ask(id, buffer, method, extra)
  local params = vim.tbl_extend('force', { textDocument = { uri = vim.uri_from_bufnr(buffer) } }, extra or {})
  local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, patience)
  local answer = assert(answers and answers[id], method .. ' got no answer: ' .. tostring(problem))
  local failed = answer.error or answer.err
  assert(not failed, method .. ' failed: ' .. vim.inspect(failed))
  return answer.result or {}
end

local function names_of(symbols, found)
  for _, symbol in ipairs(symbols) do
    table.insert(found, symbol.name)
    names_of(symbol.children or {}, found)
  end
  return found
end

local function start_of(place)
  local range = place.targetSelectionRange or place.range
  return { range.start.line, range.start.character, 0, 0 }
end

local function position(at)
  return { line = at[1], character = at[2] + 1 }
end

local function starts(places)
  return as_text(vim.tbl_map(start_of, places))
end

local function wanted(positions)
  return as_text(vim.tbl_map(function(at)
    return { at[1], at[2], 0, 0 }
  end, positions))
end

local function check_navigation(id, case)
  local buffer = open(id, case)
  local names = names_of(ask(id, buffer, 'textDocument/documentSymbol'), {})
  for _, name in ipairs(case.symbols) do
    assert(vim.tbl_contains(names, name), ('no symbol %s in %s'):format(name, table.concat(names, ' ')))
  end
  for _, definition in ipairs(case.definitions) do
    local found = starts(ask(id, buffer, 'textDocument/definition', { position = position(definition.from) }))
    assert(found == wanted({ definition.to }), ('definition: expected %s, found %s'):format(wanted({ definition.to }), found))
  end
  local references = ask(id, buffer, 'textDocument/references', {
    position = position(case.references.from),
    context = { includeDeclaration = true },
  })
  local expected = wanted(case.references.to)
  assert(starts(references) == expected, ('references: expected %s, found %s'):format(expected, starts(references)))
  local is_judged = vim.wait(patience, function()
    return judged[vim.uri_from_bufnr(buffer)]
  end, 5)
  assert(is_judged, 'the server has not said what it finds')
  assert(#vim.diagnostic.get(buffer) == 0, 'a good template has findings: ' .. vim.inspect(vim.diagnostic.get(buffer)))
  close(buffer)
end

local function run_all(id, cases, check)
  for _, case in ipairs(cases) do
    local ok, problem = xpcall(check, debug.traceback, id, case)
    if ok then
      passed = passed + 1
    else
      table.insert(failures, case.title .. ' (' .. case.file .. '): ' .. tostring(problem))
    end
  end
end

local function main()
  vim.opt.swapfile = false
  vim.opt.hidden = true
  local cases = read_json(vim.env.OOS_CASES)
  listen_to_findings()
  local id = start_client(vim.fn.fnamemodify(vim.env.OOS_CASES, ':h'))
  run_all(id, cases.planted, check_planted)
  run_all(id, cases.navigation, check_navigation)
  local client = vim.lsp.get_client_by_id(id)
  client.stop()
  assert(vim.wait(patience, function()
    return client.is_stopped()
  end, 5), 'the server did not stop')
  assert(passed > 0, 'no case was run')
end

local ok, problem = xpcall(main, debug.traceback)
if not ok then
  table.insert(failures, tostring(problem))
end
for _, failure in ipairs(failures) do
  say('FAILED: ' .. failure)
end
local version = vim.version()
say(('Neovim %d.%d.%d: %d cases passed, %d failed'):format(version.major, version.minor, version.patch, passed, #failures))
io.stdout:write(table.concat(lines, '\n') .. '\n')
vim.cmd(#failures == 0 and 'qall!' or 'cquit 1')

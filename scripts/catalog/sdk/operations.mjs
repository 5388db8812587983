// Reads the client of a package of the SDK: its operations, with the parameters and the answers of its models.
import { IN_BODY, IN_HEADER, IN_PATH, REQUIRED, rowsOfClass, withoutFlags } from './shapes.mjs';

const METHOD = /^ {2}async (\w+)WithOptions\((.*)\): Promise<.*> \{$/;
/** How a field gets into the request: `query["Name"] = request.name;` */
const PLACING = /^\s*(query|body|bodyFlat|realHeaders)\["([^"]+)"\] = /;
const RAW_BODY = /\bbody: (?:[$\w.]+\()?request\.body\b/;
const places = { query: 0, body: IN_BODY, bodyFlat: IN_BODY, realHeaders: IN_HEADER };

/** `{ version, style, apis, responses }` of the version that the client calls. Undefined when it has no operation. */
export function readOperations(client, classes) {
  const calls = methodsOf(client).flatMap((method) => readMethod(method, classes) ?? []);
  const [first] = calls;
  if (!first) return undefined;
  const own = calls.filter(({ version }) => version === first.version);
  const answers = own.filter(({ answer }) => answer !== undefined);
  return {
    version: first.version,
    style: first.style,
    apis: Object.fromEntries(own.map(({ action, api }) => [action, api])),
    responses: Object.fromEntries(answers.map(({ action, answer }) => [action, answer])),
  };
}

/** The methods that do the work, each with its comment, its arguments and its lines. */
function methodsOf(client) {
  const methods = [];
  let note = [];
  let method;
  for (const line of client.split('\n')) {
    const [, name, args] = METHOD.exec(line) ?? [];
    if (name !== undefined) {
      method = { name, args, note: note.join('\n'), lines: [] };
      methods.push(method);
    } else if (line === '  }') {
      method = undefined;
      note = [];
    } else (method?.lines ?? note).push(line);
  }
  return methods;
}

function readMethod({ name, args, note, lines }, classes) {
  const call = newCall(lines) ?? oldCall(lines.join('\n'));
  if (!call) return undefined;
  const [, request] = /\b(?:request|tmpReq): (?:\$_model\.)?(\w+)/.exec(args) ?? [];
  const byPath = call.style === 'ROA';
  const raw = byPath && RAW_BODY.test(lines.join('\n'));
  const api = { p: [...(byPath ? pathRows(args) : []), ...requestRows(classes, request, lines, raw)] };
  if (/@deprecated/.test(note)) api.d = 1;
  if (byPath) Object.assign(api, { m: call.method, u: pathOf(call.path) });
  if (raw) api.b = 1;
  return { ...call, api, answer: answerOf(classes, request, name) };
}

/** The call as a set of parameters: `action: "RunInstances",`. */
function newCall(lines) {
  const start = lines.findIndex((line) => line.endsWith('.Params({'));
  if (start < 0) return undefined;
  const facts = new Map();
  for (const line of lines.slice(start + 1)) {
    const [, key, value] = /^\s*(\w+): (?:"([^"]*)"|`[^`]*`),$/.exec(line) ?? [];
    if (key === undefined) break;
    facts.set(key, value ?? /`([^`]*)`/.exec(line)?.[1]);
  }
  const [action, version, style] = ['action', 'version', 'style'].map((key) => facts.get(key));
  return action && { action, version, style, method: facts.get('method'), path: facts.get('pathname') };
}

/** The call as older packages have it: `doROARequest("Name", "2019-01-01", "HTTPS", "GET", "AK", \`/path\`, ...)`. */
function oldCall(body) {
  const call =
    /\bdo(RPC|ROA)Request(?:WithForm)?\("([^"]+)", "([^"]+)", "[^"]*", "([^"]*)", "[^"]*", ["`]([^"`]*)/.exec(body);
  if (!call) return undefined;
  const [, style, action, version, method, path] = call;
  return { action, version, style, method, path };
}

/** `/clusters/${OpenApiUtil.getEncodeParam(ClusterId)}` in the way in which paths are written elsewhere. */
const pathOf = (template = '') => template.replace(/\$\{(?:[$\w.]+\()?(\w+)\)?\}/g, '{$1}');

/** What stands in the path are arguments of its own, in front of the request. */
function pathRows(args) {
  const [own] = args.split(/\b(?:request|tmpReq|headers|runtime): /);
  return [...own.matchAll(/(\w+): (?:string|number|boolean)/g)].map(([, name]) => [name, 's', REQUIRED | IN_PATH]);
}

function requestRows(classes, request, lines, raw) {
  const placed = new Map(lines.flatMap((line) => placing(line)));
  return rowsOfClass(classes, request).map(([name, letter, flags, ...more]) => {
    const place = placed.get(name) ?? 0;
    return [name, letter, flags | place | (raw && name === 'body' ? IN_BODY : 0), ...more];
  });
}

function placing(line) {
  const [, kind, name] = PLACING.exec(line) ?? [];
  return kind === undefined ? [] : [[name, places[kind]]];
}

function answerOf(classes, request, method) {
  const names = [request?.replace(/Request$/, ''), method[0].toUpperCase() + method.slice(1)];
  const name = names.map((it) => `${it}ResponseBody`).find((it) => classes.has(it));
  return name && withoutFlags(rowsOfClass(classes, name));
}

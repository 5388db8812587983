import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Spot } from './longTemplate.ts';

const REQUESTS = 20;
/** A process that has just begun runs code that is yet to be compiled; an editor's has long gone past that. */
const WARM_UP = 60;
const uri = 'file:///bench/template.oos.yml';

/** Prints how long a server of its own process takes from a request to its answer. */
export async function protocolTimes(spots: readonly Spot[]): Promise<void> {
  const [one] = spots;
  if (!one) return;
  console.log(`\nOver the protocol, YAML, ${Math.round(one.text.length / 1024)} Ki characters: median and worst`);
  for (const spot of spots) {
    const server = spawn(process.execPath, [join(import.meta.dirname, 'oos-language-server.cjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    try {
      await measure(connection, spot);
    } finally {
      connection.dispose();
      server.kill();
    }
  }
}

async function measure(connection: ProtocolConnection, { name, text, offset }: Spot): Promise<void> {
  const completion = { completionItem: { snippetSupport: true }, completionList: { itemDefaults: ['editRange'] } };
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { completion } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const diagnosed = nextDiagnostics(connection);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'oos-yaml', version: 1, text },
  });
  await diagnosed;
  const position = positionOf(text, offset);
  const params = { textDocument: { uri }, position };
  const ask = () => timed(() => connection.sendRequest(CompletionRequest.type, params));
  const first = await ask();
  const next = await times(REQUESTS, ask);
  await times(WARM_UP, ask);
  const later = await times(REQUESTS, ask);
  const typed = await afterTyping(connection, position);
  const hovered = { textDocument: { uri }, position: positionOf(text, text.indexOf('RebootInstance')) };
  const hovers = await times(REQUESTS, () => timed(() => connection.sendRequest(HoverRequest.type, hovered)));
  console.log(
    `  ${name.padEnd(18)} first ${shown([first])}   next ${shown(next)}   later ${shown(later)}   just after typing ${shown(typed)}   hover ${shown(hovers)}`,
  );
}

/** A letter is typed, and the list asked for at once; the next one when the findings of that version are there. */
async function afterTyping(connection: ProtocolConnection, position: Position): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < REQUESTS; round++) {
    const end = { line: position.line, character: position.character + (round % 2) };
    const diagnosed = nextDiagnostics(connection);
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: round + 2 },
      contentChanges: [{ range: { start: position, end }, text: round % 2 === 0 ? 'a' : '' }],
    });
    const at = { line: position.line, character: position.character + ((round + 1) % 2) };
    const params = { textDocument: { uri }, position: at };
    times.push(await timed(() => connection.sendRequest(CompletionRequest.type, params)));
    await diagnosed;
  }
  return times;
}

async function times(count: number, run: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < count; round++) found.push(await run());
  return found;
}

const nextDiagnostics = (connection: ProtocolConnection): Promise<void> =>
  new Promise((resolve) => {
    connection.onNotification(PublishDiagnosticsNotification.type, () => resolve());
  });

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function shown(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const [middle = Number.NaN, worst = Number.NaN] = [sorted[sorted.length >> 1], sorted.at(-1)];
  return times.length === 1
    ? `${middle.toFixed(1).padStart(6)} ms`
    : `${middle.toFixed(1).padStart(5)} / ${worst.toFixed(1)} ms`;
}

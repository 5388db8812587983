import * as fs from 'node:fs';
import * as path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { fixture } from './fixture.ts';

/** A grammar as it stands in its file. */
export interface RawGrammar {
  readonly scopeName: string;
  readonly [key: string]: unknown;
}

/** For each marked range of a text the scope that our grammars give it, or what stands there when it is no token. */
export type Scopes = (scopeName: string, marked: string) => string[];

/**
 * Colours texts with our grammars on top of `baseGrammars` (source.yaml and source.json, with all they include), by the
 * library and the regular expression engine of VS Code.
 */
export async function scopesWith(repository: string, baseGrammars: readonly RawGrammar[]): Promise<Scopes> {
  const wasm = fs.readFileSync(path.join(repository, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const grammars = new Map(
    [...baseGrammars, ...grammarsIn(path.join(repository, 'syntaxes'))].map((it) => [it.scopeName, JSON.stringify(it)]),
  );
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      const raw = grammars.get(scopeName);
      return raw === undefined ? null : textmate.parseRawGrammar(raw, `${scopeName}.json`);
    },
  });
  const ours = new Map<string, textmate.IGrammar | null>();
  for (const scopeName of ['source.oos-yaml', 'source.oos-json']) {
    ours.set(scopeName, await registry.loadGrammar(scopeName));
  }
  return (scopeName, marked) => {
    const grammar = ours.get(scopeName);
    if (!grammar) throw new Error(`no grammar ${scopeName}`);
    const { text, ranges } = fixture(marked);
    const tokens = tokensOf(grammar, text);
    return ranges.map(({ start, end }) => {
      const token = tokens.find((it) => it.start === start);
      if (token?.end !== end) return `no token: ${token ? text.slice(start, token.end) : text.slice(start, end)}`;
      return token.scopes.findLast((scope) => scope.endsWith('.oos')) ?? 'none of ours';
    });
  };
}

/** All grammars of a folder. */
export function grammarsIn(folder: string): RawGrammar[] {
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')));
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

function tokensOf(grammar: textmate.IGrammar, text: string): Token[] {
  const found: Token[] = [];
  let state = textmate.INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of tokens) {
      found.push({ start: offset + startIndex, end: offset + Math.min(endIndex, line.length), scopes });
    }
    state = ruleStack;
    offset += line.length + 1;
  }
  return found;
}

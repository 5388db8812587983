import type { ScalarNode, SyntaxTree, ValueNode } from '../../server/src/syntax/node.ts';
import { contentRange } from '../../server/src/syntax/scalarText.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';
import { fixture, withMarks } from './fixture.ts';

/**
 * The JSON form of a marked YAML text, the marks at the same nodes or the same characters of a scalar. Marks must begin
 * where a node begins or inside a scalar, and end likewise.
 */
export function toJson(markedYaml: string): string {
  const { text, ranges, cursors } = fixture(markedYaml);
  const writer = new Writer(parseYaml(text));
  const json = writer.write();
  const moved = ranges.map(({ start, end }) => ({
    start: writer.moved(start, 'start'),
    end: writer.moved(end, 'end'),
  }));
  const atCursors = cursors.map((cursor) => ({ start: writer.moved(cursor, 'end'), end: writer.moved(cursor, 'end') }));
  return withMarks(json, [...moved, ...atCursors]).replaceAll('<||>', '<|>');
}

interface Written {
  readonly node: ValueNode;
  readonly start: number;
  readonly end: number;
}

class Writer {
  readonly #tree: SyntaxTree;
  readonly #written: Written[] = [];
  #json = '';

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  write(): string {
    if (!this.#tree.root) throw new Error(`no YAML: ${this.#tree.text}`);
    this.#node(this.#tree.root, '');
    return `${this.#json}\n`;
  }

  /** Where an offset of the YAML text stands in the JSON text. */
  moved(offset: number, edge: 'start' | 'end'): number {
    const exact = this.#written.find(({ node }) => node.range[edge] === offset);
    if (exact) return exact[edge];
    const around = this.#written.find(
      ({ node }) => node.kind === 'scalar' && node.range.start <= offset && offset <= node.range.end,
    );
    if (around?.node.kind !== 'scalar') throw new Error(`a mark at ${offset} is at no node: ${this.#tree.text}`);
    const content = contentRange(this.#tree.text, around.node);
    const before = unescaped(this.#tree.text.slice(content.start, offset), around.node);
    return around.start + 1 + JSON.stringify(before).length - 2;
  }

  #node(node: ValueNode | undefined, indent: string): void {
    const start = this.#json.length;
    const deeper = `${indent}  `;
    if (node?.kind === 'mapping') {
      this.#list('{', '}', node.pairs, indent, (pair) => {
        this.#node({ ...pair.key, value: String(pair.key.value) }, deeper);
        this.#json += ': ';
        this.#node(pair.value, deeper);
      });
    } else if (node?.kind === 'sequence') this.#list('[', ']', node.items, indent, (item) => this.#node(item, deeper));
    else this.#json += JSON.stringify(node?.value ?? null);
    if (node) this.#written.push({ node, start, end: this.#json.length });
  }

  #list<T>(open: string, close: string, items: readonly T[], indent: string, write: (item: T) => void): void {
    this.#json += open;
    items.forEach((item, index) => {
      this.#json += `${index > 0 ? ',' : ''}\n${indent}  `;
      write(item);
    });
    this.#json += items.length > 0 ? `\n${indent}${close}` : close;
  }
}

function unescaped(raw: string, { style }: ScalarNode): string {
  if (style === 'single') return raw.replaceAll("''", "'");
  if (style === 'double') return raw.replace(/\\(.)/g, '$1');
  return raw;
}

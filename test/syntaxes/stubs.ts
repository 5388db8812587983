import type { RawGrammar } from '../support/tokens.ts';

/**
 * The grammars of VS Code are not in this repository. These know keys, quoted strings and comments, and bear the scopes
 * that ours rely on; `npm run test:vscode` runs the same cases on the real ones.
 */
export const yamlStub: RawGrammar = {
  scopeName: 'source.yaml',
  patterns: [
    { name: 'comment.line.number-sign.yaml', match: '#.*' },
    { name: 'string.unquoted.plain.yaml entity.name.tag.yaml', begin: '^\\s*(?=[\\w:]+: )', end: '(?=: )' },
    { name: 'string.quoted.single.yaml', begin: "'", end: "'" },
    { name: 'string.quoted.double.yaml', begin: '"', end: '"' },
  ],
};

export const jsonStub: RawGrammar = {
  scopeName: 'source.json',
  patterns: [
    { name: 'string.json support.type.property-name.json', begin: '"(?=[\\w:]+":)', end: '"' },
    { name: 'string.quoted.double.json', begin: '"', end: '"' },
  ],
};

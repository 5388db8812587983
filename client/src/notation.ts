/** How a template is written, in the words of the service and of our language server. */
export type Notation = 'YAML' | 'JSON';

/** By the `TemplateFormat` of an answer, in any letter case; YAML where the service tells none. */
export const notationOfFormat = (format: string | undefined): Notation =>
  format?.toUpperCase() === 'JSON' ? 'JSON' : 'YAML';

/** By the id of the language of a document. */
export const notationOfLanguage = (languageId: string): Notation => (languageId.endsWith('json') ? 'JSON' : 'YAML');

/** The ids of our languages. */
export const languageIds = { YAML: 'oos-yaml', JSON: 'oos-json' } as const satisfies Readonly<Record<Notation, string>>;

/** How the names of files with templates end. */
export const fileEndings = { YAML: 'oos.yml', JSON: 'oos.json' } as const satisfies Readonly<Record<Notation, string>>;

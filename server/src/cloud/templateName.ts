/**
 * The name that a file suggests for its template: its own without what marks the kind of file. Characters that names of templates
 * cannot have become `-`. Empty where nothing is left.
 */
export function templateNameOf(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? '';
  return base
    .replace(/(\.oos)?\.(ya?ml|json)$/i, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 200);
}

/**
 * Breaks the links in a text that quotes others (the service, a settings file, a template), for a message in an editor: VS Code turns
 * `[text](address)` in its messages into a link, also where the address is a command.
 */
export const withoutLinks = (text: string): string => text.replaceAll('](', '] (');

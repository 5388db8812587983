/**
 * A text for a message of an editor, with words in it that are not ours: those of a service, a settings file, a template. VS Code
 * makes links of `[text](address)` in its messages, also of addresses that are commands.
 */
export const withoutLinks = (text: string): string => text.replaceAll('](', '] (');

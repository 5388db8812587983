/**
 * How much of a text is looked at, in UTF-16 units. In published templates `FormatVersion` begins within the first 300,
 * and a look of this size costs far less than a millisecond.
 */
export declare const headLength = 16384;
/**
 * Whether the root of a YAML or JSON text has a `FormatVersion` that begins with `OOS-`. Only the head is read, and it
 * may be cut anywhere; the server, which reads the whole text, decides what is checked.
 */
export declare function declaresOosTemplate(head: string): boolean;

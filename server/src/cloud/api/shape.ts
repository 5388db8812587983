/**
 * How a part of an answer is read. The service has changed its shapes over the years, so each reading takes several forms:
 *
 * - text: also numbers and truth values; an object is given as JSON. `id`: a text that must be there.
 * - number, truth: also as text. What cannot be read is undefined, as if it had not been told.
 * - json: an object or a list, also as a JSON text. Empty text is an empty object; another text is kept as it is.
 * - tags, counters: an object with texts or with numbers, also as a JSON text.
 * - token: of the next page; undefined on the last one.
 * - list: also a single item; empty where it is missing. `within`: the list may lie one level deeper, under this name.
 * - isText: whether another field came as text.
 */
export type Shape =
  | 'text'
  | 'id'
  | 'number'
  | 'truth'
  | 'json'
  | 'tags'
  | 'counters'
  | 'token'
  | { readonly list: Shape; readonly within?: string }
  | { readonly fields: Shapes }
  | { readonly isText: string };

export type Shapes = Readonly<Record<string, Shape>>;

/** A JSON object or list; a text only where the service sent one that is no JSON. */
export type JsonValue = Readonly<Record<string, unknown>> | readonly unknown[] | string;

interface Leaves {
  text: string | undefined;
  id: string;
  number: number | undefined;
  truth: boolean | undefined;
  json: JsonValue | undefined;
  tags: Readonly<Record<string, string>> | undefined;
  counters: Readonly<Record<string, number>> | undefined;
  token: string | undefined;
}

export type Read<S extends Shape> = S extends keyof Leaves
  ? Leaves[S]
  : S extends { readonly list: infer I extends Shape }
    ? readonly Read<I>[]
    : S extends { readonly fields: infer F extends Shapes }
      ? ReadFields<F>
      : boolean;

export type ReadFields<F extends Shapes> = { readonly [N in keyof F]: Read<F[N]> };

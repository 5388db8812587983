/**
 * What a parameter takes, from the API reference of 2019 and the later additions of the service.
 *
 * text: with at most `most` characters; name: of a template, 1 to 200 letters, digits, - and _; ownName: the same without the prefixes that belong to official
 * templates; content: a template, 1 to 65,536 bytes in UTF-8; version: v1, v2, ...; date: YYYY-MM-DDThh:mm:ssZ; url: http(s);
 * tags: 1 to 20 names with texts; map: any JSON object; list: a JSON array of texts, from one to `most`.
 */
export type ParameterSpec = Readonly<{ required?: true }> &
  (
    | Readonly<{ kind: 'text'; most?: number }>
    | Readonly<{ kind: 'name' | 'ownName' | 'content' | 'version' | 'date' | 'url' }>
    | Readonly<{ kind: 'boolean' }>
    | Readonly<{ kind: 'tags' | 'map' }>
    | Readonly<{ kind: 'integer'; least: number; most?: number }>
    | Readonly<{ kind: 'choice'; values: readonly string[] }>
    | Readonly<{ kind: 'list'; most?: number }>
  );

/** The value of a parameter in TypeScript. */
type ValueOf<P extends ParameterSpec> = P extends { kind: 'choice'; values: readonly (infer V)[] }
  ? V
  : P extends { kind: 'boolean' }
    ? boolean
    : P extends { kind: 'integer' }
      ? number
      : P extends { kind: 'tags' }
        ? Readonly<Record<string, string>>
        : P extends { kind: 'map' }
          ? Readonly<Record<string, unknown>>
          : P extends { kind: 'list' }
            ? readonly string[]
            : string;

export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>;

/** RegionId is filled in by the transport, which knows the region of the connection. */
type NeededNames<P extends ParameterSpecs> = Exclude<
  { [N in keyof P]: P[N] extends { required: true } ? N : never }[keyof P],
  'RegionId'
>;

/** A request by the API names of its parameters. */
export type RequestFor<P extends ParameterSpecs> = { readonly [N in NeededNames<P>]: ValueOf<P[N]> } & {
  readonly [N in Exclude<keyof P, NeededNames<P>>]?: ValueOf<P[N]> | undefined;
};

export const text = { kind: 'text' } as const;
export const boolean = { kind: 'boolean' } as const;
export const date = { kind: 'date' } as const;
export const tags = { kind: 'tags' } as const;
export const version = { kind: 'version' } as const;
export const template = { kind: 'content' } as const;

export const choice = <const V extends readonly string[]>(...values: V) => ({ kind: 'choice', values }) as const;
export const integer = (least: number, most?: number) =>
  most === undefined ? ({ kind: 'integer', least } as const) : ({ kind: 'integer', least, most } as const);
export const list = (most?: number) =>
  most === undefined ? ({ kind: 'list' } as const) : ({ kind: 'list', most } as const);
export const needed = <const P extends ParameterSpec>(spec: P) => ({ ...spec, required: true }) as const;

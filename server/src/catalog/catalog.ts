import type { Words } from '../words/words.ts';
import type { OpenApi } from './openApi/openApi.ts';

/** A JSON Schema (draft-07) as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface PropertySpec {
  readonly name: string;
  readonly required: boolean;
  /** The OOS types that it takes: String, Number, Boolean, List, Json. Empty: any. */
  readonly types: readonly string[];
  readonly allowedValues: readonly unknown[] | undefined;
  /** The value must be written out, no expression. */
  readonly literal: boolean;
  readonly summary: Words | undefined;
  /** As the service describes it, in a language that is not known. Only in what ListActions told. */
  readonly description: string | undefined;
  /** Undefined: none, or not known. */
  readonly defaultValue: unknown;
  /** What is inside it, of a property that holds a map. Not there: free, not known, or told by the schema alone. */
  readonly parts?: ReadonlyMap<string, PropertySpec>;
}

/** An operation that an action calls. */
export interface ApiCall {
  readonly service: string;
  readonly api: string;
}

/** Where the knowledge about an action comes from. */
export type ActionOrigin =
  /** It comes with the program; `date` is that of its source, as YYYY-MM-DD. Undefined: kept by hand. */
  | { readonly kind: 'bundled'; readonly date: string | undefined }
  /** ListActions told it. */
  | { readonly kind: 'service'; readonly region: string; readonly fetched: Date };

export interface ActionSpec {
  /** In its canonical case. */
  readonly name: string;
  /** As ListActions has it: Atomic.API, Atomic.Trigger, Atomic.Control, Atomic.Embedded, Product.ECS... */
  readonly type: string;
  readonly atomic: boolean;
  readonly summary: Words | undefined;
  readonly properties: ReadonlyMap<string, PropertySpec>;
  /** The schema of `Properties`. The same object at every call, so that compiled validators can be kept by it. */
  readonly propertiesSchema: JsonSchema;
  /** The outputs of a product action by name, with their types. Undefined: not known. */
  readonly outputs: ReadonlyMap<string, string> | undefined;
  /** A trigger: first task only, one for a template, never in a loop. */
  readonly trigger: boolean;
  readonly mayLoop: boolean;
  /** As the service describes it, in a language that is not known. Only in what ListActions told. */
  readonly description: string | undefined;
  /** The operations that a product action reaches, also through other actions. Empty: none, or not known. */
  readonly calls: readonly ApiCall[];
  /** The product actions that a product action runs itself. Not there: none, or not known. */
  readonly actions?: readonly string[];
  /** How often it is used, compared with other actions: from 0 (hardly ever) to 10. */
  readonly popularity: number;
  readonly origin: ActionOrigin;
}

/** What OOS offers. Names are compared without regard to letter case. */
export interface Catalog {
  action(name: string): ActionSpec | undefined;
  readonly actionNames: readonly string[];
  /** The schema of the template language. It says nothing about single actions. The same object at every call. */
  readonly templateSchema: JsonSchema;
  /** A name that people write though OOS has no such action, with what to write instead. */
  invention(name: string): readonly string[] | undefined;
  readonly openApi: OpenApi;
}

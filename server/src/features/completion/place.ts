import type { Expectation } from '../../analysis/types/expectation.ts';
import type { ActionSpec } from '../../catalog/catalog.ts';
import type { ApiOperation } from '../../catalog/openApi/openApi.ts';
import type { Parameter, Task } from '../../template/template.ts';
import type { Siblings } from './propertyValueProposals.ts';
import type { Proposal } from './proposal.ts';
import type { Shape } from './schemaShapes.ts';

/** What may be written at the cursor, in the words of the template. A position can be several of these at once. */
export type CompletionPlace =
  /** A key that the schema of the template names. `part`: whose key. */
  | {
      readonly kind: 'templateKey';
      readonly shapes: readonly Shape[];
      readonly present: readonly string[];
      readonly part: TemplatePart;
    }
  /** A value that the schema of the template lists. */
  | { readonly kind: 'templateValue'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'actionName' }
  | {
      readonly kind: 'actionProperty';
      readonly action: ActionSpec;
      readonly path: readonly string[];
      readonly present: readonly string[];
    }
  | {
      readonly kind: 'actionPropertyValue';
      readonly action: ActionSpec;
      readonly path: readonly string[];
      readonly siblings: Siblings;
      readonly item: boolean;
    }
  | { readonly kind: 'service'; readonly api: string | undefined }
  /** `service` undefined: it is not written yet. */
  | { readonly kind: 'operation'; readonly service: string | undefined }
  | {
      readonly kind: 'requestParameter';
      readonly operation: ApiOperation;
      readonly path: readonly string[];
      readonly present: readonly string[];
    }
  /** A parameter of an operation that is not known. */
  | { readonly kind: 'unknownRequest'; readonly present: readonly string[] }
  | {
      readonly kind: 'requestValue';
      readonly operation: ApiOperation;
      readonly path: readonly string[];
      readonly item: boolean;
    }
  /** Where a request goes that is addressed by path. */
  | { readonly kind: 'requestAddress'; readonly operation: ApiOperation; readonly part: 'Method' | 'URI' }
  | { readonly kind: 'region' }
  /** Steps of a selector, worked out with its slot. */
  | { readonly kind: 'selectorStep'; readonly proposals: readonly Proposal[] }
  /** A value that a selector may give. */
  | { readonly kind: 'desiredValue'; readonly selector: string; readonly operation: ApiOperation | undefined }
  | { readonly kind: 'jumpTarget'; readonly task: Task }
  | { readonly kind: 'conditionName' }
  /** `{{ name }}` in the place of a value. `hint`: the name of what it is given to. `rare`: mostly written out. */
  | {
      readonly kind: 'reference';
      readonly expected: Expectation | undefined;
      /** What surely is of another kind is rejected. */
      readonly strict: boolean;
      readonly hint: string | undefined;
      readonly rare: boolean;
    }
  /** What stands between the braces. */
  | { readonly kind: 'expression'; readonly expected: Expectation | undefined; readonly hint: string | undefined }
  /** What follows `task.` between the braces, besides its outputs. */
  | { readonly kind: 'answerPath'; readonly proposals: readonly Proposal[] }
  /** A call `Fn::X: ...`. `logical`: only those that a condition may begin with. */
  | {
      readonly kind: 'functionCall';
      readonly expected: Expectation | undefined;
      readonly logical: boolean;
      readonly asPair: boolean;
      /** On a line of its own, where a text would hardly stand. */
      readonly alone: boolean;
    }
  | { readonly kind: 'functionArgument'; readonly name: string; readonly index: number }
  | { readonly kind: 'association'; readonly parameter: Parameter | undefined }
  | {
      readonly kind: 'associationMetadata';
      readonly parameter: Parameter | undefined;
      readonly present: readonly string[];
    }
  | { readonly kind: 'associationMetadataValue'; readonly key: string }
  /** `${name}` in the metadata. */
  | { readonly kind: 'consoleReference' }
  | { readonly kind: 'defaultValue'; readonly parameter: Parameter }
  | { readonly kind: 'groupParameter'; readonly present: readonly string[] }
  | { readonly kind: 'aggregateField'; readonly task: Task }
  | { readonly kind: 'templateName' }
  | { readonly kind: 'templateParameter'; readonly task: Task; readonly present: readonly string[] }
  | { readonly kind: 'templateParameterValue'; readonly task: Task; readonly name: string }
  | { readonly kind: 'ramRole' }
  /** The name of a parameter that is used and not declared. */
  | { readonly kind: 'newParameter' }
  /** The name of a task that something leads to or reads, and that is not there. */
  | { readonly kind: 'newTask' }
  /** A construct as a whole. `list`: as the only item of a list that is yet to be written. */
  | { readonly kind: 'construct'; readonly of: Construct; readonly list: boolean };

export type TemplatePart = 'root' | 'parameter' | 'task' | 'loop' | 'rateControl' | 'output' | 'other';

export type Construct =
  | 'template'
  | 'parameter'
  | 'task'
  | 'taskPart'
  | 'choice'
  | 'taskOutput'
  | 'loopOutput'
  | 'templateOutput'
  | 'condition';

export type PlaceOf<K extends CompletionPlace['kind']> = Extract<CompletionPlace, { readonly kind: K }>;

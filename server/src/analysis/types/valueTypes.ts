import { pseudoParameterNamed } from '../../catalog/parameters/pseudoParameters.ts';
import { keyName, valueFor } from '../../syntax/navigate.ts';
import type { MappingNode, ScalarNode, ValueNode } from '../../syntax/node.ts';
import { findTask } from '../../template/scope.ts';
import type { Place, Template, Use } from '../../template/template.ts';
import { callIn, type EvaluatedCall, evaluatedCalls, isAlias } from './calls.ts';
import { declaredType, outputType } from './declaredTypes.ts';
import { looksLikeCall } from './functionSlips.ts';
import { callType } from './functionTypes.ts';
import {
  elementOf,
  listOf,
  literalType,
  mapType,
  typeNamed,
  unionOf,
  unknownType,
  type ValueType,
} from './valueType.ts';

/** A loop goes through no more items than these. */
export const MOST_LOOP_ITEMS = 1000;

/** The types of the values of one template. Nothing is worked out before it is asked for, and nothing twice. */
export class ValueTypes {
  readonly #template: Template;
  readonly #types = new Map<ValueNode, ValueType>();
  #references: ReadonlyMap<ScalarNode, Use> | undefined;
  #calls: readonly EvaluatedCall[] | undefined;

  constructor(template: Template) {
    this.#template = template;
  }

  /** The function calls that the service or the console works out. */
  get calls(): readonly EvaluatedCall[] {
    this.#calls ??= evaluatedCalls(this.#template);
    return this.#calls;
  }

  /** The reference that a scalar consists of, so that the value keeps its type. */
  reference(node: ValueNode): Use | undefined {
    if (node.kind !== 'scalar') return undefined;
    this.#references ??= new Map(
      this.#template.uses.filter(({ expression }) => expression.whole).map((use) => [use.scalar, use]),
    );
    return this.#references.get(node);
  }

  /** Whether nothing but an expression gives the value: a reference, an alias, a call, even if its name is miswritten. */
  isExpression(node: ValueNode): boolean {
    if (node.kind === 'scalar') return isAlias(node) || this.reference(node) !== undefined;
    return node.kind === 'mapping' && node.pairs.some((pair) => looksLikeCall(keyName(pair)));
  }

  /** The type of what stands at a place where the service evaluates references and functions. */
  typeOf(node: ValueNode | undefined): ValueType {
    if (!node) return { kind: 'Null' };
    let type = this.#types.get(node);
    if (!type) {
      type = this.#infer(node);
      this.#types.set(node, type);
    }
    return type;
  }

  #infer(node: ValueNode): ValueType {
    switch (node.kind) {
      case 'sequence':
        return listOf(unionOf(node.items.map((item) => this.typeOf(item))));
      case 'mapping':
        return this.#mapping(node);
      case 'scalar':
        return this.#scalar(node);
    }
  }

  #mapping(node: MappingNode): ValueType {
    const call = callIn(node);
    if (call) return callType(keyName(call), call.value, (argument) => this.typeOf(argument));
    return this.isExpression(node) ? unknownType : mapType;
  }

  #scalar(node: ScalarNode): ValueType {
    const { value } = node;
    if (value === null) return { kind: 'Null' };
    if (typeof value === 'number') return literalType('Number', value);
    if (typeof value === 'boolean') return literalType('Boolean', value);
    if (isAlias(node)) return unknownType;
    if (!value.includes('{{')) return literalType('String', value);
    const use = this.reference(node);
    return use ? this.#referenced(use, value) : { kind: 'String' };
  }

  #referenced({ expression: { body }, place }: Use, written: string): ValueType {
    switch (body.kind) {
      case 'parameter': {
        const parameter = this.#template.parameters.get(body.name.text);
        return parameter ? declaredType(parameter) : unknownType;
      }
      case 'pseudo':
        // A field of a pseudo-parameter can be anything.
        if (written.includes('.')) return unknownType;
        if (body.name.text.toLowerCase() === 'acs::taskloopitem') return this.#loopItem(place);
        return typeNamed(pseudoParameterNamed(body.name.text)?.type ?? '');
      case 'task': {
        const found = body.simple ? findTask(this.#template, body.name.text, place) : undefined;
        // What cannot be read at this place has no type there.
        const isReadable = found && found.relation !== 'self' && found.relation !== 'later';
        return isReadable ? outputType(found.task, body.path.text) : unknownType;
      }
      default:
        return unknownType;
    }
  }

  #loopItem({ task, part }: Place): ValueType {
    if (task?.loop && part !== 'Loop') return this.#elementOf(valueFor(task.loop.node, 'Items'));
    const owner = task?.list.owner;
    return owner ? this.#elementOf(valueFor(owner.properties?.value, 'LoopItems')) : unknownType;
  }

  #elementOf(items: ValueNode | undefined): ValueType {
    // A list that no loop takes says nothing of the items that were meant.
    if (items?.kind === 'sequence' && items.items.length > MOST_LOOP_ITEMS) return unknownType;
    return elementOf(this.typeOf(items));
  }
}

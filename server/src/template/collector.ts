import { parseExpressions } from '../expression/parse.ts';
import { asMapping, asSequence, keyName, stringOf, valueFor } from '../syntax/navigate.ts';
import type { MappingNode, ScalarNode, SequenceNode, ValueNode } from '../syntax/node.ts';
import { scalarText } from '../syntax/scalarText.ts';
import { languageKeys, meantKey, meantPair, structuralKeys } from './meantKeys.ts';
import type { NameIndex } from './nameIndex.ts';
import type {
  Call,
  ConditionUse,
  GroupUse,
  Jump,
  MetadataUse,
  Parameter,
  Place,
  Task,
  Template,
  Use,
} from './template.ts';

type Declared = Pick<Template, 'root' | 'parameters' | 'conditions' | 'outputs' | 'allTasks' | 'tasks'>;
type Collected = Pick<Template, 'uses' | 'metadataUses' | 'groupUses' | 'conditionUses' | 'jumps' | 'calls'>;

/** By its action, or by its properties where that cannot be read. */
const isChoice = ({ action }: Task, properties: ValueNode | undefined): boolean =>
  action?.toLowerCase() === 'acs::choice' ||
  structuralKeys.choice.every((key) => valueFor(properties, key) !== undefined);

/** Walks once over a template and collects everything in it that names something else. */
export class Collector {
  readonly #uses: Use[] = [];
  readonly #metadataUses: MetadataUse[] = [];
  readonly #groupUses: GroupUse[] = [];
  readonly #conditionUses: ConditionUse[] = [];
  readonly #jumps: Jump[] = [];
  readonly #calls: Call[] = [];
  readonly #source: string;
  readonly #parameters: NameIndex<Parameter>;
  #tasks = new Map<MappingNode, Task>();

  constructor(source: string, parameters: NameIndex<Parameter>) {
    this.#source = source;
    this.#parameters = parameters;
  }

  collect(declared: Declared): Collected {
    this.#tasks = new Map(declared.allTasks.map((task) => [task.node, task]));
    for (const pair of declared.root.pairs) {
      this.#section(meantKey(declared.root, pair, languageKeys.root), pair.value, declared);
    }
    return {
      uses: this.#uses,
      metadataUses: this.#metadataUses,
      groupUses: this.#groupUses,
      conditionUses: this.#conditionUses,
      jumps: this.#jumps,
      calls: this.#calls,
    };
  }

  #section(section: string, value: ValueNode | undefined, declared: Declared): void {
    const place: Place = { section, task: undefined, part: undefined, entry: undefined };
    if (section === 'Parameters') this.#entries(declared.parameters, place);
    else if (section === 'Conditions') this.#entries(declared.conditions, place);
    else if (section === 'Outputs') this.#entries(declared.outputs, place);
    else if (section === 'Tasks') for (const task of declared.tasks.tasks) this.#task(task);
    else if (section === 'Metadata') this.#groups(value);
    else this.#walk(value, place);
  }

  #entries(index: Template['parameters'] | Template['conditions'] | Template['outputs'], place: Place): void {
    for (const entry of index.all) {
      const at = { ...place, entry };
      if (!entry.attributes || entry.kind === 'condition') this.#walk(entry.pair.value, at);
      else {
        for (const pair of entry.attributes.pairs) {
          const part = keyName(pair);
          this.#walk(pair.value, { ...at, part });
          if (part === 'AssociationPropertyMetadata') this.#metadata(pair.value);
        }
      }
    }
  }

  #task(task: Task): void {
    for (const pair of task.node.pairs) {
      const part = meantKey(task.node, pair, languageKeys.task);
      this.#walk(pair.value, { section: 'Tasks', task, part, entry: undefined });
      if ((part === 'OnError' || part === 'OnSuccess') && pair.value) this.#jump(part, pair.value, task);
      if (part === 'When') this.#when(pair.value);
      if (part === 'Properties' && isChoice(task, pair.value)) this.#choice(pair.value, task);
    }
  }

  #choice(properties: ValueNode | undefined, task: Task): void {
    const choices = meantPair(properties, 'Choices', structuralKeys.choice);
    for (const choice of asSequence(choices?.value)?.items ?? []) {
      this.#jump('NextTask', meantPair(choice, 'NextTask', structuralKeys.entry)?.value, task);
      this.#when(meantPair(choice, 'When', structuralKeys.entry)?.value);
    }
    this.#jump('DefaultTask', meantPair(properties, 'DefaultTask', structuralKeys.choice)?.value, task);
  }

  #jump(key: Jump['key'], node: ValueNode | undefined, task: Task): void {
    if (node) this.#jumps.push({ key, node, task });
  }

  #when(node: ValueNode | undefined): void {
    const name = stringOf(node);
    if (node?.kind === 'scalar' && name !== undefined && !name.includes('{{')) this.#conditionUses.push({ name, node });
  }

  #walk(node: ValueNode | undefined, place: Place): void {
    if (node?.kind === 'scalar') {
      for (const expression of parseExpressions(this.#source, node)) {
        this.#uses.push({ expression, scalar: node, place });
      }
    } else if (node?.kind === 'sequence') this.#items(node, place);
    else if (node) this.#pairs(node, place);
  }

  #items(node: SequenceNode, place: Place): void {
    const isInnerList = node === place.task?.inner?.node;
    for (const item of node.items) {
      const inner = isInnerList && item.kind === 'mapping' ? this.#tasks.get(item) : undefined;
      if (inner) this.#task(inner);
      else this.#walk(item, place);
    }
  }

  #pairs(node: MappingNode, place: Place): void {
    // An inline template has names of its own; it is read as a template by itself.
    if (node === place.task?.child?.root) return;
    for (const pair of node.pairs) {
      if (keyName(pair).startsWith('Fn::')) this.#calls.push({ pair, mapping: node, place });
      this.#walk(pair.value, place);
    }
  }

  /** The console's own language: `${name}`, `${!literal}`, or a string that is nothing but the name of a parameter. */
  #metadata(node: ValueNode | undefined): void {
    if (node?.kind === 'mapping') for (const pair of node.pairs) this.#metadata(pair.value);
    else if (node?.kind === 'sequence') for (const item of node.items) this.#metadata(item);
    else if (node && typeof node.value === 'string') this.#metadataScalar(node, node.value);
  }

  #metadataScalar(node: ScalarNode, value: string): void {
    const named = this.#parameters.get(value);
    if (named) {
      const { text, rangeOf } = scalarText(this.#source, node);
      this.#metadataUses.push({ name: value, range: rangeOf(0, text.length), bare: true, parameter: named });
      return;
    }
    if (!value.includes('${')) return;
    const { text, rangeOf } = scalarText(this.#source, node);
    for (const { 1: name = '', index } of text.matchAll(/\$\{([A-Za-z0-9_-]+)\}/g)) {
      const parameter = this.#parameters.get(name);
      const start = index + 2;
      this.#metadataUses.push({ name, range: rangeOf(start, start + name.length), bare: false, parameter });
    }
  }

  #groups(metadata: ValueNode | undefined): void {
    const groups = asSequence(valueFor(valueFor(metadata, 'ALIYUN::OOS::Interface'), 'ParameterGroups'));
    for (const group of groups?.items ?? []) {
      for (const node of asSequence(valueFor(asMapping(group), 'Parameters'))?.items ?? []) {
        const name = stringOf(node);
        if (node.kind === 'scalar' && name !== undefined) this.#groupUses.push({ name, node });
      }
    }
  }
}

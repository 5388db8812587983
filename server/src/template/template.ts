import type { Expression } from '../expression/ast.ts';
import type { MappingNode, PairNode, ScalarNode, SequenceNode, TextRange, ValueNode } from '../syntax/node.ts';
import type { NameIndex } from './nameIndex.ts';

/** A declaration of the form `name: { attributes }`: a parameter, an output, a condition. */
export interface Entry {
  readonly name: string;
  readonly pair: PairNode;
  /** Absent when the value is missing or no mapping. */
  readonly attributes: MappingNode | undefined;
}

export interface Parameter extends Entry {
  readonly kind: 'parameter';
}

/** An output of a task, of its loop, or of the template. */
export interface Output extends Entry {
  readonly kind: 'output';
}

export interface Condition extends Entry {
  readonly kind: 'condition';
}

export interface Loop {
  readonly pair: PairNode;
  /** Absent when `Loop` is no mapping. */
  readonly node: MappingNode | undefined;
  readonly outputs: NameIndex<Output>;
}

export interface Task {
  readonly kind: 'task';
  /** The name, when it is a string. */
  readonly name: string | undefined;
  readonly nameNode: ScalarNode | undefined;
  readonly action: string | undefined;
  readonly actionNode: ScalarNode | undefined;
  readonly node: MappingNode;
  /** The pair `Properties`. */
  readonly properties: PairNode | undefined;
  readonly outputs: NameIndex<Output>;
  readonly loop: Loop | undefined;
  /** The list that it stands in, and its place there. */
  readonly list: TaskList;
  readonly index: number;
  /** The tasks of an `ACS::Loop`. */
  readonly inner: TaskList | undefined;
  /** The template of an inline `TemplateContent`. */
  readonly child: Template | undefined;
}

/** `Tasks` of a template, or `LoopTasks` of an `ACS::Loop`. */
export interface TaskList {
  readonly node: SequenceNode | undefined;
  readonly tasks: readonly Task[];
  readonly byName: NameIndex<Task>;
  /** The `ACS::Loop` task around an inner list. */
  readonly owner: Task | undefined;
}

/** Where in a template something stands. `task` is the innermost task around it. */
export interface Place {
  /** The key at the root: `Parameters`, `Tasks`... */
  readonly section: string | undefined;
  readonly task: Task | undefined;
  /** The key of the task, of the parameter or of the output under which it stands: `Properties`, `When`, `Default`... */
  readonly part: string | undefined;
  /** The parameter, output or condition around it, outside tasks. */
  readonly entry: Parameter | Output | Condition | undefined;
}

/** An expression `{{ ... }}` and where it stands. */
export interface Use {
  readonly expression: Expression;
  readonly scalar: ScalarNode;
  readonly place: Place;
}

/** A parameter named in AssociationPropertyMetadata, by `${name}` or by a string that is its bare name. */
export interface MetadataUse {
  readonly name: string;
  readonly range: TextRange;
  readonly bare: boolean;
  /** Undefined: `${name}` of a parameter that is not declared. */
  readonly parameter: Parameter | undefined;
}

/** A parameter listed in a group of Metadata / ALIYUN::OOS::Interface. */
export interface GroupUse {
  readonly name: string;
  readonly node: ScalarNode;
}

/** `When: name`, of a task or of a choice. */
export interface ConditionUse {
  readonly name: string;
  readonly node: ScalarNode;
}

/** A task name (or ACS::END, ACS::NEXT) under OnError, OnSuccess, NextTask or DefaultTask. */
export interface Jump {
  readonly key: 'OnError' | 'OnSuccess' | 'NextTask' | 'DefaultTask';
  /** The target as written; its value may be of any kind while being typed. */
  readonly node: ValueNode;
  readonly task: Task;
}

/** `Fn::Name: argument`, wherever the template evaluates it. */
export interface Call {
  readonly pair: PairNode;
  readonly mapping: MappingNode;
  readonly place: Place;
}

/** What a text says in the words of OOS. Missing parts are undefined, never filled with a default. */
export interface Template {
  /** `state`: a document of kind OOS-2019-06-01-State, which has no tasks and is not checked. */
  readonly kind: 'template' | 'state';
  readonly root: MappingNode;
  readonly formatVersion: PairNode | undefined;
  readonly parameters: NameIndex<Parameter>;
  readonly conditions: NameIndex<Condition>;
  readonly outputs: NameIndex<Output>;
  readonly tasks: TaskList;
  /** All tasks in the order of the text, the inner ones of ACS::Loop included, those of inline templates not. */
  readonly allTasks: readonly Task[];
  readonly anyTask: NameIndex<Task>;
  readonly uses: readonly Use[];
  readonly metadataUses: readonly MetadataUse[];
  readonly groupUses: readonly GroupUse[];
  readonly conditionUses: readonly ConditionUse[];
  readonly jumps: readonly Jump[];
  readonly calls: readonly Call[];
  /** The task whose TemplateContent this is. */
  readonly parent: Task | undefined;
  /** The inline templates directly inside this one. */
  readonly children: readonly Template[];
}

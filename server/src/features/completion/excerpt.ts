import type { Dispensable } from '../../syntax/yamlExcerpt.ts';

/**
 * What completion can do without: texts for people, conditions, the values of properties, and of other tasks and
 * parameters all but what they are called, what they call and what they give.
 */
export const leftOut: Dispensable = { block: isBlockLeftOut, far: isFarLeftOut };

function isBlockLeftOut([section, second, third, fourth, ...deeper]: readonly string[]): boolean {
  switch (section) {
    case 'Description':
    case 'Metadata':
      return second === undefined;
    case 'Conditions':
    case 'Outputs':
      return second !== undefined && third === undefined;
    case 'Parameters':
      return third !== undefined && fourth === undefined && forPeople.has(third);
    case 'Tasks':
      return isLeftOutOfTask(third, fourth, deeper.length === 0);
    default:
      return false;
  }
}

function isLeftOutOfTask(part: string | undefined, name: string | undefined, isWhole: boolean): boolean {
  if (part === 'Description' || part === 'When') return name === undefined;
  if (part === 'Properties') return isWhole && name !== undefined && name !== 'LoopTasks';
  return part === 'Loop' && isWhole && name === 'RateControl';
}

const forPeople = new Set(['Label', 'Description', 'ConstraintDescription', 'AssociationPropertyMetadata']);

function isFarLeftOut(path: readonly string[], isBehind: boolean): boolean {
  const [section, second, third] = path;
  if (section === 'Parameters') return path.length === 3 && third !== 'Type';
  if (section !== 'Tasks' || second !== '-') return false;
  // What a later task gives is of no use yet.
  if (isBehind) return path.length === 3 && third !== undefined && !keptOfLaterTask.has(third);
  const loop = path.lastIndexOf('LoopTasks');
  return isFarOfTask(loop < 0 ? path.slice(2) : path.slice(loop + 2));
}

/** `path`: from the task down. */
function isFarOfTask([part, name, attribute, ...deeper]: readonly string[]): boolean {
  if (part === undefined || deeper.length > 0) return false;
  if (name === undefined) return !keptOfTask.has(part);
  if (part === 'Outputs') return attribute !== undefined && attribute !== 'Type';
  if (attribute !== undefined) return false;
  return part === 'Properties' ? !keptProperties.has(name) : part === 'Loop' && name !== 'Outputs';
}

const keptOfTask = new Set(['Name', 'Action', 'Properties', 'Outputs', 'Loop', 'OnError', 'OnSuccess']);
const keptOfLaterTask = new Set(['Name', 'OnError', 'OnSuccess']);
const keptProperties = new Set(['Service', 'API', 'ResourceType', 'TemplateName', 'TemplateContent', 'LoopTasks']);

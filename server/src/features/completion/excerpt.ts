/**
 * Whether completion can do without what stands under some keys, unless the cursor is in it: texts for people, conditions,
 * and the values of properties. What tasks are called, what they call and what they give stays.
 */
export function isLeftOut([section, second, third, fourth, ...deeper]: readonly string[]): boolean {
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

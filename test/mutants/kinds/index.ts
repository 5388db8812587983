import type { Kind } from '../kind.ts';
import { wrongConstraints } from './constraints.ts';
import { duplicates } from './duplicates.ts';
import { wrongExpressions } from './expressions.ts';
import { wrongFlow } from './flow.ts';
import { wrongCalls } from './functionCalls.ts';
import { yamlHabits } from './habits.ts';
import { brokenJson } from './jsonSyntax.ts';
import { misspeltKeys } from './keys.ts';
import { wrongLoops } from './loops.ts';
import { lowerCases, mismatches } from './mismatches.ts';
import { missingParts } from './missing.ts';
import { misspeltNames } from './names.ts';
import { wrongSelectors } from './selectors.ts';
import { wrongValues } from './values.ts';
import { misspeltWords } from './words.ts';
import { wrongTypes } from './wrongTypes.ts';
import { brokenYaml } from './yamlSyntax.ts';

export const kinds: readonly Kind[] = [
  ...misspeltKeys,
  ...misspeltNames,
  ...misspeltWords,
  ...missingParts,
  ...wrongTypes,
  ...mismatches,
  ...lowerCases,
  ...duplicates,
  ...wrongFlow,
  ...wrongLoops,
  ...wrongConstraints,
  ...wrongValues,
  ...wrongExpressions,
  ...wrongCalls,
  ...wrongSelectors,
  ...yamlHabits,
  ...brokenYaml,
  ...brokenJson,
];

import type { AnyRule } from '../rule.ts';
import { ambiguousScalar } from './ambiguous-scalar.ts';
import { contentTooLarge } from './content-too-large.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateTask } from './duplicate-task.ts';
import { invalidJumpTarget } from './invalid-jump-target.ts';
import { invalidPropertyCase } from './invalid-property-case.ts';
import { invalidReference } from './invalid-reference.ts';
import { invalidSyntax } from './invalid-syntax.ts';
import { invalidTaskName } from './invalid-task-name.ts';
import { misplacedContinuation } from './misplaced-continuation.ts';
import { misplacedForwardReference } from './misplaced-forward-reference.ts';
import { misplacedLoopItem } from './misplaced-loop-item.ts';
import { misplacedSelfReference } from './misplaced-self-reference.ts';
import { missingFormatVersion } from './missing-format-version.ts';
import { missingProperty } from './missing-property.ts';
import { missingTaskAction } from './missing-task-action.ts';
import { missingTaskName } from './missing-task-name.ts';
import { missingTasks } from './missing-tasks.ts';
import { uncheckedStateDocument } from './unchecked-state-document.ts';
import { uncheckedYamlFeature } from './unchecked-yaml-feature.ts';
import { unknownAtomicAction } from './unknown-atomic-action.ts';
import { unknownAtomicProperty } from './unknown-atomic-property.ts';
import { unknownFormatVersion } from './unknown-format-version.ts';
import { unknownJumpTarget } from './unknown-jump-target.ts';
import { unknownLoopKey } from './unknown-loop-key.ts';
import { unknownOutputKey } from './unknown-output-key.ts';
import { unknownParameter } from './unknown-parameter.ts';
import { unknownParameterAttribute } from './unknown-parameter-attribute.ts';
import { unknownProductAction } from './unknown-product-action.ts';
import { unknownProductProperty } from './unknown-product-property.ts';
import { unknownPseudoParameter } from './unknown-pseudo-parameter.ts';
import { unknownRateControlKey } from './unknown-rate-control-key.ts';
import { unknownSuppression } from './unknown-suppression.ts';
import { unknownTask } from './unknown-task.ts';
import { unknownTaskKey } from './unknown-task-key.ts';
import { unknownTaskOutput } from './unknown-task-output.ts';
import { unknownTopLevelKey } from './unknown-top-level-key.ts';
import { unquotedReference } from './unquoted-reference.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** Every rule, by id. */
export const rules: readonly AnyRule[] = [
  ambiguousScalar,
  contentTooLarge,
  duplicateKey,
  duplicateTask,
  invalidJumpTarget,
  invalidPropertyCase,
  invalidReference,
  invalidSyntax,
  invalidTaskName,
  misplacedContinuation,
  misplacedForwardReference,
  misplacedLoopItem,
  misplacedSelfReference,
  missingFormatVersion,
  missingProperty,
  missingTaskAction,
  missingTaskName,
  missingTasks,
  uncheckedStateDocument,
  uncheckedYamlFeature,
  unknownAtomicAction,
  unknownAtomicProperty,
  unknownFormatVersion,
  unknownJumpTarget,
  unknownLoopKey,
  unknownOutputKey,
  unknownParameter,
  unknownParameterAttribute,
  unknownProductAction,
  unknownProductProperty,
  unknownPseudoParameter,
  unknownRateControlKey,
  unknownSuppression,
  unknownTask,
  unknownTaskKey,
  unknownTaskOutput,
  unknownTopLevelKey,
  unquotedReference,
  unusedSuppression,
];

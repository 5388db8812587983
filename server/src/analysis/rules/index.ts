import type { AnyRule } from '../rule.ts';
import { ambiguousDefaultType } from './ambiguous-default-type.ts';
import { ambiguousScalar } from './ambiguous-scalar.ts';
import { ambiguousSleepTime } from './ambiguous-sleep-time.ts';
import { ambiguousTemplateSource } from './ambiguous-template-source.ts';
import { contentTooLarge } from './content-too-large.ts';
import { duplicateCondition } from './duplicate-condition.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateOutput } from './duplicate-output.ts';
import { duplicateParameter } from './duplicate-parameter.ts';
import { duplicateTask } from './duplicate-task.ts';
import { duplicateTrigger } from './duplicate-trigger.ts';
import { invalidAllowedPattern } from './invalid-allowed-pattern.ts';
import { invalidConstraintRange } from './invalid-constraint-range.ts';
import { invalidDefault } from './invalid-default.ts';
import { invalidDefaultType } from './invalid-default-type.ts';
import { invalidJumpTarget } from './invalid-jump-target.ts';
import { invalidParameterName } from './invalid-parameter-name.ts';
import { invalidPropertyCase } from './invalid-property-case.ts';
import { invalidRateControlValue } from './invalid-rate-control-value.ts';
import { invalidReference } from './invalid-reference.ts';
import { invalidRetryValue } from './invalid-retry-value.ts';
import { invalidSyntax } from './invalid-syntax.ts';
import { invalidTaskName } from './invalid-task-name.ts';
import { invalidValueType } from './invalid-value-type.ts';
import { misplacedBackwardJump } from './misplaced-backward-jump.ts';
import { misplacedConstraint } from './misplaced-constraint.ts';
import { misplacedContinuation } from './misplaced-continuation.ts';
import { misplacedForwardReference } from './misplaced-forward-reference.ts';
import { misplacedLoopItem } from './misplaced-loop-item.ts';
import { misplacedRetry } from './misplaced-retry.ts';
import { misplacedSelfReference } from './misplaced-self-reference.ts';
import { misplacedTrigger } from './misplaced-trigger.ts';
import { missingFormatVersion } from './missing-format-version.ts';
import { missingLoopItems } from './missing-loop-items.ts';
import { missingOutputValue } from './missing-output-value.ts';
import { missingProperty } from './missing-property.ts';
import { missingRateControlMode } from './missing-rate-control-mode.ts';
import { missingSleepTime } from './missing-sleep-time.ts';
import { missingTaskAction } from './missing-task-action.ts';
import { missingTaskName } from './missing-task-name.ts';
import { missingTasks } from './missing-tasks.ts';
import { missingTemplateSource } from './missing-template-source.ts';
import { missingWaitValues } from './missing-wait-values.ts';
import { missingWebHook } from './missing-web-hook.ts';
import { uncheckedStateDocument } from './unchecked-state-document.ts';
import { uncheckedYamlFeature } from './unchecked-yaml-feature.ts';
import { unknownAggregateType } from './unknown-aggregate-type.ts';
import { unknownAtomicAction } from './unknown-atomic-action.ts';
import { unknownAtomicProperty } from './unknown-atomic-property.ts';
import { unknownFormatVersion } from './unknown-format-version.ts';
import { unknownFunction } from './unknown-function.ts';
import { unknownJumpTarget } from './unknown-jump-target.ts';
import { unknownLoopKey } from './unknown-loop-key.ts';
import { unknownOutputKey } from './unknown-output-key.ts';
import { unknownOutputType } from './unknown-output-type.ts';
import { unknownParameter } from './unknown-parameter.ts';
import { unknownParameterAttribute } from './unknown-parameter-attribute.ts';
import { unknownParameterType } from './unknown-parameter-type.ts';
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
import { unreachableOutput } from './unreachable-output.ts';
import { unreachableTask } from './unreachable-task.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** Every rule, by id. */
export const rules: readonly AnyRule[] = [
  ambiguousDefaultType,
  ambiguousScalar,
  ambiguousSleepTime,
  ambiguousTemplateSource,
  contentTooLarge,
  duplicateCondition,
  duplicateKey,
  duplicateOutput,
  duplicateParameter,
  duplicateTask,
  duplicateTrigger,
  invalidAllowedPattern,
  invalidConstraintRange,
  invalidDefault,
  invalidDefaultType,
  invalidJumpTarget,
  invalidParameterName,
  invalidPropertyCase,
  invalidRateControlValue,
  invalidReference,
  invalidRetryValue,
  invalidSyntax,
  invalidTaskName,
  invalidValueType,
  misplacedBackwardJump,
  misplacedConstraint,
  misplacedContinuation,
  misplacedForwardReference,
  misplacedLoopItem,
  misplacedRetry,
  misplacedSelfReference,
  misplacedTrigger,
  missingFormatVersion,
  missingLoopItems,
  missingOutputValue,
  missingProperty,
  missingRateControlMode,
  missingSleepTime,
  missingTaskAction,
  missingTaskName,
  missingTasks,
  missingTemplateSource,
  missingWaitValues,
  missingWebHook,
  uncheckedStateDocument,
  uncheckedYamlFeature,
  unknownAggregateType,
  unknownAtomicAction,
  unknownAtomicProperty,
  unknownFormatVersion,
  unknownFunction,
  unknownJumpTarget,
  unknownLoopKey,
  unknownOutputKey,
  unknownOutputType,
  unknownParameter,
  unknownParameterAttribute,
  unknownParameterType,
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
  unreachableOutput,
  unreachableTask,
  unusedSuppression,
];

import type { AnyRule } from '../rule.ts';
import { ambiguousActionCase } from './ambiguous-action-case.ts';
import { ambiguousDefaultType } from './ambiguous-default-type.ts';
import { ambiguousLoopItems } from './ambiguous-loop-items.ts';
import { ambiguousReferenceCase } from './ambiguous-reference-case.ts';
import { ambiguousScalar } from './ambiguous-scalar.ts';
import { ambiguousServiceCase } from './ambiguous-service-case.ts';
import { ambiguousSingleBrace } from './ambiguous-single-brace.ts';
import { ambiguousSleepTime } from './ambiguous-sleep-time.ts';
import { ambiguousTemplateSource } from './ambiguous-template-source.ts';
import { contentNearlyTooLarge } from './content-nearly-too-large.ts';
import { contentTooLarge } from './content-too-large.ts';
import { deprecatedOperation } from './deprecated-operation.ts';
import { duplicateCondition } from './duplicate-condition.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateOutput } from './duplicate-output.ts';
import { duplicateParameter } from './duplicate-parameter.ts';
import { duplicateTask } from './duplicate-task.ts';
import { duplicateTrigger } from './duplicate-trigger.ts';
import { invalidAllowedPattern } from './invalid-allowed-pattern.ts';
import { invalidAllowedValue } from './invalid-allowed-value.ts';
import { invalidComparison } from './invalid-comparison.ts';
import { invalidConditionFunction } from './invalid-condition-function.ts';
import { invalidConstraintRange } from './invalid-constraint-range.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidDefault } from './invalid-default.ts';
import { invalidDefaultType } from './invalid-default-type.ts';
import { invalidDuration } from './invalid-duration.ts';
import { invalidFunctionArgument } from './invalid-function-argument.ts';
import { invalidFunctionArity } from './invalid-function-arity.ts';
import { invalidIndentation } from './invalid-indentation.ts';
import { invalidJqMode } from './invalid-jq-mode.ts';
import { invalidJumpTarget } from './invalid-jump-target.ts';
import { invalidLoopItems } from './invalid-loop-items.ts';
import { invalidLoopSize } from './invalid-loop-size.ts';
import { invalidNameCase } from './invalid-name-case.ts';
import { invalidOutputType } from './invalid-output-type.ts';
import { invalidParameterName } from './invalid-parameter-name.ts';
import { invalidPropertyCase } from './invalid-property-case.ts';
import { invalidPropertyType } from './invalid-property-type.ts';
import { invalidRateControlType } from './invalid-rate-control-type.ts';
import { invalidRateControlValue } from './invalid-rate-control-value.ts';
import { invalidReference } from './invalid-reference.ts';
import { invalidRetryValue } from './invalid-retry-value.ts';
import { invalidSelector } from './invalid-selector.ts';
import { invalidSelectorWithReference } from './invalid-selector-with-reference.ts';
import { invalidStoreReference } from './invalid-store-reference.ts';
import { invalidSyntax } from './invalid-syntax.ts';
import { invalidTaskName } from './invalid-task-name.ts';
import { invalidTemplateVersion } from './invalid-template-version.ts';
import { invalidTimerExpression } from './invalid-timer-expression.ts';
import { invalidValueType } from './invalid-value-type.ts';
import { invalidWhenType } from './invalid-when-type.ts';
import { misplacedBackwardJump } from './misplaced-backward-jump.ts';
import { misplacedConstraint } from './misplaced-constraint.ts';
import { misplacedContinuation } from './misplaced-continuation.ts';
import { misplacedForwardReference } from './misplaced-forward-reference.ts';
import { misplacedFunction } from './misplaced-function.ts';
import { misplacedFunctionKey } from './misplaced-function-key.ts';
import { misplacedKey } from './misplaced-key.ts';
import { misplacedLeadingDot } from './misplaced-leading-dot.ts';
import { misplacedLoop } from './misplaced-loop.ts';
import { misplacedLoopItem } from './misplaced-loop-item.ts';
import { misplacedLoopOutput } from './misplaced-loop-output.ts';
import { misplacedReference } from './misplaced-reference.ts';
import { misplacedRetry } from './misplaced-retry.ts';
import { misplacedSelfReference } from './misplaced-self-reference.ts';
import { misplacedTrigger } from './misplaced-trigger.ts';
import { missingDescriptionLanguage } from './missing-description-language.ts';
import { missingFormatVersion } from './missing-format-version.ts';
import { missingLoopItems } from './missing-loop-items.ts';
import { missingNoEcho } from './missing-no-echo.ts';
import { missingOutputValue } from './missing-output-value.ts';
import { missingProperty } from './missing-property.ts';
import { missingRateControlMode } from './missing-rate-control-mode.ts';
import { missingRequestParameter } from './missing-request-parameter.ts';
import { missingSleepTime } from './missing-sleep-time.ts';
import { missingTaskAction } from './missing-task-action.ts';
import { missingTaskName } from './missing-task-name.ts';
import { missingTasks } from './missing-tasks.ts';
import { missingTemplateSource } from './missing-template-source.ts';
import { missingWaitValues } from './missing-wait-values.ts';
import { missingWebHook } from './missing-web-hook.ts';
import { riskyCommandInjection } from './risky-command-injection.ts';
import { riskyDefaultSecret } from './risky-default-secret.ts';
import { riskyDisruptiveCall } from './risky-disruptive-call.ts';
import { riskyDocumentedCall } from './risky-documented-call.ts';
import { riskyLiteralSecret } from './risky-literal-secret.ts';
import { riskyOverride } from './risky-override.ts';
import { riskyUnguarded } from './risky-unguarded.ts';
import { uncheckedJqFeature } from './unchecked-jq-feature.ts';
import { uncheckedStateDocument } from './unchecked-state-document.ts';
import { uncheckedTaskOutput } from './unchecked-task-output.ts';
import { uncheckedYamlFeature } from './unchecked-yaml-feature.ts';
import { unknownAggregateField } from './unknown-aggregate-field.ts';
import { unknownAggregateType } from './unknown-aggregate-type.ts';
import { unknownAnswerField } from './unknown-answer-field.ts';
import { unknownAtomicAction } from './unknown-atomic-action.ts';
import { unknownAtomicProperty } from './unknown-atomic-property.ts';
import { unknownChildOutput } from './unknown-child-output.ts';
import { unknownCondition } from './unknown-condition.ts';
import { unknownFormatVersion } from './unknown-format-version.ts';
import { unknownFunction } from './unknown-function.ts';
import { unknownGroupParameter } from './unknown-group-parameter.ts';
import { unknownJumpTarget } from './unknown-jump-target.ts';
import { unknownLanguageKey } from './unknown-language-key.ts';
import { unknownLoopKey } from './unknown-loop-key.ts';
import { unknownMetadataParameter } from './unknown-metadata-parameter.ts';
import { unknownOperation } from './unknown-operation.ts';
import { unknownOutputKey } from './unknown-output-key.ts';
import { unknownOutputType } from './unknown-output-type.ts';
import { unknownParameter } from './unknown-parameter.ts';
import { unknownParameterAttribute } from './unknown-parameter-attribute.ts';
import { unknownParameterType } from './unknown-parameter-type.ts';
import { unknownProductAction } from './unknown-product-action.ts';
import { unknownProductProperty } from './unknown-product-property.ts';
import { unknownPseudoParameter } from './unknown-pseudo-parameter.ts';
import { unknownRateControlKey } from './unknown-rate-control-key.ts';
import { unknownRequestParameter } from './unknown-request-parameter.ts';
import { unknownService } from './unknown-service.ts';
import { unknownSuppression } from './unknown-suppression.ts';
import { unknownTask } from './unknown-task.ts';
import { unknownTaskKey } from './unknown-task-key.ts';
import { unknownTaskOutput } from './unknown-task-output.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { unknownTopLevelKey } from './unknown-top-level-key.ts';
import { unquotedReference } from './unquoted-reference.ts';
import { unreachableOutput } from './unreachable-output.ts';
import { unreachableTask } from './unreachable-task.ts';
import { unusedParameter } from './unused-parameter.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** Every rule, by id. */
export const rules: readonly AnyRule[] = [
  ambiguousActionCase,
  ambiguousDefaultType,
  ambiguousLoopItems,
  ambiguousReferenceCase,
  ambiguousScalar,
  ambiguousServiceCase,
  ambiguousSingleBrace,
  ambiguousSleepTime,
  ambiguousTemplateSource,
  contentNearlyTooLarge,
  contentTooLarge,
  deprecatedOperation,
  duplicateCondition,
  duplicateKey,
  duplicateOutput,
  duplicateParameter,
  duplicateTask,
  duplicateTrigger,
  invalidAllowedPattern,
  invalidAllowedValue,
  invalidComparison,
  invalidConditionFunction,
  invalidConstraintRange,
  invalidDate,
  invalidDefault,
  invalidDefaultType,
  invalidDuration,
  invalidFunctionArgument,
  invalidFunctionArity,
  invalidIndentation,
  invalidJqMode,
  invalidJumpTarget,
  invalidLoopItems,
  invalidLoopSize,
  invalidNameCase,
  invalidOutputType,
  invalidParameterName,
  invalidPropertyCase,
  invalidPropertyType,
  invalidRateControlType,
  invalidRateControlValue,
  invalidReference,
  invalidRetryValue,
  invalidSelector,
  invalidSelectorWithReference,
  invalidStoreReference,
  invalidSyntax,
  invalidTaskName,
  invalidTemplateVersion,
  invalidTimerExpression,
  invalidValueType,
  invalidWhenType,
  misplacedBackwardJump,
  misplacedConstraint,
  misplacedContinuation,
  misplacedForwardReference,
  misplacedFunction,
  misplacedFunctionKey,
  misplacedKey,
  misplacedLeadingDot,
  misplacedLoop,
  misplacedLoopItem,
  misplacedLoopOutput,
  misplacedReference,
  misplacedRetry,
  misplacedSelfReference,
  misplacedTrigger,
  missingDescriptionLanguage,
  missingFormatVersion,
  missingLoopItems,
  missingNoEcho,
  missingOutputValue,
  missingProperty,
  missingRateControlMode,
  missingRequestParameter,
  missingSleepTime,
  missingTaskAction,
  missingTaskName,
  missingTasks,
  missingTemplateSource,
  missingWaitValues,
  missingWebHook,
  riskyCommandInjection,
  riskyDefaultSecret,
  riskyDisruptiveCall,
  riskyDocumentedCall,
  riskyLiteralSecret,
  riskyOverride,
  riskyUnguarded,
  uncheckedJqFeature,
  uncheckedStateDocument,
  uncheckedTaskOutput,
  uncheckedYamlFeature,
  unknownAggregateField,
  unknownAggregateType,
  unknownAnswerField,
  unknownAtomicAction,
  unknownAtomicProperty,
  unknownChildOutput,
  unknownCondition,
  unknownFormatVersion,
  unknownFunction,
  unknownGroupParameter,
  unknownJumpTarget,
  unknownLanguageKey,
  unknownLoopKey,
  unknownMetadataParameter,
  unknownOperation,
  unknownOutputKey,
  unknownOutputType,
  unknownParameter,
  unknownParameterAttribute,
  unknownParameterType,
  unknownProductAction,
  unknownProductProperty,
  unknownPseudoParameter,
  unknownRateControlKey,
  unknownRequestParameter,
  unknownService,
  unknownSuppression,
  unknownTask,
  unknownTaskKey,
  unknownTaskOutput,
  unknownTimeZone,
  unknownTopLevelKey,
  unquotedReference,
  unreachableOutput,
  unreachableTask,
  unusedParameter,
  unusedSuppression,
];

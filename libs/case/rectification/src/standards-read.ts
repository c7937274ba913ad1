import type { StandardValues, TimeLimit } from '@lookback/kernel';
import type { ClassCode, SourceCode } from './rectification.codes.js';

/** The standards that these decisions read, as far as they look at them. */
interface ProblemClass {
  readonly code: ClassCode;
  readonly asksPeople: boolean;
}
export interface ExtensionAllowed {
  readonly times: number;
  readonly byHigherLevel: boolean;
}

export const classIn = (standing: StandardValues, code: ClassCode): ProblemClass | undefined =>
  (standing['problem-classes'] as { classes: readonly ProblemClass[] }).classes.find((one) => one.code === code);

export const hasSource = (standing: StandardValues, code: SourceCode): boolean =>
  (standing['problem-sources'] as { sources: readonly { code: SourceCode }[] }).sources.some((one) => one.code === code);

export const acceptanceIn = (standing: StandardValues): TimeLimit => (standing['handover-acceptance'] as { within: TimeLimit }).within;

export const extensionIn = (standing: StandardValues): ExtensionAllowed => standing['extension'] as ExtensionAllowed;

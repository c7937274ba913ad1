import type { FormValues } from './field.js';

/** What an input of a form takes: its value, and how it changes. */
export interface InputProps<T> {
  readonly id: string;
  readonly value: T | undefined;
  /** The value, and what it fills besides. */
  readonly onChange: (value: T | undefined, besides?: FormValues) => void;
  readonly describedBy?: string | undefined;
}

import { Input } from 'antd';
import { useState } from 'react';
import type { InputOf } from './field-input.js';

interface Parts<T> extends InputOf<readonly T[]> {
  /** What stands between two of them. */
  readonly between: ',' | '\n';
  /** Undefined where a text is none. */
  readonly read: (text: string) => T | undefined;
}

/** Several numbers or days in one text; what is no such list yet is kept as typed, and is none. */
export function SeveralValues<T>({ id, value, onChange, describedBy, between, read }: Parts<T>) {
  const [text, setText] = useState(value?.join(between === ',' ? ', ' : between) ?? '');
  const typed = (next: string) => {
    setText(next);
    const parts = next
      .split(between === ',' ? /[,，、]/ : /\s+/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(read);
    onChange(parts.includes(undefined) ? undefined : (parts as T[]));
  };
  const parts = { id, value: text, 'aria-describedby': describedBy, status: text !== '' && value === undefined ? 'error' : '' } as const;
  if (between === ',') return <Input {...parts} onChange={({ target }) => typed(target.value)} />;
  return <Input.TextArea {...parts} onChange={({ target }) => typed(target.value)} autoSize={{ minRows: 2, maxRows: 12 }} />;
}

/** `7`; nothing else. */
export const wholeIn = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
/** `2020-01-01`; whether there is such a day, the server says. */
export const dayIn = (text: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);

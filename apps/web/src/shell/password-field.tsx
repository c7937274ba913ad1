import { Input } from 'antd';
import { Labelled } from '../forms/labelled.js';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly refusal?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether it is one that the browser may know, or a new one. */
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password that has to be given. */
export function PasswordField({ label, hint, refusal, value, onChange, autoComplete }: Props) {
  return (
    <Labelled label={label} hint={hint} refusal={refusal}>
      {(id, describedBy) => (
        <Input.Password
          {...{ id, value, autoComplete, 'aria-describedby': describedBy }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

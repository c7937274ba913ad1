import { type ReactNode, useId } from 'react';
import './labelled.css';

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why what was typed was refused: it stands beside the field that caused it. */
  readonly refusal?: string | undefined;
  readonly required?: boolean;
  readonly children: (id: string, describedBy: string | undefined) => ReactNode;
}

/** A field of a form: its label, what to type, and why it was refused. */
export function Labelled({ label, hint, refusal, required, children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, refusal && `${id}-refusal`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={refusal ? 'labelled refused' : 'labelled'}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
        {required && (
          <span className="required" aria-hidden>
            *
          </span>
        )}
      </label>
      {children(id, described)}
      {hint && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
      {refusal && (
        <p id={`${id}-refusal`} className="refusal" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

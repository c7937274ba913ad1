import { useQuery } from '@tanstack/react-query';
import type { Fact } from '../../components/facts.js';
import { Why } from '../../components/why.js';
import type { MomentAsked } from '../../moment/moment-asked.js';
import { entriesBehind, whyOf } from './subject-queries.js';

interface Props {
  readonly of: Pick<Fact, 'field' | 'label'> | null;
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly moment: MomentAsked;
  readonly onClose: () => void;
}

/** The entries that set a field of a file, and those that set what lies within it. */
export function FieldWhy({ of, subject, moment, onClose }: Props) {
  const why = useQuery({ ...whyOf(subject, moment), enabled: of !== null });
  return (
    <Why
      of={of?.label ?? null}
      entries={entriesBehind(why.data, of?.field ?? '')}
      waiting={why.isLoading}
      failure={why.error}
      onClose={onClose}
    />
  );
}

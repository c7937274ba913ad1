import { useQuery } from '@tanstack/react-query';
import type { Fact } from '../../frame/facts.js';
import { Why } from '../../frame/why.js';
import type { MomentAsked } from '../../routes.js';
import { entriesBehind, whyOf } from './household-queries.js';

interface Props {
  readonly of: Pick<Fact, 'field' | 'label'> | null;
  readonly id: string;
  readonly moment: MomentAsked;
  readonly onClose: () => void;
}

/** The entries that set a field of a household's file, and those that set what lies within it. */
export function FieldWhy({ of, id, moment, onClose }: Props) {
  const why = useQuery({ ...whyOf(id, moment), enabled: of !== null });
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

import { useQuery } from '@tanstack/react-query';
import type { Fact } from '../../frame/facts.js';
import { Why } from '../../frame/why.js';
import type { MomentAsked } from '../../routes.js';
import { whyOf } from './household-queries.js';

interface Parts {
  readonly of: Pick<Fact, 'field' | 'label'> | null;
  readonly id: string;
  readonly moment: MomentAsked;
  readonly onClose: () => void;
}

/** The entries that set a field of a household's file, and those that set what lies within it. */
export function FieldWhy({ of, id, moment, onClose }: Parts) {
  const why = useQuery({ ...whyOf(id, moment), enabled: of !== null });
  const behind = new Set(
    why.data?.fields.filter(({ field }) => field === of?.field || field.startsWith(`${of?.field ?? ''}.`)).flatMap(({ setBy }) => setBy),
  );
  const entries = why.data?.entries.filter(({ position }) => behind.has(position)) ?? [];
  return <Why of={of?.label ?? null} entries={entries} waiting={why.isLoading} failure={why.error} onClose={onClose} />;
}

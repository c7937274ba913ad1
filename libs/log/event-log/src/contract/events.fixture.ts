import {
  type Attribution,
  Catalogue,
  event,
  type EventOf,
  type Owner,
  type Quoted,
  says,
  type Sealed,
  sealedTo,
  type StreamName,
  streamName,
} from '@lookback/kernel';
import type { Commit } from '../port/event-log.js';

/** What the contract's commits say. */
export const counted = event('Counted', 'fact', says<{ n: number }>());
export const noted = event('Noted', 'fact', says<{ note: Sealed<string>; by: { name: Sealed<string>; phone: Sealed<string> }[] }>());
export const wondered = event('Wondered', 'fact', says<{ event: Quoted }>());
export const grown = event(
  'Grown',
  'fact',
  says<{ metres: number }>().before<{ feet: number }>(({ feet }) => ({ metres: feet / 3 })),
);
export const catalogue = new Catalogue({ counted, noted, wondered, grown });

const code = (text: string) => text as never;
export const stream = (id: string) => streamName('household', id);
export const toPerson = (id: string) => sealedTo(`person-${id}` as Owner);

export const by: Attribution = {
  effectiveOn: '2020-06-30',
  mode: 'act',
  actedBy: { person: code('p-1'), post: code('officer'), unit: code('u-1'), level: 'township' },
  recordedBy: { account: code('a-1') },
  authority: { kind: 'document', number: code('[2020]17') },
  reads: [{ stream: code('standards-CN'), revision: 3 }],
  evidence: [code(`sha256:${'0'.repeat(64)}`)],
  breaches: [],
};

/** A commit after so many entries; key and body are its own unless told. */
export const commit = (
  to: StreamName,
  expected: number,
  events: readonly EventOf[],
  told: { key?: string; body?: string } = {},
): Commit => ({
  stream: to,
  expected,
  key: code(told.key ?? `key-${String(expected)}`),
  body: code(told.body ?? 'body'),
  by,
  events,
});

export const counts = (...numbers: number[]) => numbers.map((n) => counted({ n }));

import { type Attribution, Catalogue, type Code, event, type EventOf, Quoted, says, type Sealed, sealedTo, type StreamName } from '@lookback/kernel';
import type { BodyDigest, CommandKey, Commit } from './event-log.js';

/** What the contract's commits say. */
export const counted = event('Counted', 'fact', says<{ n: number }>());
export const noted = event('Noted', 'fact', says<{ note: Sealed<string>; by: { name: Sealed<string>; phone: Sealed<string> }[] }>());
export const wondered = event('Wondered', 'fact', says<{ event: Quoted }>());
export const grown = event('Grown', 'fact', says<{ metres: number }>().before<{ feet: number }>(({ feet }) => ({ metres: feet / 3 })));
export const catalogue = new Catalogue({ counted, noted, wondered, grown });

const code = <C extends Code>(text: string) => text as C;
export const stream = (id: string) => code<StreamName>(`household-${id}`);
export const toPerson = (id: string) => sealedTo(code(`person-${id}`));

export const by: Attribution = {
  effectiveOn: '2020-06-30',
  mode: 'act',
  actedBy: { person: code('p-1'), post: code('officer'), unit: code('u-1'), level: 'township' },
  recordedBy: { account: code('a-1') },
  authority: { kind: 'document', number: code('[2020]17') },
  reads: [{ stream: code('standards-CN'), revision: 3 }],
  evidence: [code('0'.repeat(64))],
  breaches: [],
};

/** A commit after so many entries; key and body are its own unless told. */
export const commit = (to: StreamName, expected: number, events: readonly EventOf[], told: { key?: string; body?: string } = {}): Commit => ({
  stream: to,
  expected,
  key: code<CommandKey>(told.key ?? `key-${String(expected)}`),
  body: code<BodyDigest>(told.body ?? 'body'),
  by,
  events,
});

export const counts = (...numbers: number[]) => numbers.map((n) => counted({ n }));

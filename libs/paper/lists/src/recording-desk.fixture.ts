import { createHmac } from 'node:crypto';
import { TakeOverHousehold } from '@lookback/case/identification';
import type { BodyDigest } from '@lookback/log/event-log';
import type { AlreadyThere, CommandRequest, Receipt } from '@lookback/office/desk';
import type { RegionCode } from '@lookback/kernel';
import { listedHouseholdId } from '@lookback/case/household';
import type { KnownHouseholds } from './households/households-sought.js';
import { causes, regions } from './roster/rosters.fixture.js';

export type Answer = Receipt | AlreadyThere | Error;
export const alreadyThere = ({ id }: CommandRequest): Answer => ({ alreadyThere: true, id });

/** The narrow port of the desk: writes down what is asked, and answers that it was recorded unless told otherwise. */
export function recordingDesk(answer: (request: CommandRequest, nth: number) => Answer | undefined = () => undefined) {
  const requests: CommandRequest[] = [];
  const batches: number[] = [];
  const recorded = ({ id }: CommandRequest): Answer => ({ id, revision: 1, position: requests.length, events: ['HouseholdTakenOver'] });
  const submitMany = (many: readonly CommandRequest[]) => {
    batches.push(many.length);
    return Promise.resolve(many.map((each) => answer(each, requests.push(each)) ?? recorded(each)));
  };
  const tryMany = (many: readonly CommandRequest[]) =>
    Promise.resolve(many.map((each): Answer => answer(each, -1) ?? { id: each.id, revision: 0, position: 0, events: [] }));
  return { desk: { submitMany, tryMany }, asked: requests, batches };
}

/** What was asked, as commands. */
export const commandsIn = (requests: readonly CommandRequest[]): TakeOverHousehold[] =>
  requests.map(({ command }) => {
    if (command instanceof TakeOverHousehold) return command;
    throw new Error(`asked was ${command.constructor.name}`);
  });

const digestOf = (text: string | Uint8Array) => createHmac('sha256', 'a key of the specs').update(text).digest('base64url') as BodyDigest;

/** No household is on record. */
const none: KnownHouseholds = (sought) => Promise.resolve(sought.map(() => null));

/** Households of one county on record under the ids under which a list would open their files, each with its head; null where that is erased. */
export const onRecord =
  (heads: ReadonlyMap<string, string | null>, county = '610426' as RegionCode): KnownHouseholds =>
  (sought) =>
    Promise.resolve(
      sought.map(({ number }) => {
        const id = number === null ? '' : listedHouseholdId(county, number);
        return heads.has(id) ? { id, county, head: heads.get(id) ?? null } : null;
      }),
    );

/** How every spec takes a roster over. */
export const circumstances = {
  keys: {
    bodyDigest: digestOf,
    bodyDigests: (text: string | Uint8Array): [BodyDigest] => [digestOf(text)],
  },
  who: { process: 'setup' },
  dated: '2020-12-31',
  today: '2021-06-30',
  regions,
  causes,
  knownHouseholds: none,
} as const;

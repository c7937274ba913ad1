import { counterRights, officeReaders, readerRights } from './may.js';
import type { Right } from './session.js';

/** Who may see what stands at an address, as the server's routes have it; everybody where it is not here. The longest beginning holds. */
const rightsByPath: Readonly<Record<string, readonly Right[]>> = {
  '/problems': readerRights,
  '/households': readerRights,
  '/counts': counterRights,
  '/helpers': readerRights,
  '/people': [...readerRights, 'administer'],
  '/units': [...readerRights, 'administer'],
  '/entries': [...readerRights, 'administer'],
  '/visits': ['record'],
  '/imports': ['record'],
  '/accounts': ['administer'],
  '/accounts/': officeReaders,
  '/first-steps': ['administer'],
};

/** Which rights open an address, any of them; undefined where everybody may see it. */
export const opens = (path: string): readonly Right[] | undefined =>
  Object.entries(rightsByPath)
    .filter(([beginning]) => path.startsWith(beginning))
    .toSorted(([a], [b]) => b.length - a.length)[0]?.[1];

/** What was written down on a round lies there still when the right to record has ended: its author may see it. */
export const guardsItself = (path: string): boolean => path === '/visits';

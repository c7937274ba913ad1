import { unsealed } from '@lookback/kernel';
import type { CommandFrom } from '@lookback/office/desk';
import type { PersonEvent } from './person.events.js';

/** How what is asked of officials is made again from what their events say; whoever a list named is registered by a form since. */
export const commandFrom = {
  PersonRegistered: ({ name, phone, region, confirmed }) => ({
    name: unsealed(name),
    ...(phone && { phone: unsealed(phone) }),
    region,
    confirmed,
  }),
  Posted: (post) => ({ ...post }),
  PostEnded: (post) => ({ ...post }),
} satisfies CommandFrom<PersonEvent>;

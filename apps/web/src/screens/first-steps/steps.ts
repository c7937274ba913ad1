import { useQuery } from '@tanstack/react-query';
import { answer, api, type Shapes } from '../../api/ask.js';
import { useMay } from '../../session/may.js';

type Counts = Shapes['FirstStepsShown'];

/** What has to be on record before an office can work, in this order; each is done once there is something of it. */
export const steps = ['units', 'people', 'posts', 'accounts', 'lists'] as const;
export type Step = (typeof steps)[number];

/** Roles without which no problem comes from being found to being cancelled. */
const needed: readonly string[] = ['operator', 'verifier', 'leader'];

/** Whether enough of a step is on record to go on. */
export function isDone(step: Step, { units, people, posted, roles, lists }: Counts): boolean {
  switch (step) {
    case 'units':
      return units > 0;
    case 'people':
      return people > 0;
    case 'posts':
      return posted > 0;
    case 'accounts':
      return roles.every(({ role, accounts }) => accounts > 0 || !needed.includes(role));
    case 'lists':
      return lists.roster;
  }
}

/** How far the office stands, for those who administer; undefined until it is known, and for all others. */
export function useFirstSteps() {
  const may = useMay();
  return useQuery({
    queryKey: ['first steps'],
    queryFn: ({ signal }) => answer(api.GET('/first-steps', { signal })),
    enabled: may(['administer']),
    meta: { live: true },
  });
}

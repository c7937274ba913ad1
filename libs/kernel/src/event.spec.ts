import { describe, expect, it } from '@jest/globals';
import { type DataOf, event, type EventIn, says } from './index.js';

const opened = event('Opened', 'fact', says<{ fen: number }>());
const paid = event(
  'Paid',
  { procedure: 'office' },
  says<{ fen: number; late: boolean }>()
    .before<{ fen: number }>((older) => ({ ...older, late: false }))
    .before<{ yuan: number }>(({ yuan }) => ({ fen: yuan * 100 })),
);

describe('a kind of event', () => {
  it('says that one happened', () => expect(opened({ fen: 1 })).toEqual({ type: 'Opened', data: { fen: 1 } }));

  it('carries its type and nature; its version follows from what it said before', () => {
    expect({ ...opened }).toMatchObject({ type: 'Opened', nature: 'fact', version: 1, upcasters: [] });
    expect({ ...paid }).toMatchObject({ type: 'Paid', nature: { procedure: 'office' }, version: 3 });
  });

  it('keeps its upcasters in order, oldest first', () => {
    const today = paid.upcasters.reduce<unknown>((older, upcast) => upcast(older as never), { yuan: 2 });
    expect(today).toEqual({ fen: 200, late: false });
  });

  it('is told apart by its type, with its own data', () => {
    type Happened = EventIn<{ opened: typeof opened; paid: typeof paid }>;
    const one: Happened = paid({ fen: 1, late: true });
    const data: DataOf<Happened, 'Paid'> = { fen: 1, late: true };
    expect(one.data).toEqual(data);
    // @ts-expect-error -- `npx tsc --noEmit` holds it: Opened says nothing of lateness
    const wrong: DataOf<Happened, 'Opened'> = { fen: 1, late: true };
    // @ts-expect-error -- a procedure that there is not
    event('Wished', { procedure: 'wishing' }, says<{ fen: number }>());
    // @ts-expect-error -- procedures told apart by a field that it does not have
    event('Wished', { procedure: 'gates', key: 'wish' }, says<{ fen: number }>());
    // @ts-expect-error -- a fact of a run that it does not name
    event('Wished', { fact: 'gates', key: 'run' }, says<{ fen: number }>());
    // @ts-expect-error -- the upcaster does not give what the next version says
    says<{ fen: number }>().before<{ yuan: number }>(({ yuan }) => ({ yuan }));
    expect(wrong).toBeDefined();
  });
});

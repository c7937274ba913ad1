import { expect, it, jest } from '@jest/globals';
import { Quoted } from '@lookback/kernel';
import { noted, toPerson, wondered } from '../contract/events.fixture.js';
import type { Entry, EventLog } from './event-log.js';
import { sealedPlace, sealedValuesAt } from './sealed-values.js';

const [name, phone, note] = ['Li', '139', 'seen'].map(toPerson('1'));
const said = noted({ note, by: [{ name, phone }] } as never);
const entries = [
  { position: 3, ...said },
  { position: 8, ...wondered({ event: new Quoted(said) }) },
] as unknown as Entry[];
const entriesAt = jest.fn<EventLog['entriesAt']>((positions) =>
  Promise.resolve(entries.filter((entry) => positions.includes(entry.position))),
);

it('opens many places at once, in the order asked, and those of what is quoted; each entry is read once', async () => {
  const places = [
    sealedPlace(8, 'event.by.0.phone'),
    null,
    sealedPlace(3, 'by.0.name'),
    sealedPlace(8, 'event.note'),
    sealedPlace(3, 'note'),
  ];
  expect(await sealedValuesAt({ entriesAt }, places)).toEqual([phone, null, name, note, note]);
  expect(entriesAt.mock.calls).toEqual([[[8, 3]]]);
});

it('gives nothing where nothing sealed stands, and takes nothing for a place that is none', async () => {
  expect(await sealedValuesAt({ entriesAt }, [sealedPlace(3, 'by.1.name'), sealedPlace(4, 'note'), sealedPlace(8, 'note')])).toEqual([
    null,
    null,
    null,
  ]);
  for (const none of ['', 'note', '3', '3:', 'x:note', '0:note'])
    await expect(sealedValuesAt({ entriesAt }, [none])).rejects.toThrow(RangeError);
});

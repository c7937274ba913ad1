import { describe, expect, it } from '@jest/globals';
import { Catalogue, event, type EventIn, says, slice } from '@lookback/kernel';
import { household } from '@lookback/case/household';
import { controllerFor } from './controllers.js';
import { part } from './mounted-part.js';
import { Parts } from './parts.js';
import { byRegion } from './visible.js';
import { mount, route, routes } from './route.js';
import type { Subject } from './subject.js';

const rung = event('BellRung', 'fact', says<{ times: number }>());
type BellEvent = EventIn<{ rung: typeof rung }>;
class RingBell {}

const bells = slice({
  events: { rung },
  titles: { BellRung: { en: 'bell rung', zh: '鸣钟' } },
  sentences: { BellRung: ({ times }: { times: number }) => ({ en: `Rung ${times} times.`, zh: `鸣钟 ${times} 次。` }) },
});
const bellRoutes = routes<number, BellEvent>(
  route('ring-bell', RingBell, () => [rung({ times: 1 })], { may: ['record'], called: { en: 'Rings', zh: '鸣钟' } }),
);
const subject = (name: string): Subject<number, BellEvent> => ({
  name,
  plural: `${name}s`,
  initial: 0,
  evolve: { BellRung: (sofar, { times }) => sofar + times },
  actsInPost: false,
  amendable: null,
  visible: byRegion(),
  title: () => null,
  file: [],
  regionsOf: () => [],
  routes: mount(bellRoutes, (sofar: number) => sofar),
});
const mounted = (name: string) => part({ subject: subject(name), called: { en: name, zh: name }, slices: [bells] });

/** The names under which the methods of a controller stand in the OpenAPI document. */
const operationsOf = (controller: new (...args: never[]) => object) =>
  Object.getOwnPropertyNames(controller.prototype)
    .map((name) => (controller.prototype as Record<string, object>)[name] as object)
    .flatMap((method) => (Reflect.getMetadata('swagger/apiOperation', method) as { operationId?: string } | undefined)?.operationId ?? []);

describe('a list of parts', () => {
  it('takes a slice that two subjects mount', () => {
    const parts = new Parts([mounted('church'), mounted('school')]);
    expect(parts.catalogue.types).toEqual(['BellRung']);
    expect(parts.titles).toEqual({ BellRung: { en: 'bell rung', zh: '鸣钟' } });
    expect(parts.kinds).toEqual({ church: { en: 'church', zh: 'church' }, school: { en: 'school', zh: 'school' } });
  });

  it('names the operations of a mounted slice by its subject', () => {
    expect(new Parts([mounted('church'), mounted('school')]).controllers.flatMap(operationsOf)).toEqual([
      'ringBellOfChurch',
      'actOfChurch',
      'ringBellOfSchool',
      'actOfSchool',
    ]);
    expect(operationsOf(controllerFor(household))).toContain('visitHomeOfHousehold');
  });

  it('refuses two parts of one kind, and two events of one name', () => {
    expect(() => new Parts([mounted('church'), mounted('church')])).toThrow('two parts are of one kind');
    expect(() => new Catalogue({ rung }, { other: event('BellRung', 'fact', says<{ often: number }>()) })).toThrow(
      'two events share a name: BellRung',
    );
  });
});

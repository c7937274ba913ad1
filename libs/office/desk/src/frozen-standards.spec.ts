import { describe, expect, it } from '@jest/globals';
import { event, History, says } from '@lookback/kernel';
import { by, fixedClock, recordedAs, townshipCadre } from '@lookback/testing';
import { Acquainted } from './acquainted.js';
import { ActorResolver } from './actor-resolver.js';
import { CommandContextResolver } from './command-context-resolver.js';
import { toy, ToyEvidence, ToyMemberships, ToyPosts, ToyStandards } from './desk.fixture.js';
import { noOthers } from './others.fixture.js';
import { LateTelling } from './late-telling.js';
import { route } from './route.js';
import { StandardsRead } from './standards-read.js';
import type { CommandRequest } from './submission.js';
import type { AnySubject } from './subject.js';

const passed = event('ToyPassed', { procedure: 'gates', key: 'run' }, says<{ run: 1 | 2 }>());
class PassGate {
  run: 1 | 2;
}
const line = { may: [], called: { en: 'passes a gate', zh: '通过环节' }, standards: ['gates', 'quorum'], frozen: ['gates'] };
const subject = {
  ...toy,
  evolve: { ToyPassed: () => null },
  routes: [route<PassGate, null, ReturnType<typeof passed>>('pass', PassGate, (_, { run }) => [passed({ run })], line)],
} as unknown as AnySubject;
const reads = [{ stream: 'standards-CN' as never, revision: 3 }];
const history = History.from([
  recordedAs(by(townshipCadre, passed({ run: 1 }), { effectiveOn: '2020-01-01', reads }), 0),
  recordedAs(by(townshipCadre, passed({ run: 1 }), { effectiveOn: '2020-02-01', reads: [] }), 1),
]);

describe('a gate of a run', () => {
  const standards = new ToyStandards();
  const posts = new ToyPosts();
  const acquainted = new Acquainted(posts);
  const read = new StandardsRead(standards);
  const actors = new ActorResolver(posts, acquainted, new ToyMemberships());
  const late = new LateTelling(read);
  const resolver = new CommandContextResolver(fixedClock(), posts, read, new ToyEvidence(), acquainted, actors, late, noOthers, {
    called: (kind) => ({ en: kind, zh: kind }),
  });
  const asked = (run: 1 | 2): CommandRequest => ({
    subject,
    id: '1',
    command: Object.assign(new PassGate(), { run }),
    envelope: { effectiveOn: '2020-03-01' },
    who: { process: 'clock' },
    key: 'k',
  });
  for (const name of ['gates', 'quorum']) standards.values.set(name, 'of today');

  it('is decided by the standards that the run froze, as its opening read them, and by others as on its day', async () => {
    standards.frozen.set('gates', 'of then');
    const context = await resolver.resolve(asked(1), history);
    expect(context.standards).toEqual({ gates: 'of then', quorum: 'of today' });
    expect(context.reads).toContainEqual(reads[0]);
    expect(standards.asked).toEqual([['gates', reads, '2020-01-01']]);
  });

  it('that opens the run, or names one that is not there, reads those of its day', async () => {
    expect((await resolver.resolve(asked(2), history)).standards).toEqual({ gates: 'of today', quorum: 'of today' });
  });

  it('is refused where its opening had none', async () => {
    standards.frozen.clear();
    await expect(resolver.resolve(asked(1), history)).rejects.toMatchObject({ rule: 'desk.standard-missing' });
  });
});

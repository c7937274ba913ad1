import {
  type Attribution,
  type Code,
  type EventOf,
  fourEyesEvents as second,
  type Owner,
  Quoted,
  sealedTo,
  sha256Digest,
  type StreamName,
} from '@lookback/kernel';
import { type Commit, entryId, format, logEvents, suite } from '@lookback/log/event-log';
import { CommitKeys, Keys } from '@lookback/log/vault';
import * as did from './events.js';

/** Which log the example is. */
export const identity = { origin: 'lookback-0123456789abcdef', epoch: 1 } as const;
/** Its keys, which nothing else may use. */
export const keyFiles = { master: '1a'.repeat(32), commit: `k1 ${'2b'.repeat(32)}` } as const;
export const exampleKeys = () => new Keys(Buffer.from(keyFiles.master, 'hex'), CommitKeys.parse(keyFiles.commit, 'format-1', identity));

const code = (text: string) => text as never;
const household = 'household-0a1b2c3d-0000-5000-8000-000000000001' as StreamName;
const toHousehold = sealedTo(household as string as Owner);
const toPerson = sealedTo('person-0a1b2c3d-0000-5000-8000-0000000000aa' as Owner);
const member = { household: code('0a1b2c3d-0000-5000-8000-000000000001'), member: code('0a1b2c3d-0000-5000-8000-0000000000aa') } as const;
const cadre = { person: code('p-cadre'), post: code('cadre'), unit: code('u-township'), level: 'township' } as const;
const head = { person: code('p-head'), post: code('office-head'), unit: code('u-county'), level: 'county' } as const;
const typedBy = (who: typeof cadre | typeof head) => ({ account: code(`account-${String(who.person)}`), ...who });
const run = code('registration-1');

interface Told {
  readonly key: string;
  readonly events: readonly EventOf[];
  readonly by: Partial<Attribution>;
}

/** Each kind of entry whose form is frozen with format 1: one a commit but the last. */
function told(idOf: (key: string) => Attribution['correlationId']): readonly Told[] {
  const correlationId = idOf('channel/national-app/token-1/household');
  return [
    {
      key: 'list/hmac-sha256:k1:row',
      events: [
        did.takenOver({
          source: { file: sha256Digest('3c'.repeat(32)), sheet: 1, row: 3 },
          members: [{ name: toPerson('王小明'), phone: toPerson('13812345678') }],
        }),
      ],
      by: { effectiveOn: '2018-12-31', mode: 'takeover', recordedBy: { account: code('account-p-cadre') } },
    },
    {
      key: 'account-p-cadre/visit',
      events: [did.visited({ place: 'home', findings: toHousehold('屋顶漏雨') })],
      by: {
        actedBy: cadre,
        authority: { kind: 'document', number: code('永扶发〔2018〕12号'), date: '2018-06-01', onBehalfOf: code('u-county') },
        reads: [{ stream: 'standards-610426' as StreamName, revision: 2 }],
        evidence: [sha256Digest('4d'.repeat(32))],
      },
    },
    {
      key: 'channel/national-app/token-1/household',
      events: [did.applied({ run })],
      by: { actedBy: { ...member, how: code('online') }, recordedBy: { channel: code('national-app') }, correlationId },
    },
    {
      key: 'reactor/remind',
      events: [did.reminded({ run, step: 7 })],
      by: { recordedBy: { process: 'reactor' }, correlationId, causationId: correlationId },
    },
    {
      key: 'account-p-cadre/withdraw',
      events: [did.withdrew({ run, proxyName: toHousehold('王大山') })],
      by: { actedBy: { ...member, how: code('thumb-print'), proxy: code('guardian') }, correlationId },
    },
    {
      key: 'account-p-cadre/report',
      events: [
        second.reportProposed({
          event: new Quoted(did.visited({ place: 'field', findings: toHousehold('补录') })),
          answer: { dueOn: '2020-03-16', level: 'county' },
        }),
      ],
      by: {
        mode: 'report',
        actedBy: cadre,
        effectiveOn: '2020-01-02',
        breaches: [{ rule: code('procedure.notice-closed-early'), facts: { until: '2020-01-08', days: 7, open: true } }],
      },
    },
    {
      key: 'account-p-head/confirm',
      events: [second.reportConfirmed({ proposal: idOf('account-p-cadre/report') as never })],
      by: { actedBy: head, recordedBy: typedBy(head) },
    },
    {
      key: 'account-p-cadre/correct',
      events: [
        second.correctionProposed({
          original: idOf('account-p-cadre/visit') as never,
          supersedes: idOf('account-p-cadre/visit') as never,
          wanted: {
            event: new Quoted(did.visited({ place: 'home', findings: null })),
            effectiveOn: '2020-02-29',
            authority: null,
            evidence: [],
          },
          reason: toHousehold('日期录错'),
          answer: { dueOn: '2020-03-16', level: null },
        }),
      ],
      by: { actedBy: cadre },
    },
    {
      key: 'account-p-head/approve',
      events: [second.entryCorrected({ proposal: idOf('account-p-cadre/correct') as never })],
      by: { actedBy: head, recordedBy: typedBy(head) },
    },
    {
      key: 'account-p-cadre/measure',
      events: [did.measured({ areaCm2: 900_000 }), did.visited({ place: 'home', findings: null })],
      by: {},
    },
  ];
}

/** All commits of the example, in their order. */
export function exampleCommits(keys: Keys): Commit[] {
  const idOf = (key: string) => entryId(household, key as Code<'command'>, 1);
  const opened: Commit = {
    stream: 'log' as StreamName,
    expected: 0,
    key: 'setup/open' as Code<'command'>,
    body: keys.bodyDigest('open'),
    by: { effectiveOn: '2020-12-31', mode: 'act', recordedBy: { process: 'setup' }, reads: [], evidence: [], breaches: [] },
    events: [
      logEvents.logOpened({
        format,
        suite,
        origin: code(identity.origin),
        epoch: identity.epoch,
        zone: 'Asia/Shanghai',
        masterKey: code(keys.masterId),
        commitKey: code(keys.commit.id),
        simulated: false,
      }),
    ],
  };
  let expected = 0;
  const commits = told(idOf).map(({ key, events, by }): Commit => {
    expected += events.length;
    return {
      stream: household,
      expected: expected - events.length,
      key: key as Code<'command'>,
      body: keys.bodyDigest(key),
      by: { effectiveOn: '2020-03-01', mode: 'act', recordedBy: typedBy(cadre), reads: [], evidence: [], breaches: [], ...by },
      events,
    };
  });
  return [opened, ...commits];
}

import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { household } from '@lookback/case/household';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type CommandBody, bodyOf } from './command-body.dto.js';
import { Envelope } from './envelope.dto.js';
import { strictly } from './validation.js';

const commandAt = (path: string) => {
  const line = household.routes.find((one) => one.path === path);
  if (!line) throw new Error(`no route ${path}`);
  return line.command;
};

/** Fields that were refused, by their path, each with the constraints that it broke. */
function faults(body: object): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const walk = (errors: readonly ValidationError[], within: string) => {
    for (const { property, constraints, children } of errors) {
      if (constraints) found[within + property] = Object.keys(constraints);
      walk(children ?? [], `${within}${property}.`);
    }
  };
  walk(validateSync(body, strictly), '');
  return found;
}

const asked = (path: string, body: unknown) => faults(plainToInstance<CommandBody, unknown>(bodyOf(commandAt(path)), body));
const envelope = { effectiveOn: '2018-06-30' };
const left = { member: 'm-1', reason: 'died' };
const joining = {
  relation: 'son',
  name: '张三',
  citizenNumber: '11010519491231002X',
  ethnicGroup: '01',
  pupil: 'none',
  health: 'healthy',
  labour: 'ordinary',
  seriousIllnessInsurance: true,
  reason: 'born',
};

describe('the body of a command', () => {
  it('is the command and its envelope', () => {
    expect(asked('leave-member', { command: left, envelope })).toEqual({});
    const body = plainToInstance(bodyOf(commandAt('leave-member')), { command: left, envelope });
    expect(body.command.constructor).toBe(commandAt('leave-member'));
    expect(body.envelope).toBeInstanceOf(Envelope);
    expect(bodyOf(commandAt('leave-member')).name).toBe('AskLeaveMember');
  });

  it.each([
    ['nothing', {}, ['command', 'envelope']],
    ['nulls', { command: null, envelope: null }, ['command', 'envelope']],
    ['texts', { command: 'x', envelope: 'y' }, ['command', 'envelope']],
    ['lists', { command: [], envelope: [] }, ['command', 'envelope']],
    ['lists of what it should be', { command: [left], envelope: [envelope] }, ['command', 'envelope']],
    ['one more field', { command: left, envelope, mode: 'act' }, ['mode']],
    [
      'more fields inside',
      { command: { ...left, on: 'x' }, envelope: { ...envelope, recordedAt: 'x' } },
      ['command.on', 'envelope.recordedAt'],
    ],
    ['an empty command', { command: {}, envelope }, ['command.member', 'command.reason']],
  ])('with %s is refused, naming every field', (_, body, fields) => {
    expect(Object.keys(asked('leave-member', body))).toEqual(fields);
  });
});

describe('an envelope', () => {
  const full = {
    effectiveOn: '2018-06-30',
    actedBy: 'p-1',
    authority: { kind: 'document', number: '永扶发〔2018〕12号', date: '2018-06-01', onBehalfOf: 'u-1' },
    evidence: [`sha256:${'a'.repeat(64)}`],
    mode: 'act',
  };
  const inside = (otherwise: object) => Object.keys(asked('leave-member', { command: left, envelope: { ...full, ...otherwise } }));

  it('may say all that it can', () => {
    expect(inside({})).toEqual([]);
  });

  it.each([
    '2018-02-30',
    '2018-6',
    '18.6.30',
    '',
    '0018-06-30',
    '2118-06-30',
    '2018-06-30T00:00:00Z',
    20180630,
    null,
    undefined,
    ['2018-06-30'],
  ])('names no day by %j', (effectiveOn) => {
    expect(inside({ effectiveOn })).toEqual(['envelope.effectiveOn']);
  });

  it.each(['2018-6-30', '20180630', '２０１８年6月30日', ' 2018/6/30'])('names the day by %j too', (effectiveOn) => {
    expect(inside({ effectiveOn })).toEqual([]);
  });

  it.each<[string, object]>([
    ['envelope.actedBy', { actedBy: 'P 1' }],
    ['envelope.mode', { mode: 'takeover' }],
    ['envelope.authority', { authority: 'order' }],
    ['envelope.authority', { authority: [] }],
    ['envelope.authority.kind', { authority: { ...full.authority, kind: 'rumour' } }],
    ['envelope.authority.number', { authority: { ...full.authority, number: 'a sentence, which would say more than a number takes' } }],
    ['envelope.authority.date', { authority: { ...full.authority, date: '2018-02-29' } }],
    ['envelope.authority.onBehalfOf', { authority: { ...full.authority, onBehalfOf: '' } }],
    ['envelope.evidence', { evidence: `sha256:${'a'.repeat(64)}` }],
    ['envelope.evidence', { evidence: [`sha256:${'a'.repeat(63)}`] }],
    ['envelope.evidence', { evidence: Array.from({ length: 51 }, () => `sha256:${'a'.repeat(64)}`) }],
  ])('with a fault is refused: %s', (field, otherwise) => {
    expect(inside(otherwise)).toEqual([field]);
  });
});

describe('a command', () => {
  const fieldsOf = (path: string, command: object) =>
    Object.keys(asked(path, { command, envelope })).map((field) => field.slice('command.'.length));

  it('whose every field is malformed is refused for every one', () => {
    const nonsense = {
      number: '1',
      relation: 'friend',
      name: '',
      citizenNumber: '1',
      phone: 'call me',
      hamlet: 'a\0b',
      ethnicGroup: '00',
      schooling: 'x',
      pupil: 'x',
      health: 'x',
      labour: 'x',
      work: 'x',
      seriousIllnessInsurance: 'yes',
      reason: 'x',
    };
    expect(fieldsOf('join-member', nonsense).sort()).toEqual(Object.keys(nonsense).sort());
    expect(fieldsOf('join-member', joining)).toEqual([]);
  });

  it.each<[string, object]>([
    ['name', { name: 'a\0b' }],
    ['name', { name: 'a\ufffdb' }],
    ['name', { name: ' \u200b' }],
    ['hamlet', { hamlet: 'a\0b' }],
    ['work', { work: [] }],
    ['work', { work: [{ place: 'county', months: 6 }] }],
    ['work.months', { work: { place: 'county', months: 13 } }],
    ['work.place', { work: { place: 'moon', months: 1 } }],
    ['relation', { relation: 'toString' }],
    ['relation', { relation: '__proto__' }],
  ])('has no such %s: %j', (field, otherwise) => {
    expect(fieldsOf('join-member', { ...joining, ...otherwise })).toEqual([field]);
  });

  it.each([
    [null, '.0'],
    ['x', '.0'],
    [7, '.0'],
    [[], ''],
    [[{ topic: 'water', inOrder: true }], ''],
  ])('has no such item in a list: %j', (item, at) => {
    expect(fieldsOf('change-head', { head: 'm-1', relations: [item] })).toContain(`relations${at}`);
    expect(fieldsOf('visit-home', { place: 'home', checklist: [item] })).toEqual([`checklist${at}`]);
  });

  it('may hold a list of nothing', () => {
    expect(fieldsOf('change-head', { head: 'm-1', relations: [] })).toEqual([]);
  });
});

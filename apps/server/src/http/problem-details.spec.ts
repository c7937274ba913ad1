import { ClockSkewed, LogUnavailable, LogCorrupted, LogBusy, LogUnresponsive } from '@lookback/log/event-log';
import { expect, it } from '@jest/globals';
import { DatabaseError } from 'pg';
import { Refusal, type RegionCode } from '@lookback/kernel';
import { RightMissing } from '@lookback/office/desk';
import { problemDetailsOf } from './problem-details.js';

it.each([
  [new LogBusy(), 'Too many commands wait', '等待登记的命令过多', '1'],
  [new ClockSkewed(400_000), 'clock cannot be believed', '服务器时钟异常', '60'],
  [new LogUnavailable(), 'The log is away', '日志暂不可用', '2'],
  [new LogUnresponsive(), 'does not answer', '未应答', '2'],
])('says of %s in both languages what became of it, and when to come again', (error, title, titleZh, after) => {
  expect(problemDetailsOf(error)).toEqual({
    status: 503,
    title: expect.stringMatching(title),
    titleZh: expect.stringMatching(titleZh),
    headers: { 'Retry-After': after },
  });
});

it('names the place where the log is broken to those who may know of it, and to others its kind', () => {
  const broken = new LogCorrupted('missing', { stream: 'household-1' as never, revision: 2, position: 5 });
  const told = problemDetailsOf(broken, undefined, true);
  expect(told).toMatchObject({ status: 500, type: 'urn:lookback:log:missing', stream: 'household-1', revision: 2, position: 5 });
  expect([told.title, told.titleZh]).toEqual([
    expect.stringContaining('entry 2 of household-1, at position 5, is missing'),
    expect.stringContaining('household-1 第 2 条（位置 5）缺失'),
  ]);
  const others = problemDetailsOf(broken);
  expect(others).toMatchObject({ status: 500, type: 'urn:lookback:log:missing', kind: 'missing' });
  expect(JSON.stringify(others)).not.toMatch(/household-1|5，|position/);
});

const named = {
  region: (code: string) => (code === '610426' ? '永寿县' : null),
  unit: (id: string) => (id === 'u-1' ? '监军街道办事处' : null),
  official: () => null,
};

it('calls rights, levels, regions and units by their names, and keeps codes and ids as facts', () => {
  const wording = { kind: 'sense', en: '{right} in {regions}, {level}: {unit}', zh: '{regions}：{right}，{level}，{unit}' } as const;
  const facts = { right: 'record', regions: ['610426', '999999'], level: 'county', unit: 'u-1' };
  expect(problemDetailsOf(new Refusal('access.right-held', facts, wording), named)).toEqual({
    status: 409,
    type: 'urn:lookback:rule:access.right-held',
    facts,
    title: 'record what happens to households in 永寿县 (610426)、999999, county: 监军街道办事处',
    titleZh: '永寿县（610426）、999999：登记，县级，监军街道办事处',
  });
});

it.each([
  ['status', 'reported', '已报整改，待核查'],
  ['needed', ['handed-over', 'returned'], '已交办、已退回'],
  ['level', 'county', '县级'],
  ['post', 'county-leader', '县级领导'],
  ['region', '610426', '永寿县（610426）'],
  ['unit', 'u-1', '监军街道办事处'],
  ['person', 'p-1', 'p-1'],
  ['number', 'county', 'county'],
])('says the fact %s, %j, as %s', (fact, code, word) => {
  const wording = { kind: 'sense', en: '-', zh: `{${fact}}` } as const;
  expect(problemDetailsOf(new Refusal('rule', { [fact]: code }, wording), named).titleZh).toBe(word);
});

it('names the region in which a right is missing', () => {
  const { title, titleZh, region } = problemDetailsOf(new RightMissing(['record'], '610426' as RegionCode), named);
  expect([title, titleZh, region]).toEqual([
    'The account may not do this in 永寿县 (610426); it takes the right to record what happens to households.',
    '该账号在永寿县（610426）没有此权限；需要：登记。',
    '610426',
  ]);
});

it.each(['53300', '57P01', '08006'])('a database that takes nobody now (%s) is away, not broken', (code) => {
  const said = Object.assign(new DatabaseError('', 0, 'error'), { code });
  expect(problemDetailsOf(said)).toMatchObject({ status: 503, headers: { 'Retry-After': expect.anything() as unknown } });
  expect(problemDetailsOf(Object.assign(new Error('query failed'), { driverError: said })).status).toBe(503);
  expect(problemDetailsOf(Object.assign(new DatabaseError('', 0, 'error'), { code: '42P01' })).status).toBe(500);
});

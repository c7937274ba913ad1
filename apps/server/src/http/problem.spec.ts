import { LogAway, LogBusy } from '@lookback/log/event-log';
import { expect, it } from '@jest/globals';
import { problemOf } from './problem.js';

it.each([
  [new LogBusy(), 'Too many commands wait', '等待登记的命令过多', '1'],
  [new LogAway(), 'The log is away', '日志暂不可用', '2'],
])('says of %s in both languages that nothing was recorded, and when to come again', (error, title, titleZh, after) => {
  expect(problemOf(error)).toEqual({
    status: 503,
    title: expect.stringMatching(title),
    titleZh: expect.stringMatching(titleZh),
    headers: { 'Retry-After': after },
  });
});

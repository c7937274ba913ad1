import { expect, it } from '@jest/globals';
import { type Liveness, Answering } from './answering.js';

it('is silent when five looks found no answer, and up again with the next; how long it took counts for nothing', async () => {
  const asked: ((answer: Liveness) => void)[] = [];
  const one = new Answering<'up'>(() => new Promise((answer) => void asked.push(answer)));
  const first = one.look();
  for (let looks = 1; looks < 5; looks++) await one.look();
  expect(one.state).toBe('unknown');
  await one.look();
  expect([one.state, one.isDown]).toEqual(['silent', true]);
  asked[0]?.('up');
  await first;
  expect([one.state, one.isDown]).toEqual(['up', false]);
});

it('gives up a question that is never answered, and asks anew', async () => {
  const asked: ((answer: Liveness) => void)[] = [];
  const one = new Answering<'up'>(() => new Promise((answer) => void asked.push(answer)));
  const looks = Array.from({ length: 11 }, () => one.look());
  expect(asked).toHaveLength(2);
  asked[1]?.('up');
  await looks.at(-1);
  expect(one.state).toBe('up');
});

it('is away where it cannot be reached', async () => {
  const one = new Answering<'up'>(() => Promise.reject(new Error('refused')));
  await one.look();
  expect(one.state).toBe('away');
});

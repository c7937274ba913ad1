import { expect, it } from '@jest/globals';
import { metricsOf } from './metrics.js';

const parked = [{ stream: 'household-1' as never, position: 5, error: 'RangeError' }];
const models = [
  { model: 'households', position: 90, head: 100, lag: 10, parked },
  { model: 'journal', position: 100, head: 100, lag: 0, parked: [] },
];

it('tells lag, queue and parked streams as Prometheus reads them, and names no stream', () => {
  const text = metricsOf({ status: 'up', database: 'up', projector: 'following', waiting: 7, models });
  expect(text.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
    'lookback_database_up 1',
    'lookback_projector_following 1',
    'lookback_commits_waiting 7',
    'lookback_log_position 100',
    'lookback_model_position{model="households"} 90',
    'lookback_model_position{model="journal"} 100',
    'lookback_model_lag{model="households"} 10',
    'lookback_model_lag{model="journal"} 0',
    'lookback_model_parked{model="households"} 1',
    'lookback_model_parked{model="journal"} 0',
    '',
  ]);
  expect(text).toContain('# TYPE lookback_model_lag gauge\nlookback_model_lag{');
});

it('leaves out what nobody knows while the database is away', () => {
  const text = metricsOf({ status: 'down', database: { down: { en: 'away', zh: '不可用' } }, projector: 'waiting', waiting: 3 });
  expect(text).toContain('lookback_database_up 0\n');
  expect(text).toContain('lookback_commits_waiting 3\n');
  expect(text).not.toMatch(/log_position|model_/);
});

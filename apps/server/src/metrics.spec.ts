import { expect, it } from '@jest/globals';
import { metricsOf } from './metrics.js';

const models = [
  { model: 'households', position: 90, head: 100, lag: 10, parked: 1 },
  { model: 'journal', position: 100, head: 100, lag: 0, parked: 0 },
];

const reactions = [{ reaction: 'standards-opening', lag: 4, stuck: 1 }];
const log = { state: 'up', broken: { missing: 2 }, waiting: 7, unanswered: 3, oldestSeconds: 9 } as const;

it('tells lag, queue and parked streams as Prometheus reads them, and names no stream', () => {
  const text = metricsOf({ status: 'broken', database: 'up', log, projector: 'following', reactor: 'standing by', models, reactions });
  expect(text.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
    'lookback_database_up 1',
    'lookback_projector_following 1',
    'lookback_reactor_following 0',
    'lookback_log_up 1',
    'lookback_commits_waiting 7',
    'lookback_appends_unanswered 3',
    'lookback_appends_unanswered_seconds 9',
    'lookback_log_broken{kind="changed"} 0',
    'lookback_log_broken{kind="missing"} 2',
    'lookback_log_broken{kind="misplaced"} 0',
    'lookback_log_broken{kind="unreadable"} 0',
    'lookback_log_position 100',
    'lookback_model_position{model="households"} 90',
    'lookback_model_position{model="journal"} 100',
    'lookback_model_lag{model="households"} 10',
    'lookback_model_lag{model="journal"} 0',
    'lookback_model_parked{model="households"} 1',
    'lookback_model_parked{model="journal"} 0',
    'lookback_reaction_lag{reaction="standards-opening"} 4',
    'lookback_reaction_stuck{reaction="standards-opening"} 1',
    '',
  ]);
  expect(text).toContain('# TYPE lookback_model_lag gauge\nlookback_model_lag{');
});

it('leaves out what nobody knows while the database is away', () => {
  const text = metricsOf({ status: 'down', database: 'silent', log: { ...log, state: 'silent' }, projector: 'away', reactor: 'away' });
  expect(text).toContain('lookback_database_up 0\n');
  expect(text).toContain('lookback_log_up 0\n');
  expect(text).toContain('lookback_commits_waiting 7\n');
  expect(text).not.toMatch(/log_position|model_|reaction_/);
});

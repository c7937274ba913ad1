import type { HealthSaid } from './health.js';

type Labels = Readonly<Record<string, string>>;
interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly (readonly [labels: Labels, value: number])[];
}

const one = (name: string, help: string, value: number): Gauge => ({ name, help, values: [[{}, value]] });

/** What the health page says, in Prometheus' text format; what is not known while the database is away is left out. */
export function metricsOf({ database, projector, waiting, models = [] }: HealthSaid): string {
  const ofModels = (name: string, help: string, value: (model: (typeof models)[number]) => number): Gauge => ({
    ...{ name: `model_${name}`, help },
    values: models.map((model) => [{ model: model.model }, value(model)]),
  });
  const gauges = [
    one('database_up', 'Whether the database answers', database === 'up' ? 1 : 0),
    one('projector_following', 'Whether the read models follow the log in this process', projector === 'following' ? 1 : 0),
    one('commits_waiting', 'Commits of this process that wait to be recorded', waiting),
    { ...one('log_position', 'The position of the newest entry', 0), values: models.slice(0, 1).map(({ head }) => [{}, head] as const) },
    ofModels('position', 'The last entry that a read model has', ({ position }) => position),
    ofModels('lag', 'Entries that a read model is behind the log', ({ lag }) => lag),
    ofModels('parked', 'Streams that a read model could not show', ({ parked }) => parked.length),
  ];
  return gauges.filter(({ values }) => values.length > 0).map(textOf).join(''); // prettier-ignore
}

const textOf = ({ name, help, values }: Gauge): string =>
  [
    `# HELP lookback_${name} ${help}`,
    `# TYPE lookback_${name} gauge`,
    ...values.map(([labels, value]) => `lookback_${name}${labelled(labels)} ${String(value)}`),
    '',
  ].join('\n');

function labelled(labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length > 0 ? `{${pairs.join()}}` : '';
}

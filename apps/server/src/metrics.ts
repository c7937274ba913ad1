import { breakages } from '@lookback/log/event-log';
import type { HealthSaid } from '@lookback/application/system';

type Labels = Readonly<Record<string, string>>;
interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly (readonly [labels: Labels, value: number])[];
}

const one = (name: string, help: string, value: number): Gauge => ({ name, help, values: [[{}, value]] });

/** What the health page says, in Prometheus' text format; what is not known while the database is away is left out. */
export function metricsOf({ database, log, projector, reactor, models = [], reactions = [] }: HealthSaid): string {
  const ofModels = (name: string, help: string, value: (model: (typeof models)[number]) => number): Gauge => ({
    name: `model_${name}`,
    help,
    values: models.map((model) => [{ model: model.model }, value(model)]),
  });
  const ofReactions = (name: string, help: string, value: (reaction: (typeof reactions)[number]) => number): Gauge => ({
    name: `reaction_${name}`,
    help,
    values: reactions.map((reaction) => [{ reaction: reaction.reaction }, value(reaction)]),
  });
  const gauges = [
    one('database_up', 'Whether the database answers', database === 'up' ? 1 : 0),
    one('projector_following', 'Whether the read models follow the log in this process', projector === 'following' ? 1 : 0),
    one('reactor_following', 'Whether this process asks what follows from entries', reactor === 'following' ? 1 : 0),
    one('log_up', 'Whether the log is read and records', log.state === 'up' ? 1 : 0),
    one('commits_waiting', 'Commits of this process that wait for their turn to be recorded', log.waiting),
    one('appends_unanswered', 'Appends of this process that the log has not answered yet', log.unanswered),
    one('appends_unanswered_seconds', 'Seconds for which the first of them has not been answered', log.oldestSeconds),
    {
      name: 'log_broken',
      help: 'In how many places the log is not as it was written',
      values: (Object.keys(breakages) as (keyof typeof breakages)[]).map((kind) => [{ kind }, log.broken[kind] ?? 0] as const),
    },
    { ...one('log_position', 'The position of the newest entry', 0), values: models.slice(0, 1).map(({ head }) => [{}, head] as const) },
    ofModels('position', 'The last entry that a read model has', ({ position }) => position),
    ofModels('lag', 'Entries that a read model is behind the log', ({ lag }) => lag),
    ofModels('parked', 'Streams that a read model could not show', ({ parked }) => parked),
    ofReactions('lag', 'Entries that a reaction has not looked at', ({ lag }) => lag),
    ofReactions('stuck', 'Streams that a reaction could not answer', ({ stuck }) => stuck),
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

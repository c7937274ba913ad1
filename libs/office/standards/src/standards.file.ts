import { fact, type FileSections, section, value, kind } from '@lookback/kernel';
import { standardCatalogue } from './catalogue.js';
import type { Standards } from './standards.decider.js';

const labels = {
  since: { en: 'since', zh: '生效日期' },
  on: { en: 'resting on', zh: '依据' },
  value: { en: 'value', zh: '内容' },
} as const;

/** What a file shows of a region's standards: what is in force, and what waits for a second person. */
export const standardsFile: FileSections<Standards> = [
  section(
    'inForce',
    { en: 'standards in force', zh: '现行标准' },
    (standards: Standards) => (standards.region === null ? null : standards),
    ({ region, inForce }) => [
      fact('region', { en: 'region', zh: '地区' }, value.of(kind.region, region)),
      ...[...inForce.values()].map(({ standard, value: set, document, since }) =>
        fact(
          `inForce.${standard}`,
          standardCatalogue[standard].title,
          value.row({
            since: [labels.since, value.of(kind.day, since)],
            document: [labels.on, value.plain(document)],
            value: [labels.value, value.json(set)],
          }),
        ),
      ),
    ],
  ),
  section(
    'proposals',
    { en: 'proposed', zh: '待批标准' },
    (standards: Standards) => (standards.region === null ? null : standards.proposals),
    (proposals) =>
      [...proposals.values()].map(({ proposal, standard, value: wanted, document, by }) =>
        fact(
          `proposals.${proposal}`,
          standardCatalogue[standard].title,
          value.row({
            since: [labels.since, value.of(kind.day, by.effectiveOn)],
            document: [labels.on, value.plain(document)],
            value: [labels.value, value.json(wanted)],
          }),
        ),
      ),
  ),
];

import { createHmac } from 'node:crypto';
import { TakeOverHelpers } from '@lookback/case/assistance';
import { household, listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { Code, RegionCode } from '@lookback/kernel';
import type { CommandRequest } from '@lookback/office/desk';
import { writeSheet } from '@lookback/paper/workbook';
import type { KnownOfficials } from '../officials/known-officials.js';
import { importPairing } from './import-pairing.js';
import type { PairingColumn } from './pairing.columns.js';
import { circumstances, onRecord, recordingDesk } from '../recording-desk.fixture.js';

export type PairingRow = Readonly<Record<PairingColumn | '乡(镇)' | '行政村', string>>;

export const numberOf = (nth: number) => `610426001200${String(nth).padStart(6, '0')}`;
export const idOf = (nth: number) => listedHouseholdId('610426' as RegionCode, numberOf(nth) as HouseholdNumber);

/** The row of the nth household (from 1). */
export const pairing = (nth: number, otherwise: Partial<PairingRow> = {}): PairingRow => ({
  '乡(镇)': '监军街道',
  行政村: '永安村委会',
  户编号: numberOf(nth),
  户主姓名: '张一',
  帮扶责任人: '慕容国平',
  帮扶单位: '县自然资源局',
  单位隶属关系: '县直',
  职级: '科级干部',
  联系电话: '13277266182',
  帮扶开始时间: '2015-03-15',
  ...otherwise,
});

const columns = Object.keys(pairing(1)) as (keyof PairingRow)[];

/** A workbook of these rows, under a title row. */
export const listOf = (rows: readonly PairingRow[], header: readonly string[] = columns): Promise<Uint8Array> =>
  writeSheet({
    name: '结对帮扶花名册',
    title: [['结对帮扶花名册']],
    header,
    rows: rows.map((row) => header.map((column) => (row as Readonly<Record<string, string | undefined>>)[column] ?? '?')),
  });

/** Of the specs. */
export const keys = {
  ...circumstances.keys,
  lookup: (kind: string, text: string) => createHmac('sha256', kind).update(text).digest('base64url') as Code<'lookup'>,
};
export const ranks = {
  quotas: [
    { rank: 'county-leader', zh: '县级领导', households: 5 },
    { rank: 'department-leader', zh: '科级干部', households: 3 },
    { rank: 'cadre', zh: '一般干部', households: 2 },
  ],
} as const;

const rankLines = () => ranks.quotas.map(({ rank, zh }) => ({ code: rank, zh, en: rank }));

export const nobodyKnown: KnownOfficials = {
  units: () => Promise.resolve(new Map()),
  people: (_, named) => Promise.resolve(named.map(() => null)),
};

type Recording = ReturnType<typeof recordingDesk>;

/** Takes rows over with a desk that writes down what is asked; the first thousand households are on record unless said otherwise. */
export async function pairingTaken(
  list: readonly PairingRow[] | Uint8Array,
  {
    recording = recordingDesk(),
    heads = new Map<string, string | null>(Array.from({ length: 1_000 }, (_, i) => [idOf(i + 1), '张一'])),
    header,
    dryRun,
    knownOfficials = nobodyKnown,
  }: {
    recording?: Recording;
    heads?: ReadonlyMap<string, string | null>;
    header?: readonly string[] | undefined;
    dryRun?: boolean;
    knownOfficials?: KnownOfficials;
  } = {},
) {
  const bytes = list instanceof Uint8Array ? list : await listOf(list, header);
  const { regions: _regions, causes: _causes, ...taking } = circumstances;
  const report = await importPairing(bytes, {
    ...taking,
    desk: recording.desk,
    keys,
    ranks: rankLines,
    knownHouseholds: onRecord(heads),
    knownOfficials,
    dryRun,
  });
  const requestsFor = (subject: string) => recording.asked.filter((request) => request.subject.name === subject);
  return { report, asked: recording.asked, requestsFor, pairings: pairingsIn(requestsFor(household.name)) };
}

const pairingsIn = (requests: readonly CommandRequest[]): TakeOverHelpers[] =>
  requests.map(({ command }) => {
    if (command instanceof TakeOverHelpers) return command;
    throw new Error(`asked was ${command.constructor.name}`);
  });

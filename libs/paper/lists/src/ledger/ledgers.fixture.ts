import { TakeOverProblem } from '@lookback/case/rectification';
import type { Reserving, NumberRun, SeriesNumber } from '@lookback/office/series';
import { writeSheet } from '@lookback/paper/workbook';
import { importLedger } from './import-ledger.js';
import type { LedgerColumn } from './ledger.columns.js';
import type { KnownHouseholds } from '../households/households-sought.js';
import type { KnownOfficials } from '../officials/known-officials.js';
import { idOf, keys, nobodyKnown, numberOf } from '../pairing/pairings.fixture.js';
import { circumstances, onRecord, recordingDesk } from '../recording-desk.fixture.js';
import { regions } from '../roster/rosters.fixture.js';

export type LedgerRow = Readonly<Record<LedgerColumn | '乡(镇)' | '行政村', string>>;

/** The nth row (from 1): a problem of the nth household, in progress. */
export const problem = (nth: number, otherwise: Partial<LedgerRow> = {}): LedgerRow => ({
  序号: String(nth),
  问题来源: '自查',
  发现时间: '2017-04-29',
  '乡(镇)': '监军街道',
  行政村: '永安村委会',
  户编号: numberOf(nth),
  户主姓名: '张一',
  问题类别: '精准帮扶',
  问题描述: '帮扶手册填写不规范',
  责任领导: '施语桐',
  责任单位: '县卫生健康局',
  责任人: '彭立诚',
  整改措施: '补充完善资料',
  整改时限: '2017-05-22',
  整改进展: '整改中',
  是否销号: '否',
  销号时间: '',
  销号编号: '',
  问题编号: '',
  ...otherwise,
});

/** What makes a row one whose number is cancelled. */
export const cancelled = { 整改进展: '已完成整改', 是否销号: '是', 销号时间: '2017-06-19', 销号编号: 'XH-00003' } as const;

const columns = Object.keys(problem(1)) as (keyof LedgerRow)[];
function listOf(rows: readonly LedgerRow[], without: readonly string[]): Promise<Uint8Array> {
  const header = columns.filter((column) => !without.includes(column));
  const cells = rows.map((row) => header.map((column) => row[column]));
  return writeSheet({ name: '问题整改台账', title: [['问题整改台账']], header, rows: cells });
}

const classes = () =>
  ['精准识别 identification', '精准退出 exit', '精准帮扶 assistance', '政策落实 policy', '资金使用 funds', '扶贫领域违规 violations'].map(
    named,
  );
const sources = () =>
  [
    ...['自查 self-check', '群众反映 public-report', '暗访 unannounced-visit', '县级一季度考核 county-quarterly-assessment'],
    ...['市级督查 city-supervision', '省级巡查 provincial-inspection'],
  ].map(named);
function named(words: string) {
  const [zh = '', code = ''] = words.split(' ');
  return { zh, code, en: code };
}

/** Series that count on, the same again under one key. */
function countingSeries() {
  const reserved: NumberRun[] = [];
  const given = new Map<string, readonly SeriesNumber[]>();
  const last = new Map<number, number>();
  const reserving: Pick<Reserving, 'reserve'> = {
    reserve: (run, _who, key) => {
      const before = given.get(key);
      if (before) return Promise.resolve({ numbers: before, position: null });
      reserved.push(run);
      const from = last.get(run.year) ?? 0;
      last.set(run.year, from + run.count);
      const nth = (n: number) => `ZG-${String(run.year)}-${String(n).padStart(4, '0')}` as SeriesNumber;
      const numbers = Array.from({ length: run.count }, (_, i) => nth(from + i + 1));
      given.set(key, numbers);
      return Promise.resolve({ numbers, position: reserved.length });
    },
  };
  return { reserving, reserved };
}

/** Takes rows over with a desk that writes down what is asked; the first thousand households are on record unless said otherwise. */
export async function ledgerTaken(
  list: readonly LedgerRow[] | Uint8Array,
  {
    heads = new Map<string, string | null>(Array.from({ length: 1_000 }, (_, i) => [idOf(i + 1), '张一'])),
    knownHouseholds = onRecord(heads),
    knownOfficials = nobodyKnown,
    dryRun,
    answer,
    reserve,
    without = [],
  }: {
    heads?: ReadonlyMap<string, string | null>;
    knownHouseholds?: KnownHouseholds;
    knownOfficials?: KnownOfficials;
    dryRun?: boolean;
    answer?: Parameters<typeof recordingDesk>[0];
    reserve?: Reserving['reserve'];
    /** Columns that the list lacks. */
    without?: readonly string[];
  } = {},
) {
  const recording = recordingDesk(answer);
  const runs = countingSeries();
  const bytes = list instanceof Uint8Array ? list : await listOf(list, without);
  const { who, dated, today } = circumstances;
  const report = await importLedger(bytes, {
    who,
    dated,
    today,
    dryRun,
    desk: recording.desk,
    keys,
    classes,
    sources,
    knownHouseholds,
    villageOf: (township, village) => regions.villageNamed('永寿县', township, village),
    knownOfficials,
    reserving: reserve ? { reserve } : runs.reserving,
  });
  const requestsFor = (subject: string) => recording.asked.filter((request) => request.subject.name === subject);
  return {
    report,
    asked: recording.asked,
    batches: recording.batches,
    reserved: runs.reserved,
    requestsFor,
    problems: requestsFor('household').map(({ command }) => problemOf(command)),
  };
}

function problemOf(command: object): TakeOverProblem {
  if (command instanceof TakeOverProblem) return command;
  throw new Error(`asked was ${command.constructor.name}`);
}

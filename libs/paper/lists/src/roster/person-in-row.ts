import type { MemberListed } from '@lookback/case/identification';
import type { Said } from '../cell-parsers.js';
import { complete, type RowReader } from '../row-reader.js';
import { personColumns, type RosterColumn } from './roster.columns.js';

/** The person of one row; undefined where a fault was noted. Read after the household's columns, so that `asWritten` has those too. */
export function personIn(reader: RowReader<RosterColumn>): MemberListed | undefined {
  const cells = complete(reader.readAll(personColumns));
  if (!cells) return undefined;
  const work = workIn(cells, reader);
  return { ...memberOf(cells), work, asWritten: reader.asWritten };
}

type PersonSaid = Said<typeof personColumns>;

const memberOf = (cells: PersonSaid): Omit<MemberListed, 'work' | 'asWritten'> => ({
  number: cells.人编号,
  relation: cells.与户主关系,
  name: cells.姓名,
  ...(typeof cells.证件号码 === 'string' ? { citizenNumber: cells.证件号码 } : { citizenNumber: null, ...cells.证件号码 }),
  phone: cells.联系电话,
  hamlet: cells.自然村,
  ethnicGroup: cells.民族,
  schooling: cells.文化程度,
  pupil: cells.在校生状况,
  health: cells.健康状况,
  labour: cells.劳动技能,
  seriousIllnessInsurance: cells.参加大病医疗,
});

/** No month without a place is no work; a half of the answer alone is kept as it is, for the checks to find. */
function workIn(cells: PersonSaid, reader: RowReader<RosterColumn>): MemberListed['work'] {
  const [place, months] = [cells.务工状况, cells['务工时间（月）']];
  if (place !== null || months) return { place, months };
  if (months === 0) reader.keepWritten('务工时间（月）');
  return null;
}

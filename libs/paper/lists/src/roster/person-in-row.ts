import type { MemberListed } from '@lookback/case/identification';
import type { Said } from '../cell-parsers.js';
import { complete, type RowReader } from '../row-reader.js';
import { personColumns, type RosterColumn } from './roster.columns.js';

/** The person of one row; undefined where a fault was noted. Read after the household's columns, so that `asWritten` has those too. */
export function personIn(reader: RowReader<RosterColumn>): MemberListed | undefined {
  const said = complete(reader.readAll(personColumns));
  if (!said) return undefined;
  const work = workIn(said, reader);
  return { ...memberOf(said), work, asWritten: reader.asWritten };
}

type PersonSaid = Said<typeof personColumns>;

const memberOf = (said: PersonSaid): Omit<MemberListed, 'work' | 'asWritten'> => ({
  number: said.人编号,
  relation: said.与户主关系,
  name: said.姓名,
  ...(typeof said.证件号码 === 'string' ? { citizenNumber: said.证件号码 } : { citizenNumber: null, ...said.证件号码 }),
  phone: said.联系电话,
  hamlet: said.自然村,
  ethnicGroup: said.民族,
  schooling: said.文化程度,
  pupil: said.在校生状况,
  health: said.健康状况,
  labour: said.劳动技能,
  seriousIllnessInsurance: said.参加大病医疗,
});

/** No month without a place is no work; a half of the answer alone is kept as it is, for the checks to find. */
function workIn(said: PersonSaid, reader: RowReader<RosterColumn>): MemberListed['work'] {
  const [place, months] = [said.务工状况, said['务工时间（月）']];
  if (place !== null || months) return { place, months };
  if (months === 0) reader.keepWritten('务工时间（月）');
  return null;
}

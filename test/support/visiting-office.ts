import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import type { RegionCode } from '@lookback/kernel';
import type { Receipt } from '@lookback/office/desk';
import type { Ask } from './asking.js';
import { imported } from './importing.js';
import { householdsRows, rosterOf } from './rosters.js';
import { administrator, colleague, type Colleague, county, official, postedOn } from './staff.js';

/** The ids of so many households of a roster. */
export const householdIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => listedHouseholdId(county as RegionCode, numberOf(i + 1)));

const numberOf = (nth: number) => `610426001200${String(nth).padStart(6, '0')}` as HouseholdNumber;

export interface VisitingOffice {
  readonly admin: Colleague;
  /** Records visits. */
  readonly operator: Colleague;
}

/** Makes an office of a server that just began: so many households, and who records visits to them. */
export async function visitingOffice(ask: Ask, password: string, households: number): Promise<VisitingOffice> {
  const admin = await administrator(ask, password);
  const envelope = { effectiveOn: postedOn };
  const unit = { name: '永寿县扶贫办', kind: 'county-office', level: 'county', region: county };
  const registered = await ask('POST', '/units/register-unit', { command: unit, envelope }, admin.token);
  const { id } = JSON.parse(registered.text) as Receipt;
  const post = { post: 'administrator', unit: id, level: 'county', region: county };
  const person = await official(ask, admin.token, '苗春兰', '13900000002', post);
  const operator = await colleague(ask, admin.token, { login: 'operator', rights: ['record'], person });
  await imported(ask, await rosterOf(householdsRows(households, 1)), operator.token);
  return { admin, operator };
}

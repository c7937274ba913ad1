import { ViewsShown } from '@lookback/application/queries';
import { listedHouseholdId } from '@lookback/case/household';
import type { HouseholdNumber } from '@lookback/case/identification';
import { type RegionCode, streamName } from '@lookback/kernel';
import { everyRight, Receipt } from '@lookback/office/desk';
import { imported, knownHousehold, knownId } from './importing.js';
import type { Office } from './office.js';
import { ProblemOffice } from './problem-office.js';
import { householdRows, rosterOf, type Row } from './rosters.js';
import { colleague, type Colleague, elsewhere, mustBe, official, postedOn } from './staff.js';

/** What one county has on record, by what routes and commands call it. */
export interface OnRecord {
  readonly household: string;
  readonly number: string;
  readonly person: string;
  readonly unit: string;
  readonly account: string;
  readonly problem: string;
  readonly digest: string;
  readonly position: string;
  readonly import: string;
  readonly entry: string;
  readonly standards: string;
  readonly view: string;
}

/** Nothing of it is on record anywhere. */
export const nowhere: OnRecord = {
  household: '00000000-0000-4000-8000-000000000001',
  number: '999999999999999999',
  person: '00000000-0000-4000-8000-000000000002',
  unit: '00000000-0000-4000-8000-000000000003',
  account: '00000000-0000-4000-8000-000000000004',
  problem: 'ZG-0000-0000',
  digest: `sha256:${'0'.repeat(64)}`,
  position: '99999999',
  import: '00000000-0000-4000-8000-000000000005',
  entry: '00000000-0000-4000-8000-000000000006',
  standards: '999999',
  view: '00000000-0000-4000-8000-000000000007',
};

const village = '430224002001';
const farNumber = `${village}000001` as HouseholdNumber;

/** A household of the other county, as its list has it. */
export const farRows = (otherwise: Row = {}): Row[] =>
  householdRows(900, 1).map((row) => ({
    ...row,
    '县(市、区、旗)': '茶陵县',
    '乡(镇)': '下东街道',
    行政村: '米筛坪社区',
    户编号: farNumber,
    人编号: `${farNumber}01`,
    ...otherwise,
  }));

/** Two counties, of which neither has to do with the other: one with all that there is, the other with somebody for every right. */
export class TwoCounties {
  private constructor(
    readonly near: ProblemOffice,
    /** Of the one county. */
    readonly theirs: OnRecord,
    /** Of the other. */
    readonly own: OnRecord,
    /** Accounts of the other county: one for each right, and one without any. */
    readonly askers: ReadonlyMap<string, Colleague>,
  ) {}

  static async over(office: Office): Promise<TwoCounties> {
    const near = await ProblemOffice.over(office);
    await near.lived('ZG-2018-0001', 'found', 'handedOver', 'accepted');
    const jpeg = await near.office.ask('POST', `/households/${knownId}/attachments`, pdf, near.staff.operator.token, {
      'content-type': 'application/pdf',
    });
    const { digest } = (await mustBe(201, Promise.resolve(jpeg))).as(Uploaded);
    const [job] = (await mustBe(200, office.ask('GET', '/imports', undefined, near.staff.operator.token))).as(Array) as { id: string }[];
    const kept = { name: '本月到期', query: { status: 'found' } };
    const views = (method: string, body?: object) => office.ask(method, '/registers/problems/views', body, near.staff.operator.token);
    await mustBe(201, views('POST', kept));
    const [view] = (await mustBe(200, views('GET'))).as(ViewsShown).views;
    const last = (await office.system.log.readStream(streamName('household', knownId))).at(-1);
    const theirs: OnRecord = {
      household: knownId,
      number: knownHousehold,
      person: near.staff.operator.person ?? '',
      unit: near.staff.units.office,
      account: near.staff.operator.account,
      problem: 'ZG-2018-0001',
      digest,
      position: String(last?.position),
      import: job?.id ?? '',
      entry: last?.id ?? '',
      standards: '610426',
      view: view?.view ?? '',
    };
    return TwoCounties.withAskers(near, theirs);
  }

  private static async withAskers(near: ProblemOffice, theirs: OnRecord): Promise<TwoCounties> {
    const { ask } = near.office;
    const admin = near.staff.admin.token;
    const register = { name: '茶陵县审计局', kind: 'audit-office', level: 'county', region: elsewhere };
    const body = { command: register, envelope: { effectiveOn: postedOn } };
    const unit = (await mustBe(201, ask('POST', '/units/register-unit', body, admin))).as(Receipt).id;
    const post = { post: 'auditor', unit, level: 'county', region: elsewhere };
    const hired = async (right: string, nth: number) => {
      const person = await official(
        ask,
        admin,
        `谭${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'.charAt(nth)}`,
        `1391111${String(1000 + nth)}`,
        post,
        elsewhere,
      );
      const rights = right === 'none' || right === 'mate' ? [] : [right];
      return [right, await colleague(ask, admin, { login: `far.${right}`, rights, regions: [elsewhere], person })] as const;
    };
    const askers = new Map(await Promise.all([...everyRight, 'none', 'mate'].map(hired)));
    const mate = askers.get('mate');
    askers.delete('mate');
    const list = await imported(ask, await rosterOf(farRows()), askers.get('record')?.token ?? '');
    const household = listedHouseholdId(elsewhere as RegionCode, farNumber);
    const own: OnRecord = {
      ...nowhere,
      household,
      number: farNumber,
      person: mate?.person ?? '',
      unit,
      account: mate?.account ?? '',
      import: list.id,
      standards: elsewhere,
      problem: 'ZG-2018-0001',
      position: String(await near.office.system.log.head()),
    };
    return new TwoCounties(near, theirs, own, askers);
  }
}

class Uploaded {
  digest: string;
}

/** A paper that says nothing. */
const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

import type { ProblemNumber } from '@lookback/case/rectification';
import { Receipt } from '@lookback/office/desk';
import type { HouseholdFileShown } from '@lookback/case/household';
import type { Answer } from './asking.js';
import type { Office } from './office.js';
import { colleague, county, type Colleague, mustBe, official, postedOn, type Staff, together } from './staff.js';

/** Who works on problems, beside the staff: the operator's township is the responsible unit. */
export interface Workers {
  /** Of the county office: hands over, cancels. */
  readonly handler: Colleague;
  /** Of a department: two who verify. */
  readonly verifier: Colleague;
  readonly second: Colleague;
  /** Of the responsible unit, with the rights to verify and to cancel. */
  readonly own: Colleague;
  /** Of the city: gives more time. */
  readonly above: Colleague;
  readonly inspector: Colleague;
  /** Who has the duty. */
  readonly leader: string;
  readonly units: { readonly department: string; readonly city: string };
}

export async function hired({ ask }: Office, { admin, units }: Staff): Promise<Workers> {
  const told = async (path: string, command: object) =>
    (await mustBe(201, ask('POST', path, { command, envelope: { effectiveOn: postedOn } }, admin.token))).as(Receipt).id;
  const unit = (name: string, kind: string, level: string, region: string) => told('/units/register-unit', { name, kind, level, region });
  const department = await unit('永寿县住房和城乡建设局', 'department', 'county', county);
  const city = await unit('咸阳市扶贫办', 'county-office', 'city', '6104');
  const inspectorate = await unit('永寿县纪委监委', 'inspectorate', 'county', county);
  let phone = 13_900_000_100;
  const post = (name: string, held: object) => official(ask, admin.token, name, String((phone += 1)), held);
  const at = (of: string, kind: string, level = 'county', region = county) => ({ post: kind, unit: of, level, region });
  const person = await told('/people/register-person', { name: '史敬尧', region: '6104', confirmed: true });
  await told(`/people/${person}/post-person`, at(city, 'county-office', 'city', '6104'));
  const cadre = at(units.township, 'township-cadre', 'township', '610426001');
  const account = async (login: string, rights: readonly string[], who: Promise<string>) =>
    colleague(ask, admin.token, { login, rights, person: await who });
  const workers = together({
    handler: account('handler', ['hand-over', 'cancel'], post('牛致远', at(units.office, 'county-office'))),
    verifier: account('verifier', ['verify'], post('卞玉书', at(department, 'department-cadre'))),
    second: account('second', ['verify'], post('卞玉画', at(department, 'department-cadre'))),
    own: account('own', ['verify', 'record', 'cancel'], post('苗秋菊', cadre)),
    above: account('above', ['approve', 'cancel'], Promise.resolve(person)),
    inspector: account('inspector', ['inspect'], post('铁正平', at(inspectorate, 'inspector'))),
    leader: post('骆长河', at(units.office, 'county-leader')),
  });
  return { ...(await workers), units: { department, city } };
}

/** Asks about the problems of one household. */
export class Problems {
  /** Where the log stood when somebody last asked. */
  before = 0;

  constructor(
    private readonly office: Office,
    readonly household: string,
  ) {}

  async asked(who: Colleague, path: string, effectiveOn: string, command: object, more: object = {}, key?: string): Promise<Answer> {
    this.before = await this.office.system.log.head();
    const body = { command, envelope: { effectiveOn, ...more } };
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return this.office.ask('POST', `/households/${this.household}/${path}?wait=projected`, body, who.token, headers);
  }

  async recorded(...asked: Parameters<Problems['asked']>): Promise<Receipt> {
    return (await mustBe(201, this.asked(...asked))).as(Receipt);
  }

  /** The household's file, as text, at a position if one is named. */
  async file(who: Colleague, at: string, known?: number): Promise<string> {
    const moment = `?at=${at}${known === undefined ? '' : `&known=@${known}`}`;
    return (await mustBe(200, this.office.ask('GET', `/households/${this.household}${moment}`, undefined, who.token))).text;
  }

  async problem(who: Colleague, at: string, number: string): Promise<HouseholdFileShown['problems'][number] | undefined> {
    const { problems } = JSON.parse(await this.file(who, at)) as HouseholdFileShown;
    return problems.find((problem) => problem.number === (number as ProblemNumber));
  }
}

/** What is asked of one problem, by its steps; every day is in the year given. */
export const steps = (problem: string, year: number, duties: { leader: string; unit: string; staff: string }) =>
  ({
    found: [
      'record-problem',
      `${year}-03-01`,
      { number: problem, source: 'self-check', class: 'exit', level: 'county', words: '屋顶漏雨，登记为已修缮' },
    ],
    handedOver: ['hand-over-problem', `${year}-03-02`, { problem, responsible: duties, measure: '修缮屋顶', dueOn: `${year}-06-30` }],
    accepted: ['accept-handover', `${year}-03-04`, { problem }],
    disputed: ['dispute-handover', `${year}-03-04`, { problem, reason: '非本单位职责' }],
    prioritised: ['prioritise-problem', `${year}-03-05`, { problem, priority: 'urgent' }],
    measured: ['take-measure', `${year}-04-01`, { problem, done: '换瓦两百片' }],
    extended: ['grant-extension', `${year}-06-20`, { problem, dueOn: `${year}-07-31`, reason: '汛期无法施工' }],
    reported: ['report-rectification', `${year}-07-10`, { problem, done: '屋顶已修好' }],
    verified: ['verify-rectification', `${year}-07-15`, { problem, inPlace: true, onSite: true }],
    returned: ['verify-rectification', `${year}-07-15`, { problem, inPlace: false, onSite: true, reason: '西屋仍漏' }],
    satisfied: ['ask-people', `${year}-07-16`, { problem, who: 'household', answer: 'satisfied' }],
    cancelled: ['cancel-number', `${year}-07-20`, { problem, cancelNumber: `XH-${problem}`, identified: true, meetsRequirement: true }],
    reopened: ['reopen-number', `${year}-09-01`, { problem, words: '雨后又漏' }],
  }) as const satisfies Readonly<Record<string, readonly [string, string, object]>>;

import { Receipt } from '@lookback/office/desk';
import { HouseholdFileShown } from '@lookback/case/household';
import type { Answer, Ask } from './asking.js';
import { mustBe } from './staff.js';

/** One thing that is asked of a household: by which route, from which day on, and in which words. */
export interface Fact {
  readonly path: string;
  readonly effectiveOn: string;
  readonly command: object;
}

/** Asks for a household's facts, as one account. */
export class FactsOf {
  constructor(
    private readonly ask: Ask,
    private readonly token: string,
    readonly household: string,
  ) {}

  asked({ path, effectiveOn, command }: Fact, more: object = {}): Promise<Answer> {
    return this.ask('POST', `/households/${this.household}/${path}`, { command, envelope: { effectiveOn, ...more } }, this.token);
  }

  async recorded(fact: Fact): Promise<Receipt> {
    return (await mustBe(201, this.asked(fact))).as(Receipt);
  }

  /** The file as it is answered: its bytes, and what they say. */
  async file(query = ''): Promise<{ text: string; said: HouseholdFileShown }> {
    const answer = await mustBe(200, this.ask('GET', `/households/${this.household}${query}`, undefined, this.token));
    return { text: answer.text, said: answer.as(HouseholdFileShown) };
  }
}

/** An assessment that adds up: so many persons with so many yuan of wages each. */
export function income(effectiveOn: string, year: number, persons: number, yuanEach: number): Fact {
  const wageFen = persons * yuanEach * 100;
  const parts = { wageFen, businessFen: 50_000, transferFen: 0, propertyFen: 0, costsFen: 20_000 };
  const netFen = wageFen + 30_000;
  const period = { from: `${year}-01-01`, to: `${year}-12-31`, lineYear: year };
  return {
    path: 'assess-income',
    effectiveOn,
    command: { ...period, ...parts, netFen, persons, perPersonFen: Math.floor(netFen / persons) },
  };
}

export const living = (effectiveOn: string, housingSquareMetres: number): Fact => ({
  path: 'survey-living-conditions',
  effectiveOn,
  command: {
    electricity: true,
    fuel: 'coal',
    sanitaryToilet: false,
    accessRoad: 'gravel',
    roadMetres: 800,
    housingSquareMetres,
    waterDifficulty: false,
    safeWater: true,
    arableCentimu: 450,
    forestCentimu: 0,
    cooperative: false,
  },
});

export const guarantee = (effectiveOn: string, kind: string, met: boolean, grade?: string): Fact => ({
  path: 'check-guarantee',
  effectiveOn,
  command: { kind, met, ...(grade !== undefined && { grade }) },
});

export const visit = (effectiveOn: string, findings: string): Fact => ({
  path: 'visit-home',
  effectiveOn,
  command: { place: 'home', checklist: [{ topic: 'water', inOrder: false }], findings },
});

export const causes = (effectiveOn: string, main: string, ...others: string[]): Fact => ({
  path: 'reclassify-cause',
  effectiveOn,
  command: { main, others },
});

/** A child of the household. */
export const joins = (effectiveOn: string, name: string, citizenNumber: string | undefined, otherwise: object = {}): Fact => ({
  path: 'join-member',
  effectiveOn,
  command: {
    relation: 'grandson',
    name,
    citizenNumber,
    ethnicGroup: '01',
    pupil: 'none',
    health: 'healthy',
    labour: 'none',
    seriousIllnessInsurance: true,
    reason: 'born',
    ...otherwise,
  },
});

export const leaves = (effectiveOn: string, member: string): Fact => ({
  path: 'leave-member',
  effectiveOn,
  command: { member, reason: 'married-out' },
});

export const heads = (effectiveOn: string, head: string, ...former: string[]): Fact => ({
  path: 'change-head',
  effectiveOn,
  command: { head, relations: former.map((member) => ({ member, relation: 'father' })) },
});

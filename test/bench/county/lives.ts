import { assistanceEvents } from '@lookback/case/assistance';
import { listedHouseholdId } from '@lookback/case/household';
import { identificationEvents } from '@lookback/case/identification';
import { checkCharacter, type EventOf, type Owner, sealedTo, streamName } from '@lookback/kernel';
import type { Commit } from '@lookback/log/event-log';
import { seeded } from '../../support/random-lives.js';

const code = (text: string) => text as never;
const digits = (n: number, width: number) => String(n).padStart(width, '0');
/** The n-th day after 2014-01-01. */
const dayOf = (n: number) => new Date(Date.UTC(2014, 0, 1 + n)).toISOString().slice(0, 10);
const family = '阎耿曾刘马金岳宋潘柳傅余';
const given = '泽诺柏懿彬轩杰栋珈浩鹤果';

const by = (day: string): Commit['by'] => ({
  effectiveOn: code(day),
  mode: 'act',
  reads: [],
  evidence: [],
  breaches: [],
  recordedBy: { account: code('a-generated') },
  actedBy: { person: code('p-generated'), post: code('town-commissioner'), unit: code('u-generated'), level: 'township' },
});

/** A county's households from their takeover on: what is recorded of each, day by day; the same for the same seed. */
export class Lives {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  /** The commit that the `nth` thing (from 0) to happen to a household makes. A tenth of the facts are recorded late. */
  commit(household: number, nth: number): Commit {
    const number = `610426001200${digits(household, 6)}`;
    const late = nth > 0 && this.random() < 0.1 ? 200 : 0;
    return {
      stream: streamName('household', listedHouseholdId(code('610426'), code(number))),
      expected: nth,
      key: code(`county/${number}/${String(nth)}`),
      body: code('generated'),
      by: by(dayOf(Math.max(1, nth * 13 - late))),
      events: [nth === 0 ? this.takenOver(household, number) : this.fact(nth)],
    };
  }

  private takenOver(household: number, number: string): EventOf {
    const members = 1 + this.below(7);
    return identificationEvents.householdTakenOver({
      source: { file: code('0'.repeat(64)), sheet: 1, row: household },
      number: code(number),
      county: code('610426'),
      township: code('610426001'),
      village: code('610426001200'),
      standing: code('poor'),
      attribute: code('general'),
      mainCause: code('06'),
      incomePerPersonFen: 300_000 + this.below(500_000),
      dangerousHouse: false,
      safeWater: true,
      waterDifficulty: false,
      members: Array.from({ length: members }, (_, i) => this.member(household, number, i)),
    });
  }

  private member(household: number, number: string, i: number) {
    const member = `${number}${digits(i, 2)}`;
    const sealed = sealedTo(`person-${member}` as Owner);
    const nth = household * 8 + i;
    const seventeen = `610426${String(1930 + Math.floor(nth / 1_000))}0203${digits(nth % 1_000, 3)}`;
    return {
      member: code(member),
      number: code(member),
      relation: i === 0 ? ('head' as never) : ('son' as never),
      name: sealed(family.charAt(this.below(12)) + given.charAt(this.below(12)) + given.charAt(this.below(12))),
      citizenNumber: sealed(seventeen + checkCharacter(seventeen)),
      phone: null,
      hamlet: sealed('1组'),
      health: sealed('healthy' as never),
      ethnicGroup: code('01'),
      schooling: null,
      pupil: null,
      labour: null,
      work: null,
      seriousIllnessInsurance: true,
      asWritten: null,
    };
  }

  private fact(nth: number): EventOf {
    const kinds = [() => this.income(nth), () => this.guarantee(), () => this.living(), () => this.visit(nth), () => this.visit(nth)];
    return (kinds[this.below(kinds.length)] ?? kinds[0])?.() as EventOf;
  }

  private income(nth: number): EventOf {
    const year = 2014 + Math.floor(nth / 28);
    const wageFen = this.below(4_000_000);
    return identificationEvents.incomeAssessed({
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      lineYear: year,
      persons: 4,
      wageFen,
      businessFen: 50_000,
      transferFen: 0,
      propertyFen: 0,
      costsFen: 20_000,
      netFen: wageFen + 30_000,
      perPersonFen: Math.floor((wageFen + 30_000) / 4),
    });
  }

  private guarantee(): EventOf {
    return identificationEvents.guaranteeChecked({
      kind: code(['education', 'health', 'water'][this.below(3)] ?? ''),
      met: this.random() < 0.8,
      grade: null,
    });
  }

  private living(): EventOf {
    return identificationEvents.livingConditionsSurveyed({
      electricity: true,
      fuel: code('coal'),
      sanitaryToilet: false,
      accessRoad: code('gravel'),
      roadMetres: this.below(3_000),
      housingSquareMetres: 20 + this.below(100),
      waterDifficulty: false,
      safeWater: true,
      arableCentimu: 450,
      forestCentimu: 0,
      cooperative: false,
    });
  }

  private visit(nth: number): EventOf {
    return assistanceEvents.homeVisited({
      place: code('home'),
      checklist: [{ topic: code('water'), inOrder: this.random() < 0.9 }],
      capturedAt: null,
      findings: sealedTo('household-generated' as Owner)(`第 ${String(nth)} 次走访：房屋完好，饮水正常。`),
    });
  }

  private below(most: number): number {
    return Math.floor(this.random() * most);
  }
}

import type { EventOf, PersonId, RegionCode, UnitId } from '@lookback/kernel';
import { sealedTo } from '@lookback/kernel';
import type { Commit } from '@lookback/log/event-log';
import { uuidsIn } from '@lookback/log/runtime';
import { commitOn } from './commit.js';

const idOf = uuidsIn('0d0c7f0e-51f4-4c4f-9f0b-6b2a3a1f7c11');
const [family, given] = ['郝苗谭仇解田孟武樊康', '建春启定文海明华国志'];

/** Who helps, and has duties: so many people in so many units of a county, as an office of its size has them. */
export class Officials {
  readonly units: readonly UnitId[];
  readonly people: readonly PersonId[];

  constructor(
    private readonly county: RegionCode,
    units = 120,
    people = 2_700,
  ) {
    this.units = Array.from({ length: units }, (_, nth) => idOf(`unit/${nth}`) as UnitId);
    this.people = Array.from({ length: people }, (_, nth) => idOf(`person/${nth}`) as PersonId);
  }

  /** A person's unit: of the nth the same for ever. */
  unitOf(nth: number): UnitId {
    return this.units[nth % this.units.length] as UnitId;
  }

  /** How they came on record, each person with a post. */
  commits(): Commit[] {
    const units = this.units.map((id, nth) => commitOn(`unit-${id}`, 0, 0, unit(nth, this.county)));
    const people = this.people.flatMap((id, nth) => [
      commitOn(`person-${id}`, 0, 0, person(id, nth, this.county)),
      commitOn(`person-${id}`, 1, 0, posted(this.unitOf(nth), this.county)),
    ]);
    return [...units, ...people];
  }
}

const unit = (nth: number, region: RegionCode): EventOf => ({
  type: 'UnitRegistered',
  data: { name: `永寿县第${nth + 1}帮扶单位`, kind: 'support-unit', region, level: 'county' },
});

const person = (id: PersonId, nth: number, region: RegionCode): EventOf => ({
  type: 'PersonRegistered',
  data: {
    name: sealedTo(`person-${id}` as never)(
      family.charAt(nth % 10) + given.charAt(Math.floor(nth / 10) % 10) + given.charAt(Math.floor(nth / 100) % 10),
    ),
    phone: sealedTo(`person-${id}` as never)(`139${String(nth).padStart(8, '0')}`),
    region,
    confirmed: true,
  },
});

const posted = (unitId: UnitId, region: RegionCode): EventOf => ({
  type: 'Posted',
  data: { post: 'department-cadre', unit: unitId, level: 'county', region },
});

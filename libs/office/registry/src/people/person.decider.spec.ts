import { describe, it } from '@jest/globals';
import { type CalendarDate, type Owner, type RegionCode, sealedTo, streamName, type UnitId } from '@lookback/kernel';
import { by, countyOffice, rulesOf } from '@lookback/testing';
import * as rule from './person.decider.js';
import * as did from './person.events.js';
import { TakeOverPerson } from './take-over-person.js';

const given = rulesOf(rule.personChapter);
const seal = sealedTo('person-7' as Owner);
const region = '610426' as RegionCode;
const here = { subject: streamName('person', '7') };
const on = (effectiveOn: CalendarDate) => ({ ...here, effectiveOn });

const registered = by(countyOffice, did.personRegistered({ name: seal('李伟'), phone: null, region, confirmed: true }), {
  effectiveOn: '2018-01-01',
});
const officer = { post: 'information-officer', unit: 'u-yijing' as UnitId } as const;
const asOfficer = { ...officer, level: 'village', region: '610426101200' as RegionCode } as const;
const posted = by(countyOffice, did.posted(asOfficer), { effectiveOn: '2018-03-01' });
const ended = by(countyOffice, did.postEnded(officer), { effectiveOn: '2019-03-01' });

describe('an official', () => {
  it('comes on record with name and phone sealed to the person', () => {
    given()
      .when(rule.registerPerson, { name: '李伟', phone: '13900000000', region, confirmed: false }, countyOffice, here)
      .then(did.personRegistered({ name: seal('李伟'), phone: seal('13900000000'), region, confirmed: false }));
  });

  it('may be without a phone', () => {
    given()
      .when(rule.registerPerson, { name: '李伟', region, confirmed: true }, countyOffice, here)
      .then(did.personRegistered({ name: seal('李伟'), phone: null, region, confirmed: true }));
  });

  it('comes on record once', () => {
    given(registered)
      .when(rule.registerPerson, { name: '王芳', region, confirmed: true }, countyOffice, here)
      .thenRefused('person.registered-already', {});
  });

  it('whom a list names comes on record once, the identity unconfirmed', () => {
    const listed = TakeOverPerson.from({ name: '李伟', phone: '13900000000', county: region });
    given()
      .when(rule.takeOverPerson, listed, countyOffice, here)
      .then(did.personRegistered({ name: seal('李伟'), phone: seal('13900000000'), region, confirmed: false }));
    given(registered).when(rule.takeOverPerson, listed, countyOffice, here).thenRefused('person.registered-already', {});
  });
});

describe('a post', () => {
  it('is given in a unit', () => {
    given(registered).when(rule.postPerson, asOfficer, countyOffice, here).then(did.posted(asOfficer));
  });

  it('is not given twice in one unit while it is held', () => {
    given(registered, posted)
      .when(rule.postPerson, asOfficer, countyOffice, here)
      .thenRefused('person.post-held-already', { ...officer, since: '2018-03-01' });
  });

  it('is given again once it has ended, in another unit, or beside another post', () => {
    const elsewhere = { ...asOfficer, unit: 'u-other' as UnitId };
    const beside = { ...asOfficer, post: 'first-secretary' } as const;
    given(registered, posted, ended).when(rule.postPerson, asOfficer, countyOffice, here).then(did.posted(asOfficer));
    given(registered, posted).when(rule.postPerson, elsewhere, countyOffice, here).then(did.posted(elsewhere));
    given(registered, posted).when(rule.postPerson, beside, countyOffice, here).then(did.posted(beside));
  });

  it('is not given to a person who is not on record', () => {
    given().when(rule.postPerson, asOfficer, countyOffice, here).thenRefused('person.absent', {});
  });

  it('is given from a day before the person came on record, whichever day was said then', () => {
    given(registered).when(rule.postPerson, asOfficer, countyOffice, on('2009-05-01')).then(did.posted(asOfficer));
  });

  it('is given from an earlier day than was said first, which opens the days between', () => {
    given(registered, posted).when(rule.postPerson, asOfficer, countyOffice, on('2009-05-01')).then(did.posted(asOfficer));
  });

  it('is not given outside the region where the person serves', () => {
    given(registered)
      .when(rule.postPerson, { ...asOfficer, level: 'city', region: '6104' as RegionCode }, countyOffice, here)
      .thenRefused('person.post-outside-region', { region: '6104', serves: region });
  });

  it('ends', () => {
    given(registered, posted).when(rule.endPost, officer, countyOffice, here).then(did.postEnded(officer));
  });

  it('does not end while it is not held', () => {
    given(registered, posted).when(rule.endPost, officer, countyOffice, on('2018-02-28')).thenRefused('person.post-not-held', officer);
    given(registered, posted, ended).when(rule.endPost, officer, countyOffice, here).thenRefused('person.post-not-held', officer);
  });
});

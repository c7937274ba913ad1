import {
  type DocumentHeld,
  identificationCodes,
  type HouseholdNumber,
  type NoNumberReason,
  type PersonNumber,
} from '@lookback/case/identification';
import { input } from '@lookback/kernel';

/** 18 digits: the village's 12 and six more. After a merger of villages the 12 may be those of the former one. */
export const householdNumber = input.digits<HouseholdNumber>(18);

/** 20 digits: the household's 18 and two more. */
export const personNumber = input.digits<PersonNumber>(20);

/** What a list says in the place of a citizen number. */
export type OtherIdentity = { readonly document: DocumentHeld } | { readonly withoutNumber: NoNumberReason };

/** Words for somebody who has no number; blank, a list does not say why. */
const reasons: readonly (readonly [RegExp, NoNumberReason])[] = [
  [/^(?:无|没有|暂无|[-/\\—]+)?$/, 'not-stated'],
  [/^新生/, 'newborn'],
  [/^弃(?:婴|儿)|^捡拾/, 'foundling'],
  [/^外(?:籍|国)/, 'foreigner'],
  [/^(?:港澳台?|台湾|香港|澳门)/, 'hk-macao-taiwan'],
  [/未(?:上户|落户|入户)|无户口/, 'not-registered'],
];

/** A sound citizen number; else the number of a document that can be taken for nothing else, or why there is none. */
export const identity: input.Reading<string | OtherIdentity> = (written) => {
  const plainly = input.code(written);
  const reason = /^\d/.test(plainly) ? undefined : reasons.find(([words]) => words.test(plainly))?.[1];
  if (reason !== undefined) {
    const value = { withoutNumber: reason };
    return { value, plainly: reason === 'not-stated' ? '' : identificationCodes.noNumberReasons[reason].zh };
  }
  const kind = input.documentKindOf(plainly);
  return kind === undefined ? input.citizenNumber(written) : { value: { document: { kind, number: plainly } }, plainly };
};

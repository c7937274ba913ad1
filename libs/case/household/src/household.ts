import { type Assistance, assistanceRoutes, assistanceSlice, type AssistanceView, isHelping } from '@lookback/case/assistance';
import {
  fileCodeOf,
  identificationRoutes,
  identificationSlice,
  OpenHousehold,
  type NumberedView,
  registryNumberRoutes,
  TakeOverHousehold,
} from '@lookback/case/identification';
import { openProblems, rectificationRoutes, rectificationSlice, type RectificationView } from '@lookback/case/rectification';
import type { Standing } from '@lookback/case/standing';
import { namedInSlices, type UnitId, value } from '@lookback/kernel';
import { fourEyes, withFourEyes, withRequests } from '@lookback/office/four-eyes';
import { byRegion, mount, type Subject } from '@lookback/office/desk';
import { householdFile } from './file/household-file.js';
import { HouseholdFileShown } from './file/household-file.dto.js';
import { householdSections } from './file/sections.js';
import { chapters, type Household, type HouseholdEvent } from './household.chapters.js';

/** What may stand in a household's stream, beside what second persons say. */
export const slices = [identificationSlice, assistanceSlice, rectificationSlice];

/** A household lies with a unit that helps it, or that answers for a problem of it whose number is not cancelled. */
const unitsWithIt = ({ assistance, rectification }: Household): UnitId[] => [
  ...assistance.helpers.filter(isHelping).map(({ unit }) => unit),
  ...openProblems(rectification).flatMap(({ duties }) => duties.unit ?? []),
];

/** Exited and returned households stand on the register, too. */
const onRegister: readonly Standing[] = ['registered', 'exited', 'returned'];

/** The number, or the file code while the registry has given none; null before it is on record. */
const calledBy = ({ identification }: Household, id: string): string | null => identification && (identification.number ?? fileCodeOf(id));

/** One household: everything about it is one stream, its problems and their rectification included. */
export const household: Subject<Household, HouseholdEvent> = {
  name: 'household',
  plural: 'households',
  ...chapters,
  actsInPost: true,
  amendable: fourEyes,
  visible: byRegion(),
  unitsOf: (whole) => [...new Set(unitsWithIt(whole))],
  title: (state, id) => {
    const called = calledBy(state, id);
    return called === null ? null : value.plain(called);
  },
  file: householdSections,
  ownFile: { type: HouseholdFileShown, of: householdFile },
  namedIn: namedInSlices(slices),
  regionsOf: ({ identification }, opening) =>
    opening instanceof TakeOverHousehold || opening instanceof OpenHousehold
      ? [opening.village]
      : identification
        ? [identification.village]
        : [],
  routes: withRequests(
    withFourEyes<Household, HouseholdEvent>([
      ...mount(assistanceRoutes, (whole: Household): AssistanceView & Assistance => ({
        ...whole.assistance,
        onRecord: whole.identification !== null,
      })),
      ...mount(identificationRoutes, (whole: Household) => whole.identification),
      ...mount(registryNumberRoutes, ({ identification, standing }: Household): NumberedView => ({
        household: identification,
        isRegistered: standing !== null && onRegister.includes(standing.standing),
      })),
      ...mount(rectificationRoutes, ({ identification, rectification }: Household): RectificationView => ({
        onRecord: identification !== null,
        problems: rectification,
      })),
    ]),
  ),
};

import { type Assistance, assistance, assistanceRoutes, assistanceSlice, type AssistanceView, isHelping } from '@lookback/case/assistance';
import { identification, identificationRoutes, identificationSlice, TakeOverHousehold } from '@lookback/case/identification';
import { openProblems, rectification, rectificationRoutes, rectificationSlice, type RectificationView } from '@lookback/case/rectification';
import { standing } from '@lookback/case/standing';
import { compose, type EventsIn, namedInSlices, type StateIn, type UnitId } from '@lookback/kernel';
import { byRegion, mount, type Subject } from '@lookback/office/desk';

/** What may stand in a household's stream, beside what second persons say. */
export const slices = [identificationSlice, assistanceSlice, rectificationSlice];

const chapters = compose({ identification, standing, assistance, rectification });

export type Household = StateIn<typeof chapters>;
export type HouseholdEvent = EventsIn<typeof chapters>;

/** A household lies with a unit that helps it, or that answers for a problem of it whose number is not cancelled. */
const unitsWithIt = ({ assistance, rectification }: Household): UnitId[] => [
  ...assistance.helpers.filter(isHelping).map(({ unit }) => unit),
  ...openProblems(rectification).flatMap(({ duties }) => duties.unit ?? []),
];

/** One household: everything about it is one stream, its problems and their rectification included. */
export const household: Subject<Household, HouseholdEvent> = {
  name: 'household',
  plural: 'households',
  ...chapters,
  actsInPost: true,
  visible: byRegion(),
  publicName: ({ identification }) => identification?.number ?? null,
  unitsOf: (whole) => [...new Set(unitsWithIt(whole))],
  namedIn: namedInSlices(slices),
  regionsOf: ({ identification }, opening) =>
    opening instanceof TakeOverHousehold ? [opening.village] : identification ? [identification.village] : [],
  routes: [
    ...mount(identificationRoutes, (whole: Household) => whole.identification),
    ...mount(assistanceRoutes, (whole: Household): AssistanceView & Assistance => ({
      ...whole.assistance,
      onRecord: whole.identification !== null,
    })),
    ...mount(rectificationRoutes, ({ identification, rectification }: Household): RectificationView => ({
      onRecord: identification !== null,
      problems: rectification,
    })),
  ],
};

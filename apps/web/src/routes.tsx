import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { fromAddress, intoAddress } from './moment/address.js';
import { Root } from './root.js';
import { NotFound } from './shell/not-found.js';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
const getParentRoute = () => root;

type Search = Readonly<Record<string, unknown>>;
const text = (search: Search, name: string): string | undefined => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
/** Reads the named parameters of an address, and nothing else of it. */
const reading =
  <const Name extends string>(...names: readonly Name[]) =>
  (search: Search): { [N in Name]?: string } =>
    Object.fromEntries(names.flatMap((name) => (text(search, name) === undefined ? [] : [[name, text(search, name)]]))) as {
      [N in Name]?: string;
    };

/** All parameters of an address that are texts: the columns of a list name its filters. */
const everything = (search: Search): Readonly<Record<string, string>> => reading(...Object.keys(search))(search) as Record<string, string>;

const householdFilter = ['region', 'standing', 'attribute', 'cause'] as const;
const entryFilter = [
  ...(['kind', 'subject', 'type', 'person', 'part', 'account', 'unit', 'region', 'mode'] as const),
  ...(['effectiveFrom', 'effectiveTo', 'recordedFrom', 'recordedTo', 'correlation', 'late', 'reversed', 'known', 'view'] as const),
] as const;

const desk = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/desk/desk.js'), 'Desk'),
});
const ledger = createRoute({
  getParentRoute,
  path: '/problems',
  validateSearch: everything,
  component: lazyRouteComponent(() => import('./screens/ledger/ledger.js'), 'Ledger'),
});
const households = createRoute({
  getParentRoute,
  path: '/households',
  validateSearch: everything,
  component: lazyRouteComponent(() => import('./screens/households/households.js'), 'Households'),
});
const household = createRoute({
  getParentRoute,
  path: '/households/$id',
  validateSearch: reading('at', 'known'),
  component: lazyRouteComponent(() => import('./screens/household/household.js'), 'Household'),
});
const subject = createRoute({
  getParentRoute,
  path: '/$plural/$id',
  validateSearch: reading('at', 'known'),
  component: lazyRouteComponent(() => import('./screens/subject/subject-page.js'), 'SubjectPage'),
});
const anyList = createRoute({
  getParentRoute,
  path: '/lists/$name',
  validateSearch: everything,
  component: lazyRouteComponent(() => import('./screens/register/any-list.js'), 'AnyList'),
});
const timeMachine = createRoute({
  getParentRoute,
  path: '/$plural/$id/time',
  validateSearch: reading('at', 'known', 'fromAt', 'fromKnown', 'clock', 'year', 'field'),
  component: lazyRouteComponent(() => import('./screens/time-machine/time-machine.js'), 'TimeMachine'),
});
const counts = createRoute({
  getParentRoute,
  path: '/counts',
  validateSearch: reading(...householdFilter),
  component: lazyRouteComponent(() => import('./screens/counts/counts.js'), 'Counts'),
});
const entries = createRoute({
  getParentRoute,
  path: '/entries',
  validateSearch: reading(...entryFilter),
  component: lazyRouteComponent(() => import('./screens/entries/entries.js'), 'Entries'),
});
const entry = createRoute({
  getParentRoute,
  path: '/entries/$position',
  component: lazyRouteComponent(() => import('./screens/entries/entry-whole.js'), 'EntryWhole'),
});
const units = createRoute({
  getParentRoute,
  path: '/units',
  validateSearch: everything,
  component: lazyRouteComponent(() => import('./screens/people/units.js'), 'Units'),
});
const firstSteps = createRoute({
  getParentRoute,
  path: '/first-steps',
  component: lazyRouteComponent(() => import('./screens/first-steps/first-steps.js'), 'FirstSteps'),
});
const people = createRoute({
  getParentRoute,
  path: '/people',
  validateSearch: everything,
  component: lazyRouteComponent(() => import('./screens/people/people.js'), 'People'),
});
const person = createRoute({
  getParentRoute,
  path: '/people/$id',
  validateSearch: reading('at', 'known'),
  component: lazyRouteComponent(() => import('./screens/people/person.js'), 'Person'),
});
const unit = createRoute({
  getParentRoute,
  path: '/units/$id',
  validateSearch: reading('at', 'known'),
  component: lazyRouteComponent(() => import('./screens/people/unit.js'), 'Unit'),
});
const helpers = createRoute({
  getParentRoute,
  path: '/helpers',
  validateSearch: everything,
  component: lazyRouteComponent(() => import('./screens/helpers/helpers.js'), 'Helpers'),
});
const visits = createRoute({
  getParentRoute,
  path: '/visits',
  component: lazyRouteComponent(() => import('./screens/visits/visits.js'), 'Visits'),
});
const imports = createRoute({
  getParentRoute,
  path: '/imports',
  validateSearch: reading('list'),
  component: lazyRouteComponent(() => import('./screens/imports/imports.js'), 'Imports'),
});
const accounts = createRoute({
  getParentRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./screens/accounts/accounts.js'), 'Accounts'),
});
const standards = createRoute({
  getParentRoute,
  path: '/standards',
  validateSearch: reading('region', 'at'),
  component: lazyRouteComponent(() => import('./screens/standards/standards.js'), 'Standards'),
});
const log = createRoute({
  getParentRoute,
  path: '/log',
  component: lazyRouteComponent(() => import('./screens/log/log.js'), 'Log'),
});

const routeTree = root.addChildren([
  ...[desk, ledger, households, household, anyList, subject, timeMachine, counts, entries, entry],
  ...[firstSteps, people, person, units, unit, helpers, visits, imports, standards, accounts, log],
]);

/** One subject, one address; parameters of an address are plain text, so that a link can be read, and stands as evidence. */
export const router = createRouter({ routeTree, parseSearch: fromAddress, stringifySearch: intoAddress, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

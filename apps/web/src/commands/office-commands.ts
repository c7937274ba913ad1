import { command } from './description.js';
import { passwordPlaces } from './password-places.js';

const administer = ['administer'] as const;
const post = { kind: 'code', list: 'post', label: 'field.post' } as const;
const unit = { kind: 'unit', label: 'field.unit' } as const;
const region = { kind: 'region', label: 'field.region' } as const;
const level = { kind: 'code', list: 'level', label: 'field.level' } as const;

export const registerUnit = command('RegisterUnit', {
  path: 'register-unit',
  title: 'command.registerUnit',
  may: administer,
  day: 'today',
  likely: 'units',
  fields: {
    name: { kind: 'line', label: 'field.unitName', hint: 'hint.unitName' },
    kind: { kind: 'code', list: 'unitKind', label: 'field.unitKind' },
    region: { ...region, fills: true, hint: 'hint.unitRegion' },
    level: { ...level, hint: 'hint.unitLevel' },
  },
  places: { 'unit.level-below-region': 'level' },
});

export const registerPerson = command('RegisterPerson', {
  path: 'register-person',
  title: 'command.registerPerson',
  may: administer,
  day: 'today',
  likely: 'people',
  fields: {
    name: { kind: 'line', label: 'field.name' },
    phone: { kind: 'line', label: 'field.phone', hint: 'hint.phoneEnd', optional: true },
    region: { ...region, label: 'field.serves', hint: 'hint.serves' },
    confirmed: { kind: 'yes-no', label: 'field.confirmed', hint: 'hint.confirmed' },
  },
});

export const postPerson = command('PostPerson', {
  path: 'post-person',
  title: 'command.postPerson',
  may: administer,
  day: { label: 'field.postedFrom', hint: 'hint.postedFrom' },
  fields: {
    unit: { ...unit, fills: true },
    post,
    level: { kind: 'filled', label: 'field.level' },
    region: { kind: 'filled', label: 'field.region' },
  },
  places: { 'person.post-outside-region': 'unit', 'person.post-held-already': 'post' },
});

export const endPost = command('EndPost', {
  path: 'end-post',
  title: 'command.endPost',
  may: administer,
  day: { label: 'field.postEndedOn', hint: 'hint.postEndedOn' },
  fields: { unit, post },
  places: { 'person.post-not-held': 'effectiveOn' },
});

const rightAndScope = {
  right: { kind: 'right', label: 'field.right' },
  regions: { kind: 'regions', label: 'field.regions', hint: 'hint.regions', optional: true },
  units: { kind: 'units', label: 'field.scopeUnits', hint: 'hint.scopeUnits', optional: true },
} as const;

const scopePlaces = {
  'access.scope-missing': 'regions',
  'access.right-by-region': 'units',
  'access.unit-absent': 'units',
  'access.too-many-regions': 'regions',
} as const;

export const openAccount = command('AccountToOpen', {
  path: 'open-account',
  title: 'command.openAccount',
  may: administer,
  day: 'today',
  fields: {
    person: { kind: 'person', label: 'field.accountPerson', hint: 'hint.accountPerson', optional: true },
    login: { kind: 'line', label: 'field.login', hint: 'hint.login' },
    password: { kind: 'password', label: 'field.temporaryPassword', hint: 'session.passwordHint' },
    role: { kind: 'role', label: 'field.role', optional: true },
    regions: { kind: 'regions', label: 'field.regions', hint: 'hint.regions', optional: true },
    units: { kind: 'units', label: 'field.scopeUnits', hint: 'hint.scopeUnits', optional: true },
  },
  places: {
    ...scopePlaces,
    ...passwordPlaces,
    'access.login-taken': 'login',
    'access.person-has-account': 'person',
    'access.person-absent': 'person',
  },
});

export const setPassword = command('PasswordToSet', {
  path: 'set-password',
  title: 'command.setPassword',
  may: administer,
  day: 'today',
  fields: { password: { kind: 'password', label: 'field.temporaryPassword', hint: 'session.passwordHint' } },
  places: passwordPlaces,
});

export const grantRight = command('GrantRight', {
  path: 'grant-right',
  title: 'command.grantRight',
  may: administer,
  day: 'today',
  fields: rightAndScope,
  places: { ...scopePlaces, 'access.onlookers-decide-nothing': 'right' },
});
export const revokeRight = command('RevokeRight', {
  path: 'revoke-right',
  title: 'command.revokeRight',
  may: administer,
  day: 'today',
  fields: rightAndScope,
  places: { 'access.scope-missing': 'regions' },
});
export const closeAccount = command('CloseAccount', {
  path: 'close-account',
  title: 'command.closeAccount',
  may: administer,
  day: 'today',
  fields: {},
});

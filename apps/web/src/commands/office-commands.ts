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
  fields: {
    name: { kind: 'line', label: 'field.unitName' },
    kind: { kind: 'code', list: 'unitKind', label: 'field.unitKind' },
    region,
    level,
  },
});

export const registerPerson = command('RegisterPerson', {
  path: 'register-person',
  title: 'command.registerPerson',
  may: administer,
  fields: {
    name: { kind: 'line', label: 'field.name' },
    phone: { kind: 'line', label: 'field.phone', optional: true },
    region,
    confirmed: { kind: 'yes-no', label: 'field.confirmed' },
  },
});

export const postPerson = command('PostPerson', {
  path: 'post-person',
  title: 'command.postPerson',
  may: administer,
  fields: { post, unit, level, region },
});

export const endPost = command('EndPost', { path: 'end-post', title: 'command.endPost', may: administer, fields: { post, unit } });

export const openAccount = command('AccountToOpen', {
  path: 'open-account',
  title: 'command.openAccount',
  may: administer,
  fields: {
    login: { kind: 'line', label: 'field.login', hint: 'hint.login' },
    person: { kind: 'person', label: 'field.accountPerson', optional: true },
    password: { kind: 'password', label: 'field.temporaryPassword', hint: 'session.passwordHint' },
  },
  places: passwordPlaces,
});

export const setPassword = command('PasswordToSet', {
  path: 'set-password',
  title: 'command.setPassword',
  may: administer,
  fields: { password: { kind: 'password', label: 'field.temporaryPassword', hint: 'session.passwordHint' } },
  places: passwordPlaces,
});

const rightInRegions = {
  right: { kind: 'code', list: 'right', label: 'field.right' },
  regions: { kind: 'regions', label: 'field.regions', some: true },
} as const;

export const grantRight = command('GrantRight', {
  ...{ path: 'grant-right', title: 'command.grantRight', may: administer },
  fields: rightInRegions,
  places: { 'access.onlookers-decide-nothing': 'right', 'access.too-many-regions': 'regions' },
});
export const revokeRight = command('RevokeRight', {
  ...{ path: 'revoke-right', title: 'command.revokeRight', may: administer },
  fields: rightInRegions,
});
export const closeAccount = command('CloseAccount', { path: 'close-account', title: 'command.closeAccount', may: administer, fields: {} });

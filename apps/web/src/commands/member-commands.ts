import type { Field } from '../forms/field.js';
import { command, fieldsOf } from './description.js';
import { personal } from './personal-fields.js';

const may = ['record'] as const;
const member: Field & { optional?: false } = { kind: 'member', label: 'field.member' };

export const joinMember = command('JoinMember', {
  path: 'join-member',
  title: 'command.joinMember',
  may,
  fields: { ...personal, reason: { kind: 'code', list: 'joinReason', label: 'field.reason' } },
});

/** Opens the file of a household that has no number. */
export const openHousehold = command('OpenHousehold', {
  path: 'open-household',
  title: 'command.openHousehold',
  may,
  fields: {
    basis: { kind: 'code', list: 'openingBasis', label: 'field.openingBasis' },
    village: { kind: 'region', label: 'field.village', hint: 'hint.openingVillage' },
    hamlet: { kind: 'line', label: 'field.hamlet', optional: true },
    residence: { kind: 'code', list: 'residence', label: 'field.residence' },
    members: {
      kind: 'rows',
      label: 'field.members',
      hint: 'hint.openingMembers',
      some: true,
      fields: fieldsOf('OpeningMember', { ...personal, member: { kind: 'filled', label: 'field.member', optional: true } }),
    },
  },
  places: {
    'identification.one-head': 'members',
    'identification.citizen-number-twice': 'members',
    'identification.citizen-number-unsound': 'members',
    'identification.document-unsound': 'members',
    'identification.identity-missing': 'members',
    'identification.born-later': 'members',
    'identification.file-already-open': 'members',
  },
});

export const giveRegistryNumber = command('GiveRegistryNumber', {
  path: 'give-registry-number',
  title: 'command.giveRegistryNumber',
  may,
  fields: {
    number: { kind: 'line', label: 'field.householdNumber', hint: 'hint.householdNumber' },
    persons: {
      kind: 'rows',
      label: 'field.personNumbers',
      hint: 'hint.personNumbers',
      fields: fieldsOf('MemberNumberAsked', { member, number: { kind: 'line', label: 'field.personNumber' } }),
    },
  },
  places: {
    'identification.member-absent': 'persons',
    'registration.number-of-other-person': 'persons',
    'registration.not-registered': 'number',
  },
});

export const leaveMember = command('LeaveMember', {
  path: 'leave-member',
  title: 'command.leaveMember',
  may,
  fields: { member, reason: { kind: 'code', list: 'leaveReason', label: 'field.reason' } },
});

export const changeHead = command('ChangeHead', {
  path: 'change-head',
  title: 'command.changeHead',
  may,
  fields: {
    head: { kind: 'member', label: 'field.newHead' },
    relations: { kind: 'relations', head: 'head', label: 'field.relations', hint: 'hint.relations' },
  },
  places: {
    'identification.member-absent': 'head',
    'identification.one-head': 'relations',
    'identification.old-head-needs-relation': 'relations',
  },
});

import type { DataOf } from '@lookback/kernel';
import { anySubject, type CommandReaction } from '@lookback/office/desk';
import type { RegionsEvent } from '@lookback/office/registry';
import { shippedStandards, shippedStandardsOn } from './shipped-standards.js';
import { standards } from './standards.js';

type Adopted = DataOf<RegionsEvent, 'RegionsAdopted'>;

/** Where a county adopts its divisions, it and all regions above it come to have standards of their own. */
export const standardsOpening: CommandReaction = {
  name: 'standards-opening',
  called: { en: 'standards of regions that adopt divisions', zh: '启用区划后建立区域标准' },
  hears: ['RegionsAdopted'],
  answers: ({ data }) =>
    shippedStandards((data as Adopted).county).map((command) => ({
      name: command.region,
      command: { subject: anySubject(standards), id: command.region, command },
      effectiveOn: shippedStandardsOn,
      settledBy: 'standards.opened-already',
    })),
};

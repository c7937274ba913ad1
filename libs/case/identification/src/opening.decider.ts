import { type Decision, type Owner, type RegionCode, sealedTo } from '@lookback/kernel';
import type { MemberId } from './identification.codes.js';
import type * as ask from './identification.commands.js';
import * as did from './identification.events.js';
import type { IdentificationEvent } from './identification.events.js';
import { refuseIf } from './identification.rules.js';
import type { Identification } from './identification.state.js';
import { fileCodeOf } from './file-code.js';
import { memberIds } from './member-ids.js';
import { mustBeApart, mustHaveOneHead, sealedMember, typedMember } from './member-said.js';

/** Of others only what the asker may know of is told: of a file elsewhere nobody learns so. Source: procedures.md, chapter 0. */
export const openHousehold: Decision<ask.OpenHousehold, Identification, IdentificationEvent> = (
  household,
  { basis, village, hamlet = null, residence, members },
  { newId, saidBefore, effectiveOn, subject, others = [] },
) => {
  refuseIf(household !== null, 'identification.already-on-record');
  mustHaveOneHead(members);
  const typed = members.map((member) => typedMember(member, effectiveOn));
  mustBeApart(typed);
  const ids = memberIds(members, { newId, saidBefore });
  const there = others.find(({ has }) => has === 'member');
  refuseIf(there !== undefined, 'identification.file-already-open', { file: there && fileCodeOf(there.id) });
  const sealed = sealedTo(subject as string as Owner);
  return [
    did.householdOpened({
      basis,
      county: village.slice(0, 6) as RegionCode, // GB/T 2260
      township: village.slice(0, 9) as RegionCode,
      village,
      hamlet: hamlet === null ? null : sealed(hamlet),
      residence,
      members: typed.map((member, i) => sealedMember(member, ids[i] as MemberId)),
    }),
  ];
};

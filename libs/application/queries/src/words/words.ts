import { assistanceCodes } from '@lookback/case/assistance';
import { identificationCodes as codes, openingCodes } from '@lookback/case/identification';
import { standingCodes } from '@lookback/case/standing';
import { rectificationCodes } from '@lookback/case/rectification';
import { type InBoth, type Mode, requestOutcomes } from '@lookback/kernel';
import { type Parts, proxyKinds, rights, signMethods } from '@lookback/office/desk';
import { levelWords, postKinds, unitKinds } from '@lookback/office/registry';
import { gateKinds, procedureKinds } from '@lookback/office/standards';

/** What codes are called: list, code, words. */
export type Words = Readonly<Record<string, Readonly<Record<string, InBoth>>>>;

const modes: Readonly<Record<Mode, InBoth>> = {
  act: { en: 'done in the system', zh: '系统内办理' },
  report: { en: 'reported late', zh: '补录' },
  takeover: { en: 'taken over from a list', zh: '由名册接收' },
};

/** The words of every list of codes. Classes, sources, causes and ranks of helpers are standards, which a county may set. */
export const words: Words = {
  levels: levelWords,
  modes,
  rights,
  posts: postKinds,
  unitKinds,
  procedureKinds,
  gates: gateKinds,
  standings: standingCodes.standings,
  monitorings: standingCodes.monitorings,
  openingBases: openingCodes.openingBases,
  residences: openingCodes.residences,
  attributes: codes.attributes,
  guarantees: codes.guarantees,
  relations: codes.relations,
  schoolings: codes.schoolings,
  pupilStatuses: codes.pupilStatuses,
  healths: codes.healths,
  labours: codes.labours,
  workplaces: codes.workplaces,
  fuels: codes.fuels,
  accessRoads: codes.accessRoads,
  ethnicGroups: codes.ethnicGroups,
  joinReasons: codes.joinReasons,
  leaveReasons: codes.leaveReasons,
  documentKinds: codes.documentKinds,
  noNumberReasons: codes.noNumberReasons,
  topics: assistanceCodes.topics,
  visitPlaces: assistanceCodes.visitPlaces,
  affiliations: assistanceCodes.affiliations,
  problemStatuses: rectificationCodes.problemStatuses,
  priorities: rectificationCodes.priorities,
  answers: rectificationCodes.answers,
  peopleKinds: rectificationCodes.peopleKinds,
  escalationStages: rectificationCodes.escalationStages,
  signMethods,
  proxyKinds,
  requestOutcomes,
};

/** Those of the codes, and what events and kinds of subjects are called. */
export const wordsOf = ({ titles, kinds }: Parts): Words => ({ entries: titles, subjects: kinds, ...words });

import { ActForms } from './act-forms.js';
import { ActorResolver } from './actor-resolver.js';
import { Acquainted } from './acquainted.js';
import { CommandContextResolver } from './command-context-resolver.js';
import { CommandDecider } from './command-decider.js';
import { Desk } from './desk.js';
import { LateTelling } from './late-telling.js';
import { Redecision } from './redecision.js';
import { StandardsRead } from './standards-read.js';
import { SubmissionHandler } from './submission.handler.js';

/** The desk with all that it is made of; its ports, the log, the keys and the catalogue are the application's to give. */
export const deskProviders = [
  Desk,
  ActForms,
  Acquainted,
  ActorResolver,
  CommandContextResolver,
  CommandDecider,
  LateTelling,
  Redecision,
  StandardsRead,
  SubmissionHandler,
];

import { commandsFrom, route, routes } from '@lookback/office/desk';
import { commandFrom } from './command-from.js';
import * as ask from './person.commands.js';
import * as decide from './person.decider.js';
import { TakeOverPerson } from './take-over-person.js';

const pick = commandsFrom(commandFrom);

export const personRoutes = routes(
  route('register-person', ask.RegisterPerson, decide.registerPerson, {
    commandFrom: pick('PersonRegistered'),
    may: ['administer'],
    summary: { en: 'Puts an official on record', zh: '登记干部' },
    opens: true,
  }),
  route('', TakeOverPerson, decide.takeOverPerson, {
    may: ['record'],
    fromList: true,
    opens: true,
    summary: { en: 'Takes an official over from a list', zh: '由名册接收干部' },
  }),
  route('post-person', ask.PostPerson, decide.postPerson, {
    commandFrom: pick('Posted'),
    may: ['administer'],
    summary: { en: 'Gives an official a post in a unit', zh: '任职' },
  }),
  route('end-post', ask.EndPost, decide.endPost, {
    commandFrom: pick('PostEnded'),
    may: ['administer'],
    summary: { en: 'Ends a post', zh: '免职' },
  }),
);

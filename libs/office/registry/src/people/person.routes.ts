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
    day: 'today',
    likely: 'people',
    called: { en: 'Register an official', zh: '登记干部' },
    opens: true,
  }),
  route('take-over-person', TakeOverPerson, decide.takeOverPerson, {
    may: ['record'],
    fromList: true,
    opens: true,
    called: { en: 'Takes an official over from a list', zh: '由名册接收干部' },
  }),
  route('post-person', ask.PostPerson, decide.postPerson, {
    commandFrom: pick('Posted'),
    may: ['administer'],
    day: {
      called: { en: 'Held from', zh: '任职起始日' },
      hint: {
        en: 'The day on which the post was really taken up. Nothing before it can be recorded in this person’s name; if it was entered too late, record it again with the earlier day.',
        zh: '实际任职之日。此前的事项不能以其名义登记；填晚了，可用更早的日期再登记一次。',
      },
    },
    places: { 'person.post-outside-region': 'unit', 'person.post-held-already': 'post' },
    called: { en: 'Post', zh: '任职' },
  }),
  route('end-post', ask.EndPost, decide.endPost, {
    commandFrom: pick('PostEnded'),
    may: ['administer'],
    day: {
      called: { en: 'Ended on', zh: '免职日期' },
      hint: { en: 'The post is no longer held from this day on.', zh: '自此日起不再任职。' },
    },
    about: 'post',
    places: { 'person.post-not-held': 'effectiveOn' },
    called: { en: 'End a post', zh: '免职' },
  }),
);

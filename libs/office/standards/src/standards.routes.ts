import { route, routes } from '@lookback/office/desk';
import * as ask from './standards.commands.js';
import * as decide from './standards.decider.js';

export const standardsRoutes = routes(
  route('open-standards', ask.OpenStandards, decide.openStandards, {
    may: ['administer'],
    called: { en: 'Lets a region have standards of its own', zh: '建立区域标准' },
    opens: true,
    fromList: true,
  }),
  route('propose-standard', ask.ProposeStandard, decide.proposeStandard, {
    may: ['standards'],
    ownName: true,
    ahead: true,
    called: { en: 'Propose a standard', zh: '申请设定标准' },
  }),
  route('adopt-standard', ask.AdoptStandard, decide.adoptStandard, {
    may: ['standards'],
    ownName: true,
    ahead: true,
    about: 'proposal',
    places: { 'standards.other-day': 'effectiveOn' },
    called: { en: 'Approve', zh: '批准' },
  }),
  route('decline-standard', ask.DeclineStandard, decide.declineStandard, {
    may: ['standards'],
    ownName: true,
    ahead: true,
    about: 'proposal',
    called: { en: 'Decline', zh: '否决' },
  }),
);

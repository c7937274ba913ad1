import { route, routes } from '@lookback/office/desk';
import * as ask from './standards.commands.js';
import * as decide from './standards.decider.js';

export const standardsRoutes = routes(
  route('open-standards', ask.OpenStandards, decide.openStandards, {
    may: ['administer'],
    summary: { en: 'Lets a region have standards of its own', zh: '建立区域标准' },
    opens: true,
    fromList: true,
  }),
  route('propose-standard', ask.ProposeStandard, decide.proposeStandard, {
    may: ['standards'],
    ownName: true,
    ahead: true,
    summary: { en: 'Proposes a standard from a day on', zh: '申请设定标准' },
  }),
  route('adopt-standard', ask.AdoptStandard, decide.adoptStandard, {
    may: ['standards'],
    ownName: true,
    ahead: true,
    summary: { en: 'Approves a proposed standard', zh: '批准标准' },
  }),
  route('decline-standard', ask.DeclineStandard, decide.declineStandard, {
    may: ['standards'],
    ownName: true,
    ahead: true,
    summary: { en: 'Declines a proposed standard', zh: '否决标准' },
  }),
);

import { route, routes } from '@lookback/office/desk';
import { SendStepReminder } from './step-reminder.commands.js';
import { sendStepReminder } from './step-reminder.decider.js';

/** What the clock asks of every subject that goes by runs. */
export const stepReminderRoutes = routes(
  route('send-step-reminder', SendStepReminder, sendStepReminder, {
    may: [],
    standards: ['reminder-ladder'],
    called: { en: 'Reminds those who have to pass a gate', zh: '发出程序环节到期提醒' },
  }),
);

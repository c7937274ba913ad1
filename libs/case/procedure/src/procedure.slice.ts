import { type EventOf, namesNobody, type NamedIds, type Sentences, slice, type Titles } from '@lookback/kernel';
import { gateKinds } from '@lookback/office/standards';
import { procedureRules as rules } from './procedure.rules.js';
import * as events from './reminder.events.js';
import type { StepReminderEvent } from './reminder.events.js';

const titles: Titles<StepReminderEvent> = { StepReminderSent: { en: 'reminder of a gate sent', zh: '环节到期提醒' } };

const sentences: Sentences<StepReminderEvent> = {
  StepReminderSent: ({ run, gate, step, dueOn, to }, { person }) => {
    const people = to.map((one) => person(one));
    const { en, zh } = gateKinds[gate];
    const when = step >= 0 ? [`${step} days before`, `前 ${step} 天`] : [`${-step} days after`, `后 ${-step} 天`];
    return {
      en: `Reminder of ${en} in run ${run}, ${when[0]} the limit ${dueOn}, to ${people.join(', ')}.`,
      zh: `程序 ${run} “${zh}”到期提醒（时限 ${dueOn} ${when[1]}）：${people.join('、')}。`,
    };
  },
};

/** What is said of runs, whatever they are of: every subject that goes by runs mounts it beside its own slices. */
export const procedureSlice = slice({ events, titles, sentences, rules, namedIn });

function namedIn(event: EventOf): NamedIds {
  const { type, data } = event as StepReminderEvent | EventOf<''>;
  return type === 'StepReminderSent' ? { people: data.to, units: [] } : namesNobody;
}

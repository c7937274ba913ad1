import type { EventOf } from '@lookback/kernel';
import { controllerFor } from './controllers.js';
import type { Part } from './part.js';
import { anySubject, type Subject } from './subject.js';

interface Mounted<State, Event extends EventOf>
  extends Pick<Part, 'called' | 'slices'>, Partial<Pick<Part, 'registers' | 'models' | 'reactions' | 'reminders' | 'controllers'>> {
  readonly subject: Subject<State, Event>;
}

/** Declares what a kind of subject brings. Where it names no controllers, its table of routes makes one. */
export const part = <State, Event extends EventOf>({
  subject,
  called,
  slices,
  registers = [],
  models = () => [],
  reactions = [],
  reminders = [],
  controllers = [controllerFor(subject)],
}: Mounted<State, Event>): Part => ({
  kind: subject.name,
  called,
  slices,
  subject: anySubject(subject),
  registers,
  models,
  reactions,
  reminders,
  controllers,
});

import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { bodyOf, type CommandBody } from './command-body.dto.js';
import { type CommandClass, rightsToAsk } from './route.js';
import { type AnySubject, SubjectAbsent } from './subject.js';
import { Malformed, strictly } from './validation.js';

const bodies = new Map<CommandClass, CommandClass<CommandBody>>();

/** A body as the route of this path would take it. Throws Malformed as that does, and SubjectAbsent where the subject has no such route. */
export function checkedBody(subject: AnySubject, path: string, body: object | undefined, { opens = false } = {}): CommandBody {
  const line = subject.routes.find((one) => one.path === path && !one.fromList && one.opens === opens && rightsToAsk(one).length > 0);
  if (!line) throw new SubjectAbsent(subject.name, path);
  const shape = bodies.get(line.command) ?? bodyOf(line.command, line.acts);
  bodies.set(line.command, shape);
  const made = plainToInstance(shape, isObject(body) ? body : {});
  const faults = validateSync(made, { ...strictly, stopAtFirstError: false, validationError: { target: true } });
  if (faults.length > 0) throw new Malformed(faults);
  return made;
}

/** What is no object has none of the fields, and is told so. */
const isObject = (body: unknown): body is object => typeof body === 'object' && body !== null && !Array.isArray(body);

import { actsOf, checkedBody, Clock, idOpenedBy, Malformed, type Principal, Submission } from '@lookback/office/desk';
import { product } from '@lookback/application/system';
import type { CalendarDate } from '@lookback/kernel';
import { CommandBus } from '@nestjs/cqrs';
import type { ValidationError } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { WrongUsage } from '../finish.js';
import { type Inside, inProcess, whoActs } from '../in-process.js';
import { answer, answerJson } from '../output.js';
import { commandOf, optionsIn } from '../typed-command.js';

interface Asked {
  readonly on?: string;
  readonly actedBy?: string;
  readonly document?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** Asks an act of a subject under the account that signed in, through the same desk as the console; `-` in place of an id opens a new one. */
export async function askVerb(plural: string, id: string, path: string, args: readonly string[], asked: Asked): Promise<void> {
  const subject = product.subjects.find((one) => one.plural === plural);
  const line = subject?.routes.find((one) => one.path === path);
  const [of] = subject ? actsOf([subject]).subjects : [];
  const act = of?.acts.find((one) => one.path === path && !one.fromList);
  if (!subject || !line || !act) throw new WrongUsage(`nobody can ask ${plural} to ${path}: see lookback acts`);
  if (line.form) throw new WrongUsage(`${path} is asked in the console: it takes a password`);
  if (act.opens !== (id === '-')) throw new WrongUsage(act.opens ? `${path} opens a new one: give - for its id` : `${path} needs an id`);
  const command = commandOf(act.fields, optionsIn(args));
  await inProcess(async (inside) => {
    const who = await signedIn(inside);
    const key = asked.key ?? randomUUID();
    const body = wellFormed(() =>
      checkedBody(subject, path, { command, envelope: envelopeOf(asked, inside.app.get(Clock).today()) }, { opens: act.opens }),
    );
    const request = { subject, id: act.opens ? idOpenedBy(who, subject, key) : id, ...body, who, key };
    const receipt = await inside.app.get(CommandBus).execute(new Submission(request));
    if (asked.json) answerJson(receipt);
    else answer(`${act.called.zh}  ${act.called.en}: ${plural} ${receipt.id} @${receipt.position}`);
  });
}

async function signedIn(inside: Inside): Promise<Principal> {
  const who = await whoActs(inside);
  if ('process' in who) throw new WrongUsage('Sign in first: lookback login <login>');
  return who;
}

/** As of today where no day is given. */
const envelopeOf = ({ on, actedBy, document }: Asked, today: CalendarDate) => ({
  effectiveOn: on ?? today,
  ...(actedBy !== undefined && { actedBy }),
  ...(document !== undefined && { authority: { kind: 'document', number: document } }),
});

/** What is not as the form has it is the user's to mend, field by field. */
function wellFormed<Body>(check: () => Body): Body {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new WrongUsage(error.faults.flatMap((fault) => faultsIn(fault)).join('\n'));
  }
}

const faultsIn = ({ property, constraints = {}, children = [] }: ValidationError, above = ''): string[] => {
  const path = ['command', 'envelope'].includes(property) ? '' : `${above}${property}`;
  const own = Object.values(constraints).map((why) => `--${path}: ${why}`);
  return [...own, ...children.flatMap((child) => faultsIn(child, path === '' ? '' : `${path}.`))];
};

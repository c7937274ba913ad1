import { deciders } from '@lookback/office/desk';
import { actsOfAnyDayOn } from './acts-of-any-day.js';
import { type Ask, asker } from './asking.js';
import { excerptBytes, imported } from './importing.js';
import { type Premises, premises } from './office.js';
import { Running } from './running.js';
import { type Colleague, newcomer, type Staff, staffed } from './staff.js';

/** The product as `npm run build` left it, in a process of its own, with an office that works in it. */
export interface BuiltOffice extends Premises {
  readonly url: string;
  readonly ask: Ask;
  readonly server: Running;
  readonly staff: Staff;
  /** Decides everything in the county, administers it, and sets its standards. */
  readonly all: Colleague;
  close(): Promise<void>;
}

/** Opens one, with the households of the excerpt. */
export async function openBuiltOffice(env: Readonly<Record<string, string>> = {}): Promise<BuiltOffice> {
  const place = await premises();
  const server = Running.server({ ...place.env, ...env });
  const close = async () => {
    server.send('SIGKILL');
    await server.ended();
    await place.drop();
  };
  const url = await server.url();
  const ask = asker(url);
  await actsOfAnyDayOn(place.settings);
  const staff = await staffed(ask, await server.said(/password: (\w+)/));
  await imported(ask, excerptBytes(), staff.operator.token);
  const rights = [...deciders, 'standards', 'administer'];
  const all = await newcomer(ask, staff, { login: 'all.rights', rights });
  return { ...place, url, ask, server, staff, all, close };
}

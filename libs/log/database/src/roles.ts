import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';

/** The role that migrations grant to. The application's LOGIN role, whatever its name, is a member of it. */
export const applicationRole = 'lookback_application';

const mayNothing = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** Makes the role that migrations grant to, where it is missing. */
export const ensureApplicationRole = (owner: Client): Promise<void> =>
  unlessThere(owner, roleExists(applicationRole), `CREATE ROLE ${applicationRole} NOLOGIN ${mayNothing}`);

/** Makes what is missing of the roles. They belong to the whole cluster, so another database may make them at the same moment. */
export async function ensureRoles(owner: Client, login: { user: string; password: string }): Promise<void> {
  const user = escapeIdentifier(login.user);
  await ensureApplicationRole(owner);
  await unlessThere(
    owner,
    roleExists(login.user),
    `CREATE ROLE ${user} LOGIN INHERIT ${mayNothing} PASSWORD ${escapeLiteral(verifier(login.password))}`,
  );
  await unlessThere(owner, isMember(login.user), `GRANT ${applicationRole} TO ${user}`);
}

const roleExists = (role: string) => `SELECT 1 FROM pg_roles WHERE rolname = ${escapeLiteral(role)}`;

const isMember = (user: string) =>
  `SELECT 1 FROM pg_auth_members WHERE roleid = '${applicationRole}'::regrole AND member = ${escapeLiteral(escapeIdentifier(user))}::regrole`;

async function unlessThere(owner: Client, question: string, statement: string): Promise<void> {
  const { rowCount } = await owner.query(question);
  if (rowCount) return;
  await owner.query(statement).catch(async (error: unknown) => {
    const again = await owner.query(question);
    if (!again.rowCount) throw error;
  });
}

/** The SCRAM verifier that PostgreSQL would compute: so the password itself never travels, nor stands in a log of statements. */
function verifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, 4096, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

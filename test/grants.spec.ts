import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSystem, type System } from '@lookback/application/system';
import { type Premises, premises } from './support/office.js';

let place: Premises;
let system: System;

beforeAll(async () => {
  place = await premises();
  system = await openSystem(place.settings);
});
afterAll(async () => {
  await system.close();
  await place.drop();
});

/** All that the application's role, a role in it, or everybody may, beside what the application owns itself: its read models. */
const grants = `
  WITH own AS (SELECT oid FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')),
  object AS (
    SELECT 'database' AS what, datdba AS owner, coalesce(datacl, acldefault('d', datdba)) AS acl, 'pg_database' AS within FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT 'schema ' || nspname, nspowner, nspacl, nspname FROM pg_namespace
    UNION ALL SELECT oid::regclass::text, relowner, relacl, relnamespace::regnamespace::text FROM pg_class
    UNION ALL SELECT attrelid::regclass || '.' || attname, relowner, attacl, relnamespace::regnamespace::text FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
    UNION ALL SELECT oid::regprocedure::text, proowner, coalesce(proacl, acldefault('f', proowner)), pronamespace::regnamespace::text FROM pg_proc
    UNION ALL SELECT 'whatever is made later', defaclrole, defaclacl, defaclnamespace::regnamespace::text FROM pg_default_acl)
  SELECT privilege_type || ' ' || what AS granted FROM object, aclexplode(acl) AS said
  WHERE (grantee = 0 OR grantee IN (SELECT oid FROM own)) AND owner NOT IN (SELECT oid FROM own)
    AND within NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
  ORDER BY what COLLATE "C", privilege_type COLLATE "C"`;

const expected = [
  ...['DELETE', 'INSERT', 'SELECT', 'UPDATE'].map((right) => `${right} attachment.brought`),
  'SELECT attachment.looked_through',
  'UPDATE attachment.looked_through',
  'DELETE attachment.uploaded',
  'INSERT attachment.uploaded',
  'SELECT attachment.uploaded',
  'UPDATE attachment.uploaded.named_at',
  'UPDATE attachment.uploaded.state',
  'UPDATE attachment.uploaded.touched_at',
  'CONNECT database',
  'EXECUTE log.append(text,integer[],integer[],integer[],text,integer[],text,text,smallint[],bytea,text,text,text)',
  'EXECUTE log.append_one(text,integer,uuid,text,smallint,bytea,text,text,text)',
  'SELECT log.entry',
  'EXECUTE log.give_numbers(bigint,bigint[],timestamp with time zone[])',
  'SELECT log.head',
  'SELECT log.number',
  'EXECUTE log.number_at(timestamp with time zone)',
  'EXECUTE log.number_log(text)',
  'SELECT log.numbering',
  'EXECUTE log.pieces(text[],integer[],integer[])',
  'EXECUTE log.position_at(timestamp with time zone)',
  'EXECUTE log.propose_origin(text)',
  'SELECT log.stream',
  'SELECT lookback.migration',
  ...['attachment', 'log', 'lookback'].map((schema) => `USAGE schema ${schema}`),
  'CREATE schema read',
  ...['read', 'session', 'vault'].map((schema) => `USAGE schema ${schema}`),
  'DELETE session.attempt',
  'INSERT session.attempt',
  'SELECT session.attempt',
  'UPDATE session.attempt',
  'DELETE session.signed_out',
  'INSERT session.signed_out',
  'SELECT session.signed_out',
  'EXECUTE session.tried(bytea,integer,integer,timestamp with time zone)',
  'INSERT vault.data_key',
  'SELECT vault.data_key',
];

it('the application may do in the database what is written here, and nothing else', async () => {
  const { rows } = await system.database.pool.query<{ granted: string }>(grants);
  expect(rows.map(({ granted }) => granted)).toEqual(expected);
});

it('its role can do nothing that a role can do by itself', async () => {
  const { rows } = await system.database.pool.query(`
    SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
           (SELECT array_agg(oid::regrole::text) FROM pg_roles o WHERE pg_has_role(current_user, o.oid, 'MEMBER') AND o.oid <> r.oid) AS member
    FROM pg_roles r WHERE rolname = current_user`);
  const never = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, rolbypassrls: false };
  expect(rows).toEqual([{ ...never, member: ['lookback_application'] }]);
});

it('it is refused every change of the log and of the keys, table by table', async () => {
  const { rows: tables } = await place.owner.query<{ name: string; column: string }>(`
    SELECT c.oid::regclass::text AS name, attname AS column FROM pg_class c JOIN pg_attribute ON attrelid = c.oid AND attnum = 1
    WHERE relnamespace IN ('log'::regnamespace, 'vault'::regnamespace) AND relkind IN ('r', 'p')`);
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['log.entry', 'log.entry_0', 'log.stream', 'log.head', 'vault.data_key']),
  );
  const changes = tables.flatMap(({ name, column }) => [`UPDATE ${name} SET ${column} = ${column}`, `DELETE FROM ${name}`, `TRUNCATE ${name}`, `DROP TABLE ${name}`]); // prettier-ignore
  const made = ['log', 'vault', 'session', 'attachment', 'public', 'lookback'].map((schema) => `CREATE TABLE ${schema}.more (n int)`);
  for (const statement of [...changes, ...made, 'CREATE SCHEMA more', 'CREATE TEMPORARY TABLE more (n int)'])
    await expect(system.database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
});

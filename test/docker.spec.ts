import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly build?: unknown;
  readonly extends?: { readonly file: string; readonly service: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

const files = ['docker/compose.yaml', 'docker/compose.cluster.yaml'] as const;
const reset = { tag: '!reset', collection: 'seq' as const, resolve: () => [] };
const servicesIn = (path: string) =>
  (parse(read(path), { merge: true, customTags: [reset] }) as { services: Readonly<Record<string, Service>> }).services;

/** The office on one node, and what it is with the second file laid over it. */
const alone = servicesIn(files[0]);
const over = servicesIn(files[1]);
const cluster = Object.fromEntries(
  [...new Set([...Object.keys(alone), ...Object.keys(over)])].map((name) => [name, laidOver(over[name], alone[name])]),
);

function laidOver(above: Service | undefined, below: Service | undefined): Service {
  const base = below ?? alone[above?.extends?.service ?? ''];
  return { ...base, ...above, environment: { ...base?.environment, ...above?.environment } };
}

const everyService = Object.entries({ ...alone, ...cluster }).map(([name, service]) => ({ name, ...service }));

describe('the containers', () => {
  it('are those of an office, alone and with a cluster', () => {
    expect(Object.keys(alone)).toEqual(['postgres', 'eventstoredb', 'account', 'setup', 'server']);
    expect(Object.keys(cluster)).toEqual([...Object.keys(alone), 'eventstoredb2', 'eventstoredb3', 'worker']);
  });

  it.each(everyService)('$name runs a pinned image, as nobody who may do more, and writes only where it is let', (service) => {
    expect(service.image).toMatch(/^[\w./-]+:\d+\.\d+[\w.-]*(@sha256:[\da-f]{64})?$/);
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect([service.read_only, service.cap_drop, service.security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  const staying = everyService.filter(({ restart }) => restart !== 'no');
  it.each(staying.filter(({ name }) => name !== 'worker'))('$name, which stays, says how it is', ({ healthcheck, build }) => {
    const ofImage = build ? /^HEALTHCHECK/m.exec(read('docker/Dockerfile'))?.[0] : undefined;
    expect(healthcheck?.test?.[0] ?? ofImage).toMatch(/^(CMD|HEALTHCHECK)$/);
  });

  it('leave only those without HTTP unasked: the server’s /health says how far they are', () => {
    expect(staying.filter(({ healthcheck }) => healthcheck?.disable).map(({ name }) => name)).toEqual(['worker']);
    expect(cluster['worker']?.environment?.['LOOKBACK_ROLES']).not.toContain('api');
  });

  it('wait only for services that there are', () => {
    for (const { depends_on } of everyService) expect(Object.keys(cluster)).toEqual(expect.arrayContaining(Object.keys(depends_on ?? {})));
  });

  it.each(files)('%s names only settings that there are', (file) => {
    const names = [...read(file).matchAll(/^ *(LOOKBACK_\w+):/gm)].map(([, name]) => name);
    const known = [...read('libs/application/system/src/settings.ts').matchAll(/env\['(LOOKBACK_\w+)'\]/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(2);
    expect(known).toEqual(expect.arrayContaining(names));
  });

  it.each(files)('%s holds no password, and takes none that was not made for it', (file) => {
    const text = read(file).replaceAll(/#.*$/gm, '');
    const made = /for name in ([A-Z_ ]+);/.exec(read('docker/prepare.sh'))?.[1]?.split(' ') ?? [];
    const asked = [...text.matchAll(/\$\{?(\w+)([^}]*)\}?/g)].map(([, name, rest]) => [name, rest]);
    expect(asked.length).toBeGreaterThan(1);
    for (const [name, rest] of asked) expect([made.includes(name ?? ''), rest]).toEqual([true, ':?run docker/prepare.sh']);
    for (const [, value] of text.matchAll(/PASSWORD: (.*)/g)) expect(value).toMatch(/^\$\{/);
    for (const [, userinfo] of text.matchAll(/:\/\/([^@\s]*)@/g)) expect(userinfo).toMatch(/^\w+:\$\{\w+:\?run docker\/prepare\.sh\}$/);
  });

  it('give the owners’ rights to the setup alone, and every role to somebody', () => {
    for (const services of [alone, cluster]) {
      const owners = Object.keys(services).filter((name) => Object.keys(services[name]?.environment ?? {}).some((key) => /^LOOKBACK_.*OWNER_URL$/.test(key))); // prettier-ignore
      expect(owners).toEqual(['setup']);
      const roles = Object.values(services).flatMap(({ environment }) => environment?.['LOOKBACK_ROLES']?.split(',') ?? []);
      expect(roles.sort()).toEqual(['api', 'clock', 'projector', 'reactor']);
    }
  });

  it('are built in two stages from pinned images, and the last one runs without rights', () => {
    const stages = read('docker/Dockerfile')
      .split(/^FROM /m)
      .slice(1);
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^node:\d+\.\d+\.\d+[\w-]*/);
    expect(stages.at(-1)).toMatch(/^USER node$/m);
    expect(stages.at(-1)).not.toMatch(/^(ADD|RUN (?!install -d ))/m);
  });
});

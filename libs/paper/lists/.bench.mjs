import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';
const t0 = performance.now();
const { importRoster } = await import('/work/main/libs/paper/lists/src/index.ts');
const bytes = readFileSync(process.argv[2] ?? '/work/shared/data/yongshou-roster.xlsx');
const regions = readFileSync('/work/shared/data/regions.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((l) => l.split(','));
const byCode = new Map(regions.map((r) => [r[0], r]));
const vill = new Map();
for (const r of regions)
  if (r[2] === 'village') {
    const p = byCode.get(r[3]),
      g = byCode.get(p[3]);
    vill.set([g[1], p[1], r[1]].join('/'), r[0]);
  }
const zh = '因病 因残 因学 因灾 缺土地 缺水 缺技术 缺劳力 缺资金 交通条件落后 自身发展动力不足 其他'.split(' ');
const causes = { causes: zh.map((w, i) => ({ code: String(i + 1).padStart(2, '0'), zh: w, en: w })) };
let pos = 0,
  mem = 0;
const watch = setInterval(() => (mem = Math.max(mem, process.memoryUsage.rss())), 10);
console.log('loaded', Math.round(performance.now() - t0), 'rss', Math.round(process.memoryUsage.rss() / 1e6));
const prog = [];
let first;
const report = await importRoster(bytes, {
  desk: {
    submitMany: async (many) => {
      first ??= many[0];
      await new Promise((r) => setImmediate(r));
      return many.map((a) => ({ id: a.id, revision: 1, position: ++pos, events: ['HouseholdTakenOver'] }));
    },
  },
  keys: { bodyDigest: (t) => createHmac('sha256', 'k').update(t).digest('base64url') },
  who: { process: 'setup' },
  dated: '2020-12-31',
  regions: { villageNamed: (a, b, c) => (process.env.NOVILL ? null : (vill.get([a, b, c].join('/')) ?? null)) },
  causes,
  onProgress: (c) => prog.push([Math.round(performance.now() - t0), c]),
  dryRun: !!process.env.DRY,
});
clearInterval(watch);
mem = Math.max(mem, process.memoryUsage.rss());
const total = performance.now() - t0;
console.log(
  {
    ...report,
    faults: report.faults.slice(0, 2),
    duplicatePlaces: report.duplicatePlaces.slice(0, 2),
    refusedWorkbook: report.refusedWorkbook?.length,
  },
  'peak',
  Math.round(mem / 1e6),
  'total ms',
  Math.round(total),
);
console.log(JSON.stringify(prog.filter(([, c]) => c.subjects !== null)[0]), prog.length, JSON.stringify(prog.at(-1)));
if (process.env.SHOW) console.dir(first, { depth: 6 });

import { Button } from 'antd';
import { answer, api, type Shapes } from '../../api/ask.js';
import { Refused } from '../../api/problem-details.js';
import { useAsking } from '../../api/use-asking.js';
import { Export } from '../../components/export.js';
import { Failure } from '../../components/failure.js';
import { Progress } from '../../components/progress.js';
import { Tag, type Tone } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';
import { dayAndClock } from '../../moment/day.js';
import { Faults } from './faults.js';
import { Findings } from './findings.js';
import { figures, type Progressed, type Report } from './report.js';
import './import-job.css';

type Job = Shapes['ImportShown'];
const tones: Record<Job['state'], Tone> = { running: 'waiting', done: 'good', stopped: 'warning', failed: 'bad' };

/** A takeover: how far it has come, what became of it, and what was refused. */
export function ImportJob({ job, onStopped }: { readonly job: Job; readonly onStopped: () => void }) {
  const t = useWords();
  const { ask, asking, failure } = useAsking();
  const { rows, done, subjects } = job.progress as unknown as Progressed;
  const stop = () => ask(() => answer(api.POST('/imports/{id}/stop', { params: { path: { id: job.id } } })).then(onStopped));
  return (
    <article className="job">
      <p>
        <strong>
          {t(`imports.${job.list}`)} · {job.dated}
        </strong>{' '}
        <Tag tone={tones[job.state]}>{t(`imports.${job.state}`)}</Tag> {job.dryRun && <Tag>{t('imports.wasDryRun')}</Tag>}{' '}
        <span className="hint">{dayAndClock(job.begunAt)}</span>
      </p>
      {job.state === 'running' && (
        <Progress label={t('imports.progress', { rows, done, subjects: subjects ?? '…' })} done={done} all={subjects}>
          <Button size="small" onClick={() => void stop()} loading={asking}>
            {t('imports.stop')}
          </Button>
        </Progress>
      )}
      {failure !== undefined && <Failure error={failure} />}
      {job.problem && <Failure error={new Refused(job.problem as never)} />}
      {job.report && <Outcome report={job.report as unknown as Report} dryRun={job.dryRun} />}
      {job.hasRefused && (
        <Export from={`/imports/${job.id}/refused.xlsx`} name={`refused-${job.dated}.xlsx`} label={t('imports.refusedBook')} />
      )}
    </article>
  );
}

function Outcome({ report, dryRun }: { readonly report: Report; readonly dryRun: boolean }) {
  const t = useWords();
  const { rows, accepted, refused, alreadyThere, differing, entries, stated, seconds, refusedLeftOut } = report;
  const counted = figures.filter((figure) => report[figure] !== undefined);
  return (
    <>
      <p>
        {t(dryRun ? 'imports.wouldBe' : 'imports.was', { rows, accepted, refused, alreadyThere, differing, seconds: seconds.toFixed(1) })}
      </p>
      <p className="hint">
        {counted.map((figure) => `${t(`imports.count.${figure}`)} ${(report[figure] ?? 0).toLocaleString()}`).join(' · ')}
        {report.sheets.length > 0 && ` · ${t('imports.sheets', { sheets: report.sheets.join('、') })}`}
        {stated && ` · ${t('imports.stated', stated)}`}
        {!dryRun && ` · ${t('imports.entries', { entries })}`}
      </p>
      <Findings report={report} />
      {refusedLeftOut > 0 && <p className="hint">{t('imports.leftOut', { count: refusedLeftOut })}</p>}
      <Faults faults={report.faults} />
    </>
  );
}

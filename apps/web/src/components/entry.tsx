import { type ReactNode, use } from 'react';
import type { Shapes } from '../api/ask.js';
import { useWords, type Words } from '../i18n/words.js';
import { dayAndClock, today } from '../moment/day.js';
import { useMay } from '../session/may.js';
import { opens } from '../session/route-access.js';
import { Attachments, AttachmentsOf } from './attachments.js';
import { Description, DescriptionList } from './description-list.js';
import { Proof } from './proof.js';
import { RecordLink } from './record-link.js';
import { Tag } from './tag.js';
import './entry.css';

export type EntryNarrative = Shapes['EntryNarrativeShown'];

/** One entry as a sentence, with who decided and who typed it, post and unit as held on the day, and what it rests on. */
export function Entry({ entry, children }: { readonly entry: EntryNarrative; readonly children?: ReactNode }) {
  const t = useWords();
  const may = useMay();
  return (
    <article className={entry.standing === 'struck out' ? 'entry struck' : 'entry'} id={`entry-${String(entry.position)}`}>
      <div className="entry-head">
        <time dateTime={entry.effectiveOn}>{entry.effectiveOn}</time>
        {may(opens('/entries')) ? (
          <RecordLink to={`/entries/${String(entry.position)}`}>@{entry.position}</RecordLink>
        ) : (
          <span>@{entry.position}</span>
        )}
        {entry.standing === 'corrected' && <Tag tone="warning">{t('entry.corrected')}</Tag>}
        {entry.standing === 'struck out' && <Tag tone="bad">{t('entry.struckOut')}</Tag>}
        {entry.onDocument && <Tag tone="warning">{t('entry.onDocument')}</Tag>}
        {entry.lateDays !== null && <Tag tone="warning">{lateOf(entry, t)}</Tag>}
        {entry.mode === 'takeover' && <Tag>{t('entry.takeover')}</Tag>}
        <Proof position={entry.position} />
      </div>
      <p className="entry-sentence">{t.both(entry)}</p>
      {entry.first && (
        <p className="entry-first">
          {t('entry.first')} <del>{dated(entry.first, entry, t)}</del>
        </p>
      )}
      {entry.standing === 'speaks of others' && entry.wanted && (
        <p>
          {t('entry.wanted')} <ins>{dated(entry.wanted, entry, t)}</ins>
        </p>
      )}
      <DescriptionList>
        {entry.amendment && <AmendedBy entry={entry} amendment={entry.amendment} />}
        {entry.breaches.length > 0 && (
          <Description term={t('entry.breaksRules')}>{entry.breaches.map((breach) => t.both(breach)).join(' ')}</Description>
        )}
        {entry.actedBy && (
          <Description term={t('entry.actedBy')}>
            <Actor by={entry.actedBy} />
          </Description>
        )}
        <Description term={t('entry.recordedBy')}>
          <Recorder by={entry.recordedBy} /> · {dayAndClock(entry.recordedAt)}
        </Description>
        {entry.authority && <Description term={t('entry.authority')}>{authorityOf(entry.authority, t)}</Description>}
        {entry.evidence.length > 0 && (
          <Description term={t('entry.evidence')}>
            <Attachments digests={entry.evidence} />
          </Description>
        )}
      </DescriptionList>
      {children}
    </article>
  );
}

type Amendment = NonNullable<EntryNarrative['amendment']>;

/** Both persons who changed it, or let a late report count, with their units; and why. */
function AmendedBy({
  entry,
  amendment: { proposed, answered, reason },
}: {
  readonly entry: EntryNarrative;
  readonly amendment: Amendment;
}) {
  const t = useWords();
  const whose = use(AttachmentsOf);
  const term =
    entry.standing === 'struck out' ? 'entry.struckOutBy' : entry.standing === 'corrected' ? 'entry.correctedBy' : 'entry.confirmedBy';
  return (
    <Description term={t(term)}>
      <div>
        {t('entry.proposedBy')} <Recorder by={proposed.by} /> · {dayAndClock(proposed.at)}
      </div>
      <div>
        {t('entry.answeredBy')} <Recorder by={answered.by} /> · {dayAndClock(answered.at)}
      </div>
      {reason !== null && <div>{t('entry.because', { reason })}</div>}
      {whose && <a href={changeBy(answered.position, whose.of)}>{t('entry.changed')}</a>}
    </Description>
  );
}

/** The file of today as it was known just before an entry, beside the same with that. */
const changeBy = (position: number, of: string): string =>
  `${of}/time?fromAt=${today()}&fromKnown=@${String(position - 1)}&at=${today()}&known=@${String(position)}`;

/** What is or was said, with its day where that differs. */
const dated = (said: NonNullable<EntryNarrative['first']>, { effectiveOn }: EntryNarrative, t: Words): string =>
  said.effectiveOn === effectiveOn ? t.both(said) : `${said.effectiveOn} · ${t.both(said)}`;

function lateOf({ lateDays, breaches }: EntryNarrative, t: Words): string {
  const days = lateDays ?? 0;
  if (days === 0) return t('entry.breaking', { count: breaches.length });
  return breaches.length === 0 ? t('entry.late', { days }) : t('entry.lateBreaking', { days, count: breaches.length });
}

interface Held {
  readonly person: string;
  readonly name: string | null;
  readonly post?: string;
  readonly unit?: string;
  readonly unitName: string | null;
}

/** A person with the post and unit held on the day, each leading to its record where one may open that. */
function Holder({ person, name, post, unit, unitName }: Held) {
  const t = useWords();
  const may = useMay();
  const opened = may(opens('/people/'));
  const [who, where] = [name ?? t('erased'), unitName ?? '—'];
  return (
    <>
      {opened ? <RecordLink to={`/people/${person}`}>{who}</RecordLink> : who}
      {post && ` · ${t.code('post', post)}`}
      {unit && ' · '}
      {unit && (opened ? <RecordLink to={`/units/${unit}`}>{where}</RecordLink> : where)}
    </>
  );
}

/** Who acted; a member of a household in words. */
function Actor({ by }: { readonly by: NonNullable<EntryNarrative['actedBy']> }) {
  const t = useWords();
  return by.person ? <Holder {...by} person={by.person} /> : <>{t.both(by)}</>;
}

/** Who typed it in; for readers of cases, with a link to their record. */
function Recorder({ by }: { readonly by: EntryNarrative['recordedBy'] }) {
  const t = useWords();
  return by.person ? <Holder {...by} person={by.person} /> : <>{t.both(by)}</>;
}

const authorityOf = (authority: Readonly<Record<string, unknown>>, t: Words): string =>
  [t.code('authority', String(authority['kind'])), authority['number'], authority['date']].filter(Boolean).join(' ');

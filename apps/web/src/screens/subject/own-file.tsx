import { useQuery } from '@tanstack/react-query';
import type { MomentAsked } from '../../moment/moment-asked.js';
import { officeReaders, useMay } from '../../session/may.js';
import { fileOf } from './subject-queries.js';
import { FileOf, TimeMachineLink } from './subject-sections.js';

interface Props {
  /** Such as `/units/…`. */
  readonly subject: string;
  readonly moment: MomentAsked;
}

/** The file of what the office has on record itself, below the figures of its page; for those who may read the office's entries. */
export function OwnFile(props: Props) {
  const may = useMay();
  return may(officeReaders) ? <Shown {...props} /> : null;
}

function Shown({ subject, moment }: Props) {
  const file = useQuery(fileOf(subject, moment));
  return (
    <>
      <p className="acts">
        <TimeMachineLink subject={subject} search={moment} />
      </p>
      <FileOf {...{ subject, file, moment }} />
    </>
  );
}

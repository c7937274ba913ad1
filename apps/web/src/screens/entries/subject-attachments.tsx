import type { ReactNode } from 'react';
import type { Shapes } from '../../api/ask.js';
import { AttachmentsOf } from '../../components/attachments.js';

/** Around an entry: the photos and papers that it names are those of its subject. */
export function SubjectAttachments({ entry, children }: { readonly entry: Shapes['EntryLine']; readonly children: ReactNode }) {
  const { subjectPath, region } = entry;
  return <AttachmentsOf value={subjectPath === null ? null : { of: subjectPath, region: region ?? undefined }}>{children}</AttachmentsOf>;
}

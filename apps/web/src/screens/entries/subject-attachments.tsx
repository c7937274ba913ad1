import type { ReactNode } from 'react';
import type { Shapes } from '../../api/ask.js';
import { AttachmentsOf } from '../../components/attachments.js';

/** Around an entry: the photos and papers that it names are those of its household; no other subject has any. */
export function SubjectAttachments({ entry, children }: { readonly entry: Shapes['EntryLine']; readonly children: ReactNode }) {
  const { kind, subject, region } = entry;
  return (
    <AttachmentsOf value={kind === 'household' ? { of: `/households/${subject}`, region: region ?? undefined } : null}>
      {children}
    </AttachmentsOf>
  );
}

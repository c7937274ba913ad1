import { createContext, use } from 'react';
import { AttachmentThumbnail } from './attachment-thumbnail.js';
import { shortDigest } from './digest.js';
import './attachments.css';

/** Whose photos and papers the digests below name. */
export const AttachmentsOf = createContext<{
  /** Such as `/households/…`. */
  readonly of: string;
  /** Where it lies, as far as that is known. */
  readonly region?: string | undefined;
} | null>(null);

/** Photos and papers by digest, small; each opens. */
export function Attachments({ digests }: { readonly digests: readonly string[] }) {
  const whose = use(AttachmentsOf);
  if (whose === null) return <>{digests.map((digest) => shortDigest(digest, 12)).join(', ')}</>;
  return (
    <span className="attachments">
      {digests.map((digest) => (
        <AttachmentThumbnail key={digest} {...whose} digest={digest} />
      ))}
    </span>
  );
}

/** The first digits of a digest, without its algorithm: enough to tell a few attachments apart. */
export const shortDigest = (digest: string, digits: number): string => digest.slice(digest.indexOf(':') + 1).slice(0, digits);

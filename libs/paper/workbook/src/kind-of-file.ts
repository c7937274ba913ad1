import { workbook } from './refusals.js';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** Compound file of Excel 97, which also wraps every workbook that has a password. */
const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Refuses what does not begin as a zip archive, in words that say what it seems to be. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, 0x50, 0x4b)) return;
  if (isCompoundFile(bytes)) refuseCompoundFile(bytes);
  if (bytes.length === 0) workbook.refuse('workbook.empty');
  const found = guessed(bytes);
  if (found === undefined) workbook.refuse('workbook.unknown-kind');
  workbook.refuse('workbook.not-a-workbook', { found });
}

function refuseCompoundFile(bytes: Uint8Array): never {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return workbook.refuse('workbook.encrypted');
  }
  return workbook.refuse('workbook.old-format', { found: '.xls' });
}

/** By names that are the same in every language. */
function guessed(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'PNG';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'JPEG';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'PDF';
  return bytes.subarray(0, 512).includes(0) ? undefined : 'TXT, CSV, HTML';
}

import { erased, erasedMark, masked, Quoted, Sealed, type Visibility } from '@lookback/kernel';

/**
 * What an entry says, as JSON, for a reader who may see it. What is sealed reads `{ sealed: <owner>, value }`: the value, masked where it is
 * a number by which a person is found, null where it is withheld, `{ erased: true }` where its key is destroyed.
 */
export function redacted(data: unknown, sight: Visibility, field = ''): unknown {
  if (data instanceof Sealed) return { sealed: data.owner, value: opened(data, sight, field) };
  if (data instanceof Quoted) return { type: data.event.type, data: redacted(data.event.data, sight) };
  if (Array.isArray(data)) return data.map((one) => redacted(one, sight));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, redacted(value, sight, name)]));
}

const found: ReadonlySet<string> = new Set(['citizenNumber', 'documentNumber', 'phone']);
/** Cells of a list as somebody typed them: anything may stand in them. */
const typed = 'asWritten';

function opened({ owner, value }: Sealed<unknown>, sight: Visibility, field: string): unknown {
  if (value === erased) return erasedMark;
  // Of an account, only the hash of a password is sealed.
  if (owner.startsWith('account-') || (sight === 'masked' && field === typed)) return null;
  return sight === 'masked' && found.has(field) && typeof value === 'string' ? masked(value) : value;
}

import type { RegisterPage } from '@lookback/application/queries';

/** Which rows a page lists. */
export const listed = ({ rows }: RegisterPage): string[] => rows.map(({ subject, key }) => `${subject.kind}-${subject.id} ${key}`);

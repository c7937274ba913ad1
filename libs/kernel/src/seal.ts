import type { Quoted } from './quoted.js';
import type { Sealed } from './sealed.js';

/**
 * How something sealed reads in an entry. To somebody who may read its subject: `words`. To those who see all of it, and masked to others:
 * `number`, by which a person is found; and not at all to others: `typed`, cells as somebody typed them, in which anything may stand. To
 * nobody: `secret`.
 */
export type Seal = 'words' | 'number' | 'typed' | 'secret';

type Boxed = Sealed<unknown> | readonly Sealed<unknown>[];

/** The names of the fields, at any depth of what an event says, that hold something sealed; what it quotes is another event's to say. */
export type SealedIn<Said> = Said extends string | number | boolean | null | undefined | Boxed | Quoted
  ? never
  : Said extends readonly (infer Item)[]
    ? SealedIn<Item>
    : { [Field in Name<Said>]-?: SealedIn<Said[Field]> | ([Extract<Said[Field], Boxed>] extends [never] ? never : Field) }[Name<Said>];

type Name<Said> = keyof Said & string;

/** How each sealed field of some events reads. A missing one does not compile. */
export type Seals<Data> = [SealedIn<Data>] extends [never]
  ? { readonly seals?: undefined }
  : { readonly seals: Readonly<Record<SealedIn<Data>, Seal>> };

import { createContext } from 'react';

/** The members of the household that a form is about. */
export const Members = createContext<readonly { readonly member: string; readonly name: string; readonly relation: string }[]>([]);

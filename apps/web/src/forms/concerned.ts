import { createContext } from 'react';

/** Whom the form is about, such as `/households/…`: what is uploaded goes there. */
export const Concerned = createContext('');

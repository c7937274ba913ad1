import type { KeyboardEvent } from 'react';

/** In a choice of several, which stays open, Tab goes on to the next field and chooses nothing more. */
export const tabGoesOn = {
  onInputKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopPropagation();
  },
};

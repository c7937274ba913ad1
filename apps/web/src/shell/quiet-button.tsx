import type { ComponentProps } from 'react';
import './quiet-button.css';

/** A button that is text alone. */
export const QuietButton = (props: Omit<ComponentProps<'button'>, 'type' | 'className'>) => (
  <button {...props} type="button" className="quiet" />
);

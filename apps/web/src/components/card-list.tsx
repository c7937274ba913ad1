import type { ReactNode } from 'react';
import './card-list.css';

interface Props {
  /** Of cards that hold more than a few lines. */
  readonly wide?: boolean;
  /** One `li` a card. */
  readonly children: ReactNode;
}

/** Cards side by side, as many as there is room for. */
export function CardList({ wide = false, children }: Props) {
  return <ul className={wide ? 'card-list wide' : 'card-list'}>{children}</ul>;
}

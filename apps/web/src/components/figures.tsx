import type { ReactNode } from 'react';
import './figures.css';

/** Figures side by side: each has the class `figure`, its number `figure-value`. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <div className="figures">{children}</div>;
}

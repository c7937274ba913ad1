import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import './empty.css';

/** Nothing is here: why, and what to do next. */
export function Empty({ children, act }: { readonly children: ReactNode; readonly act?: ReactNode }) {
  return (
    <div className="empty">
      <InboxOutlined aria-hidden />
      <p>{children}</p>
      {act}
    </div>
  );
}

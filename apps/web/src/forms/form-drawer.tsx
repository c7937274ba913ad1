import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useLeaving } from './unsent.js';

interface Props {
  /** Null while no form is open. */
  readonly title: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form beside the page that it concerns. Its cross and Esc close it, and ask first where something typed would be lost; a slip beside it does not. */
export function FormDrawer({ title, onClose, children }: Props) {
  const leaving = useLeaving();
  const close = async () => {
    if (await leaving()) onClose();
  };
  return (
    <Drawer open={title !== null} onClose={() => void close()} size={520} destroyOnHidden mask={{ closable: false }} title={title}>
      {children}
    </Drawer>
  );
}

import { Drawer } from 'antd';
import type { ReactNode } from 'react';

interface Parts {
  /** Null while no form is open. */
  readonly title: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form beside the page that it concerns; only its own cross closes it, so that nothing typed is lost by a slip. */
export function FormDrawer({ title, onClose, children }: Parts) {
  return (
    <Drawer open={title !== null} onClose={onClose} size={520} destroyOnHidden mask={{ closable: false }} keyboard={false} title={title}>
      {children}
    </Drawer>
  );
}

import { App } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.js';

/** The forms in which something stands that has not been sent. */
const filled = new Set<object>();

/** Whether any form holds something that leaving would lose. */
export const anythingUnsent = (): boolean => filled.size > 0;

/** Counts a form as filled as long as it is; what it gives says that all of it is sent. */
export function useUnsent(isFilled: boolean): () => void {
  const form = useRef({});
  useEffect(() => {
    const { current } = form;
    if (isFilled) filled.add(current);
    return () => void filled.delete(current);
  }, [isFilled]);
  return useCallback(() => void filled.delete(form.current), []);
}

/** Asks before a filled form is left; true where it is to be left, or nothing would be lost. */
export function useLeaving(): () => Promise<boolean> {
  const t = useWords();
  const { modal } = App.useApp();
  return useCallback(async () => {
    if (!anythingUnsent()) return true;
    return modal.confirm({
      title: t('leave.title'),
      content: t('leave.why'),
      okText: t('leave.leave'),
      cancelText: t('leave.stay'),
      focusable: { autoFocusButton: 'cancel' },
      okType: 'default',
      cancelButtonProps: { type: 'primary' },
    });
  }, [modal, t]);
}

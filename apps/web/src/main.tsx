import './base.css'; // before the styles of every component
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isPassing, TookTooLong } from './api/problem-details.js';
import { useWords, WordsProvider } from './i18n/words.js';
import { router } from './routes.js';
import { session } from './session/session.js';
import { theme } from './theme.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (tries, error) => tries < 3 && isPassing(error) && !(error instanceof TookTooLong) },
  },
});

/** What one account has read is not left for the next. */
let reader = session.current?.account;
session.watch(() => {
  if (session.current?.account === reader) return;
  reader = session.current?.account;
  queries.clear();
});

/** What was refused because the session was over is asked again once it is open. */
let over = false;
session.watch(() => {
  if (over && !session.ended) void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  over = session.ended;
});

function Localised({ children }: { readonly children: ReactNode }) {
  const { language } = useWords();
  return (
    <ConfigProvider locale={language === 'zh' ? zh : en} theme={theme} button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}

const place = document.getElementById('root');
if (!place) throw new Error('the page has no root');
await session.shared(); // a new tab of a browser in which one is signed in already is so too
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WordsProvider>
        <Localised>
          <RouterProvider router={router} />
        </Localised>
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);

if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');

import './old-browsers.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { watchHands } from './api.ts';
import { startTexts } from './i18n/index.ts';
import { queryClient } from './queries.ts';
import { router } from './routes.tsx';
import './styles.css';

watchHands();
await startTexts();
const place = document.getElementById('app');
if (place === null) throw new Error('expected the element app in index.html, but there is none');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

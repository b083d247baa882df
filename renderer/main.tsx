/** The page's entry: puts the program into #root. Everything it does starts in app/app.tsx. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// First of all: it takes the start token out of the address before the address is read as a screen.
import './state/session.ts';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

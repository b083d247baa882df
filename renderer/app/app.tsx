/** What surrounds every screen: the look, the data cache, the last line against defects, the frame with its screens. */
import { onlineManager, QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { queryClient } from '../data/cache.ts';
import { LookProvider } from '../ui/theme/provider.tsx';
import { ErrorBoundary } from './errors.tsx';
import { FirstRun } from './first-run.tsx';
import { Layout } from './layout.tsx';
import './saved-kinds.ts';
import { Screens } from './screens.tsx';
import { useSettledLocation } from './settled-location.ts';

// The data are on this computer. A pulled network cable must not make the cache wait for a network it never uses.
onlineManager.setEventListener(() => () => undefined);

export function App() {
  return (
    <LookProvider>
      <ErrorBoundary whole>
        <QueryClientProvider client={queryClient}>
          <Router hook={useSettledLocation}>
            <FirstRun>
              <Layout>
                <Screens />
              </Layout>
            </FirstRun>
          </Router>
        </QueryClientProvider>
      </ErrorBoundary>
    </LookProvider>
  );
}

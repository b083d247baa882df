/** What surrounds every screen: the look, the data cache, the last line against defects, the frame with its screens. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { LookProvider } from '../ui/theme/provider.tsx';
import { ErrorBoundary } from './errors.tsx';
import { Layout } from './layout.tsx';
import { queryClient } from './query-client.ts';
import { Screens } from './screens.tsx';

export function App() {
  return (
    <LookProvider>
      <ErrorBoundary whole>
        <QueryClientProvider client={queryClient}>
          <Router hook={useHashLocation}>
            <Layout>
              <Screens />
            </Layout>
          </Router>
        </QueryClientProvider>
      </ErrorBoundary>
    </LookProvider>
  );
}

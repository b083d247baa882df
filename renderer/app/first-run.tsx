/** While the office has no name, the first-run page stands in place of the whole program. Pages outside the navigation need no office. */
import { Center, Loader } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { useOffice } from '../data/office.ts';
import { ErrorBoundary } from './errors.tsx';
import { firstRunPage as FirstRunPage, hiddenScreens } from './router.tsx';

export function FirstRun({ children }: { children: ReactNode }) {
  const { state } = useOffice();
  const [path] = useLocation();
  const officeNeeded = !hiddenScreens.some((screen) => screen.withoutOffice && path.startsWith(screen.path));
  if (!FirstRunPage || !officeNeeded || state === undefined || state.office !== null) return children;
  return (
    <ErrorBoundary whole>
      <Suspense
        fallback={
          <Center h="100vh">
            <Loader aria-label="Đang mở" />
          </Center>
        }
      >
        <FirstRunPage />
      </Suspense>
    </ErrorBoundary>
  );
}

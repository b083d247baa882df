/** Chooses the screen for the address; each one has its own net, so a defect in one leaves the frame and the others working. */
import { Center, Loader } from '@mantine/core';
import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary, NotFoundPage } from './errors.tsx';
import { hiddenScreens, screens } from './router.tsx';

export function Screens() {
  const [path] = useLocation();
  return (
    <ErrorBoundary key={path.split('/', 2).join('/')}>
      <Suspense fallback={<Opening />}>
        <Switch>
          {screens.map(({ path: at, page: PageOf }) => (
            <Route key={at} path={at === '/' ? '/' : `${at}/*?`}>
              <PageOf />
            </Route>
          ))}
          {hiddenScreens.map(({ path: at, page: PageOf }) => (
            <Route key={at} path={`${at}/*?`}>
              <PageOf />
            </Route>
          ))}
          <Route>
            <NotFoundPage path={path} />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

const Opening = () => (
  <Center h="100%" mih="12rem">
    <Loader aria-label="Đang mở màn hình" />
  </Center>
);

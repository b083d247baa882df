/** The look and the toasts around any tree: the program, a single gallery page, a print window. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './fonts.css';
import './tokens.css';
import './base.css';
import { cssVariables, theme } from './theme.ts';

export function LookProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" cssVariablesResolver={cssVariables}>
      {/* Over dialogs (200), under menus and lists (300): a toast never lies on what is being chosen. */}
      <Notifications zIndex={250} position="bottom-right" limit={3} containerWidth="26rem" />
      {children}
    </MantineProvider>
  );
}

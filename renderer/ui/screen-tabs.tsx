/** Tabs that fill a screen: the list stays, the open panel takes the rest. Only the open one is drawn. */
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from './format.ts';
import styles from './screen-tabs.module.css';

export type ScreenTab = {
  key: string;
  label: ReactNode;
  /** Shown behind the label; none and zero show nothing. */
  count?: number;
  panel: ReactNode;
};

export type ScreenTabsProps = {
  label: string;
  tabs: readonly ScreenTab[];
  value: string;
  onChange: (key: string) => void;
  /** `fill`: what stands in the panel gets its height and scrolls by itself. `flow`: the panel scrolls. */
  body?: 'fill' | 'flow';
};

export const ScreenTabs = ({ label, tabs, value, onChange, body = 'fill' }: ScreenTabsProps) => (
  <Tabs
    value={value}
    onChange={(key) => key !== null && onChange(key)}
    keepMounted={false}
    className={`${styles.tabs} ${styles[body]}`}
  >
    <Tabs.List aria-label={label}>
      {tabs.map((tab) => (
        <Tabs.Tab
          key={tab.key}
          value={tab.key}
          rightSection={tab.count ? <span className={`${styles.count} numbers`}>{formatCount(tab.count)}</span> : null}
        >
          {tab.label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    {tabs.map(({ key, panel }) => (
      <Tabs.Panel key={key} value={key} className={styles.panel}>
        {panel}
      </Tabs.Panel>
    ))}
  </Tabs>
);

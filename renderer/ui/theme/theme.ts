/**
 * Mantine told to look like the tokens: one accent, rem sizes, 3:1 control borders.
 * Features use Mantine's components as they are; what differs from Mantine's defaults is decided here, once.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { filterWithoutAccents } from '../filter-without-accents.ts';

const accent: MantineColorsTuple = [
  '#f1f7f7',
  '#e4f0f0',
  '#c6dfe0',
  '#a9cdcf',
  '#7fb2b5',
  '#4f9196',
  '#2f787d',
  '#1b666c',
  '#0e5a60',
  '#0a464b',
];
const late: MantineColorsTuple = [
  '#fdf4f3',
  '#fbe9e7',
  '#f6d1cd',
  '#efb8b2',
  '#e08c84',
  '#cf6158',
  '#bf4037',
  '#b32f26',
  '#a8231b',
  '#861a14',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 8,
  colors: { accent, late },
  black: '#1d2327',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'Consolas, "Liberation Mono", monospace',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: '0.25rem', sm: '0.4375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.35' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'dark', size: 'lg' } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'md',
        closeButtonProps: { 'aria-label': 'Đóng' },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    InputWrapper: { defaultProps: { size: 'sm' } },
    // The placeholder is an extra focusable element without a role, which accessibility checks rightly refuse.
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-start', withInitialFocusPlaceholder: false } },
    Select: {
      defaultProps: {
        filter: filterWithoutAccents,
        nothingFoundMessage: 'Không có mục nào khớp',
        checkIconPosition: 'right',
      },
    },
    MultiSelect: {
      defaultProps: {
        filter: filterWithoutAccents,
        nothingFoundMessage: 'Không có mục nào khớp',
      },
    },
    Autocomplete: { defaultProps: { filter: filterWithoutAccents } },
    TagsInput: { defaultProps: { filter: filterWithoutAccents } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});

/** Mantine's greys that fall short of the contrast promise are replaced by the tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': '#6b7278',
    '--mantine-color-default-border': 'var(--line-control)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-error': 'var(--late)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-disabled-color': '#6b7278',
  },
  dark: {},
});

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, mergeThemeOverrides } from '@mantine/core';

/** A calm official blue; shade 7 on white is 6.3:1. */
const blue: MantineColorsTuple = [
  '#eaf2fb',
  '#d3e2f4',
  '#a6c4e8',
  '#75a4dc',
  '#4d88d1',
  '#3375ca',
  '#246bc6',
  '#1b5fa8',
  '#134f8f',
  '#0b4077',
];

/** Mantine's red is 3.3:1 on white; from shade 6 on this one is at least 5.5:1. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#f47c7c',
  '#e35252',
  '#c92a2a',
  '#b42318',
  '#a11414',
  '#7f0f0f',
];

/** Quiet text that can still be read: at least 4.5:1 where Mantine has 3.3:1. */
export const readableGreys: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#495057', '--mantine-color-placeholder': '#5f6871' },
  dark: {},
});

/** 14 px, dense, flat: fifteen rows of a table with its filters on a 1366×768 office screen. */
const theme = createTheme({
  fontFamily: '"Source Sans 3", "Segoe UI", Arial, sans-serif',
  headings: {
    fontFamily: '"Source Sans 3", "Segoe UI", Arial, sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.3' },
      h2: { fontSize: '17px', lineHeight: '1.35' },
      h3: { fontSize: '15px', lineHeight: '1.4' },
    },
  },
  colors: { blue, red },
  primaryColor: 'blue',
  primaryShade: 7,
  black: '#1f2933',
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Written out instead of `Modal.extend(…)`, which would pull every component named here into the first load.
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: {
      styles: { label: { fontWeight: 600, marginBottom: 3 }, error: { fontSize: 13 }, description: { fontSize: 13 } },
    },
    Alert: { defaultProps: { variant: 'light', p: 'sm' } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 0 },
        // A press beside a dialog must not throw away what was typed in it; Esc and its buttons close it.
        closeOnClickOutside: false,
        overlayProps: { backgroundOpacity: 0.45 },
      },
      styles: { title: { fontSize: 17, fontWeight: 600 } },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/** The theme in the language of the screen. `close` names the cross of every dialog for screen readers. */
export function themeIn({ close }: { close: string }) {
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps: { 'aria-label': close } } },
    },
  });
}

import { createTheme, type CSSVariablesResolver } from '@mantine/core'

/** Dense, as tables of work are; shades chosen so that text keeps a contrast of 4.5 to 1 in both schemes. */
export const theme = createTheme({
  primaryShade: { light: 8, dark: 8 },
  fontSizes: { md: '14px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    // Mantine names no close button, and the heading of its dialogs would count as a banner of the page.
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Anchor: { defaultProps: { underline: 'always' } },
    // What stands in a field that is off fades by Mantine's style until it cannot be read; what is cut off shows that it is.
    Input: { styles: { input: { opacity: 1, textOverflow: 'ellipsis' } } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
  headings: { sizes: { h1: { fontSize: '22px' }, h2: { fontSize: '17px' }, h3: { fontSize: '15px' } } },
})

/**
 * Mantine's dimmed, placeholder, error and disabled colours are below a contrast of 4.5 to 1; these are not. The fields of a
 * concluded deviation or a locked file are off, and are what a reviewer reads.
 */
export const contrastColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-disabled-color': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-anchor': 'var(--mantine-color-blue-9)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-0)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-disabled-color': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
    '--mantine-color-anchor': 'var(--mantine-color-blue-3)',
  },
})

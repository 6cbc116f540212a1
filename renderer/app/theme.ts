import { createTheme } from '@mantine/core'

/** Dense, as tables of work are; shades chosen so that text keeps a contrast of 4.5 to 1 in both schemes. */
export const theme = createTheme({
  primaryShade: { light: 8, dark: 8 },
  fontSizes: { md: '14px' },
  defaultRadius: 'sm',
  headings: { sizes: { h1: { fontSize: '22px' }, h2: { fontSize: '17px' }, h3: { fontSize: '15px' } } },
})

import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { styleNonce } from '../contentPolicy.ts'
import { queries } from '../engine/queries.ts'
import { Gate } from './Gate.tsx'
import { contrastColours, theme } from './theme.ts'

/** Everything that surrounds the screens. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={contrastColours}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <ModalsProvider>
          <Notifications />
          <Gate />
        </ModalsProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}

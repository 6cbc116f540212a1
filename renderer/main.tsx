import '@mantine/core/styles.css'
import { Button, Container, MantineProvider, Text, TextInput, Title } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { acceptContentPolicy, styleNonce } from './contentPolicy.ts'

acceptContentPolicy()

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no root')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={{ primaryShade: 8 }} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Container component="main" p={{ base: 'md', sm: 'xl' }}>
        <Title order={1}>Tickmark</Title>
        <Text>Workpapers for SOC 2 auditors.</Text>
        <TextInput label="Name" my="md" />
        <Button>Open a store</Button>
      </Container>
    </MantineProvider>
  </StrictMode>,
)

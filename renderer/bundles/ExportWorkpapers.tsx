import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { WorkpaperPack } from '../../shared/contract/workpapers.ts'
import { callEngine, EngineError } from '../engine/client.ts'
import { printDocument, writePdf } from '../engine/printing.ts'
import { askShell, fileRef } from '../engine/shell.ts'

type Pack = { pack: WorkpaperPack; title: string; text: string; fileName: string }

const packs: readonly Pack[] = [
  {
    pack: 'workpapers',
    title: 'Workpapers',
    text: 'Coverage, the register of deviations, and for every control its lead sheet and its test sheets.',
    fileName: 'workpapers',
  },
  {
    pack: 'peer_review',
    title: 'Pack for a peer review',
    text: 'The whole file in the order in which a reviewer reads it: from the opinion and its conclusions over the controls and their tests to populations, samples, requests and evidence.',
    fileName: 'peer-review',
  },
]

/** The workpapers in one file, for whoever reads them without Tickmark. */
export function ExportWorkpapers({ engagementId }: { engagementId: string }) {
  return (
    <section aria-label="Workpapers to read">
      <Stack gap="md">
        <Title order={2}>Workpapers to read</Title>
        {packs.map((pack) => (
          <PackActions key={pack.pack} engagementId={engagementId} pack={pack} />
        ))}
      </Stack>
    </section>
  )
}

function PackActions({ engagementId, pack: { pack, title, text, fileName } }: { engagementId: string; pack: Pack }) {
  const [pending, setPending] = useState(false)
  const during = async (work: () => Promise<void>) => {
    setPending(true)
    await work()
      .catch(showError)
      .finally(() => setPending(false))
  }
  const write = async (format: 'xlsx' | 'html' | 'pdf') => {
    const place = await askShell({ kind: 'saveFile', title, suggestedName: `${fileName}.${format}` })
    if (place === null) return
    const papers = format === 'pdf' ? await asPdf(place.token) : await asFile(place.token, format)
    notifications.show({ message: `${papers} papers were written to ${place.name}.` })
  }
  const asFile = async (token: string, format: 'xlsx' | 'html') =>
    (await callEngine('workpapers.export', { engagementId, pack, file: fileRef(token), format })).papers
  const asPdf = async (token: string) => {
    const { documentId, papers } = await callEngine('workpapers.print', { engagementId, pack })
    await writePdf(documentId, token)
    return papers
  }
  const print = async () => {
    const { documentId } = await callEngine('workpapers.print', { engagementId, pack })
    await printDocument(documentId)
  }
  return (
    <Stack gap={4}>
      <Text size="sm">
        <strong>{title}</strong>: {text}
      </Text>
      <Group gap="xs">
        <Button
          size="xs"
          loading={pending}
          aria-label={`${title} as a workbook`}
          onClick={() => void during(() => write('xlsx'))}
        >
          As a workbook (XLSX)…
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={pending}
          aria-label={`${title} as a page`}
          onClick={() => void during(() => write('html'))}
        >
          As a page (HTML)…
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={pending}
          aria-label={`${title} as a PDF`}
          onClick={() => void during(() => write('pdf'))}
        >
          As a PDF…
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={pending}
          aria-label={`Print: ${title}`}
          onClick={() => void during(print)}
        >
          Print…
        </Button>
      </Group>
    </Stack>
  )
}

function showError(error: unknown): void {
  if (!(error instanceof EngineError)) throw error
  notifications.show({ color: 'red', title: error.code, message: error.message })
}

import { Input } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Loading } from '../Loading.tsx'
import type { RichTextEditorProps } from './RichTextEditor.tsx'

const RichTextEditor = lazy(() => import('./RichTextEditor.tsx').then((module) => ({ default: module.RichTextEditor })))

/** A field of rich text; its editor is loaded only when one is shown. It is not controlled: `value` is what it begins with. */
export function RichTextField({ error, ...editor }: RichTextEditorProps & { error?: string | null }) {
  return (
    <Input.Wrapper label={editor.label} error={error} labelElement="div">
      <Suspense fallback={<Loading />}>
        <RichTextEditor {...editor} />
      </Suspense>
    </Input.Wrapper>
  )
}

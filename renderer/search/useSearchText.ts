import { useDebouncedValue } from '@mantine/hooks'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

/** How long the last key has to be ago before somebody is answered, in milliseconds. */
const rest = 150

/**
 * What is looked for. The address has it too, so that it can be copied, and is there again when somebody comes back from what
 * they found.
 */
export function useSearchText() {
  const { history } = useRouter()
  const { pathname, search } = useLocation()
  const inAddress = textIn(search)
  const [text, setText] = useState(inAddress)
  const [asked] = useDebouncedValue(text, rest)
  const written = useRef(inAddress)
  useEffect(() => {
    // Another search was asked for while this one was shown.
    if (inAddress === written.current) return
    written.current = inAddress
    setText(inAddress)
  }, [inAddress])
  useEffect(() => {
    if (asked === written.current || history.location.pathname !== pathname) return
    written.current = asked
    history.replace(asked === '' ? pathname : `${pathname}?${new URLSearchParams({ text: asked }).toString()}`)
  }, [asked, history, pathname])
  return { text, setText, asked: asked.trimStart() }
}

function textIn(search: object): string {
  const { text } = search as { text?: unknown }
  return typeof text === 'string' ? text : ''
}

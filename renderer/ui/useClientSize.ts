import { useCallback, useState } from 'react'

/**
 * @returns a ref, and the size in pixels of what its element shows: without borders and scroll bars, which Mantine's
 *   `useElementSize` counts in
 */
export function useClientSize(): {
  ref: (element: HTMLElement | null) => (() => void) | undefined
  width: number
  height: number
} {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, ...size }
}

import { useParams } from '@tanstack/react-router'

/** @returns a part of the address that the route has by its definition */
export function useRouteParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  return params[name] ?? ''
}

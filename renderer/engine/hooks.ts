import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { MethodName, ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import { callEngine, type EngineError } from './client.ts'

type QueryOptions<M extends MethodName> = {
  enabled?: boolean
  keepsPrevious?: boolean
  againWhile?: (answer: ResultOf<M>) => boolean
}

/** Milliseconds between two questions for an answer that is not whole. */
const askedEvery = 400

/**
 * What the engine answers to a query, kept until one of its events says that something changed.
 * @param keepsPrevious the answer to other parameters stays until the new one is there, so that figures do not blink
 * @param againWhile whether an answer is not the whole one yet, which is asked for again and again
 */
export function useEngineQuery<M extends MethodName>(
  method: M,
  params: ParamsOf<M>,
  { keepsPrevious = false, againWhile, ...options }: QueryOptions<M> = {},
): UseQueryResult<ResultOf<M>, EngineError> {
  return useQuery<ResultOf<M>, EngineError>({
    queryKey: [method, params],
    queryFn: () => callEngine(method, params),
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(againWhile === undefined
      ? {}
      : { refetchInterval: ({ state }) => (state.data !== undefined && againWhile(state.data) ? askedEvery : false) }),
    ...options,
  })
}

/** A command or job of the engine; unless quiet, its error is shown as a notification too. */
export function useEngineCommand<M extends MethodName>(method: M, { quiet = false }: { quiet?: boolean } = {}) {
  const mutation = useMutation<ResultOf<M>, EngineError, ParamsOf<M>>({
    mutationFn: (params) => callEngine(method, params),
    onError: (error) => {
      if (!quiet) notifications.show({ color: 'red', title: error.code, message: error.message })
    },
  })
  return {
    run: (params: ParamsOf<M>): Promise<ResultOf<M>> => mutation.mutateAsync(params),
    pending: mutation.isPending,
    error: mutation.error,
  }
}

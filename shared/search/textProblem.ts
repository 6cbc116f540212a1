/**
 * Why a file has no text that could be searched: it has none (a picture, a scan), it is broken, has a password or takes its reader
 * too long, it is larger than what is read, or its bytes are not in this store.
 */
export const textProblems = ['no_text', 'unreadable', 'too_large', 'missing'] as const

export type TextProblem = (typeof textProblems)[number]

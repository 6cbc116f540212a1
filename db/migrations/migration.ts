/** One step of the store's form. Released ones never change; the number of the last one is the file's `user_version`. */
export type Migration = { number: number; name: string; sql: string }

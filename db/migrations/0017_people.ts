import type { Migration } from './migration.ts'

/** Signing keys lie in the keyring, wrapped for their owner alone; whoever has the store's key has none of them. */
export const people: Migration = { number: 17, name: 'people', sql: 'DROP TABLE practitioner_key;' }

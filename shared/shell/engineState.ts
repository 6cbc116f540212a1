/** Where the engine stands. After `stopped` it starts again only when it is asked to. */
export type EngineState = 'starting' | 'ready' | 'gone' | 'stopped'

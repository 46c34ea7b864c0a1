/**
 * Whether an image runs: `running` also when nobody said what runs; `kept`: an inventory that is whole does not name
 * it; `deletable`: moreover a cleanup plan lists it.
 */
export type Use = 'running' | 'kept' | 'deletable'

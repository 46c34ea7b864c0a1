export { appliedComment } from './applied.ts'
export type { FreshPlan } from './proposal.ts'
export { type Operation, type Proposed, type ProposeOptions, propose, type Reviewed } from './propose.ts'
export { refuseUntrusted } from './trust.ts'

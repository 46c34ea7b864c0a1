export type { FreshPlan } from './proposal.ts'
export { type Operation, type Proposed, type ProposeOptions, propose, type Reviewed } from './propose.ts'

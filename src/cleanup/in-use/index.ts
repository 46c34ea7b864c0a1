export { indexUsage, type Usage, type UsageIndex, type Use, type UseSource } from './usage.ts'

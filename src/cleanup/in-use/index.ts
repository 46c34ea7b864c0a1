export { inventorySchema } from './inventory.ts'
export { readUsage, readUsages } from './read-usage.ts'
export { indexUsage, type Usage, type UsageIndex, type Use, type UseSource } from './usage.ts'

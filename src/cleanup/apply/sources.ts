import { HygieneError } from '../../outcome/index.ts'
import type { Usage } from '../in-use/index.ts'
import type { MergedPlan } from './plan-source.ts'

/**
 * Whoever reviewed a plan relied on what its sources said. Each of them has to speak again, whatever the policy says by
 * now, and without any source nothing is deleted unless the policy says on purpose that nothing runs.
 */
export function checkSources({ plan, name }: MergedPlan, usages: readonly Usage[]): void {
  const silent = plan.header.sources.filter(
    source => !usages.every(usage => usage.sources.some(given => given.name === source)),
  )
  if (silent.length > 0) {
    throw new HygieneError(
      'undecidable',
      `${name} was made knowing ${silent.join(', ')}, which says nothing now`,
      {
        fix: 'pass --in-use again, with everything that plan was given; nothing was deleted',
      },
    )
  }
  if (usages.some(usage => usage.standing === 'missing')) {
    throw new HygieneError('bad-usage', 'nothing says what is in use, and without that nothing is deleted', {
      fix: 'pass --in-use FILE, or say on purpose that nothing runs from these images: `in-use: none` in the policy',
    })
  }
}

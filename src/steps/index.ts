import type { AnyStep } from './define.ts'

/** The steps, in the order of an image's life. Each loads only when it runs, so `--help` stays quick. */
export const steps: readonly StepEntry[] = [
  {
    name: 'prepare',
    summary:
      'Names and labels a build by its event and the policy, or checks the tags that another tool made.',
    load: async () => (await import('./prepare.ts')).prepare,
  },
  {
    name: 'lint',
    summary: 'Judges Dockerfiles: who they run as, what they are built on, what they leave in the image.',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'scan',
    summary:
      'Scans images once with Trivy and judges what was found by what runs, what can be fixed and who brought it.',
    load: async () => (await import('./scan.ts')).scan,
  },
  {
    name: 'sign',
    summary: 'Signs images by digest with cosign, and verifies the signatures right after.',
    load: async () => (await import('./sign.ts')).sign,
  },
  {
    name: 'verify',
    summary: 'Proves before a deployment that images are signed, pullable, and what their tags say they are.',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'record',
    summary: 'Writes down what is known of an image, and searches what was written down.',
    load: async () => (await import('./record.ts')).record,
  },
  {
    name: 'plan',
    summary: 'Says what can go and why; writes the plan file; opens or refreshes one cleanup pull request.',
    load: async () => (await import('./plan.ts')).plan,
  },
  {
    name: 'apply',
    summary: 'Deletes what the reviewed plan lists and is still true now, with a journal to undo it.',
    load: async () => (await import('./apply.ts')).apply,
  },
  {
    name: 'report',
    summary: 'Tells the pull request that was merged what apply deleted and what it left alone.',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'restore',
    summary: "Puts back what apply deleted, until the registry's own garbage collection.",
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'explain',
    summary: 'Says why an image is kept or goes, which rule of which file says so, and what would change it.',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'demo',
    summary: 'Plays the whole life on an embedded registry, in seconds, with nothing to install.',
    load: async () => (await import('./demo.ts')).demo,
  },
]

export interface StepEntry {
  readonly name: string
  /** One line, for the list of steps. */
  readonly summary: string
  readonly load: () => Promise<AnyStep>
}

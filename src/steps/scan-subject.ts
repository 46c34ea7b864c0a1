import type { Subject } from '../gates/scan/index.ts'
import type { Reference } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'

export function subjectOf(name: string, image: Reference | undefined, use: Subject['use']): Subject {
  return { name, use, ...(image === undefined ? {} : { image }) }
}

export function noPackages(name: string): Finding {
  return {
    rule: 'no-packages',
    severity: 'warning',
    message: `Trivy knows no package in ${name}: software that it does not recognise was not judged`,
    fix: 'check that this is what was meant; a program linked by hand needs an SBOM of its own',
  }
}

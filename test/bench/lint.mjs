// How long `lint` takes: one file against bare node, and 1,000 generated files against hadolint on the same files.
// Needs dist/ and, for hadolint, the lab: npm run lab -- --only hadolint
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeDockerfiles } from './corpus/dockerfiles.mjs'
import { milliseconds, paired } from './paired.mjs'

const cli = resolve(import.meta.dirname, '../../dist/cli/index.js')
const which = resolve(import.meta.dirname, '../lab/which.mjs')

const folder = mkdtempSync(join(tmpdir(), 'lint-bench-'))
try {
  const [first = '', ...rest] = makeDockerfiles(1001)
  const one = write(join(folder, 'one'), [first])
  const many = write(join(folder, 'many'), rest)
  tell('one Dockerfile, lint against node -e 0 (aim: 2 ×)', {
    ...paired([process.execPath, cli, 'lint'], [process.execPath, '-e', '0'], {
      options: { cwd: one.folder },
    }),
  })
  const hadolint = execFileSync(process.execPath, [which, 'hadolint'], { encoding: 'utf8' }).trim()
  tell('1,000 Dockerfiles, hadolint against lint (aim: 5 ×, and lint under a second)', {
    ...paired([hadolint, '--no-fail', '-f', 'json', ...many.files], [process.execPath, cli, 'lint'], {
      runs: 5,
      warmup: 1,
      options: { cwd: many.folder },
    }),
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** One service a folder, as in a large repository. */
function write(folder, texts) {
  const files = texts.map((text, number) => {
    const service = join(folder, `service-${number}`)
    mkdirSync(service, { recursive: true })
    writeFileSync(join(service, 'Dockerfile'), text)
    return join(service, 'Dockerfile')
  })
  return { folder, files }
}

function tell(what, { a, b, ratio }) {
  console.log(`${what}: ${milliseconds(a)} against ${milliseconds(b)}, ratio ${ratio.toFixed(2)}`)
}

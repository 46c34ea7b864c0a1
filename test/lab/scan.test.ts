// One scan by real Trivy, our verdict: what is guilty, what is accepted, and what cannot be judged never look alike.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ran } from '../../src/hosts/run.ts'
import { type Registry, startRegistry } from './registries.ts'
import { attempt, run } from './run.ts'
import { type ScanRoom, scanRoom, tiersOf } from './scan.ts'
import { tool } from './tools.ts'
import { fixtureDb, type VulnerableImage, vulnerableImage } from './trivy.ts'

let registry: Registry
let cache: string
let image: VulnerableImage
let room: ScanRoom

const day = 86_400_000
const date = (at: number) => new Date(at).toISOString().slice(0, 10)

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  const plain = await vulnerableImage(registry)
  const [name] = plain.base.reference.split(/:(?=v1$)/)
  image = await vulnerableImage(registry, 'team/app', {
    labels: {
      'org.opencontainers.image.base.name': `${name}:v1`,
      'org.opencontainers.image.base.digest': plain.base.digest,
    },
  })
  cache = await fixtureDb()
})
afterAll(async () => {
  await registry?.stop()
  await rm(cache, { recursive: true, force: true })
})
beforeEach(async () => {
  room = await scanRoom(cache)
})
afterEach(() => room.remove())

const codes = ({ outcome }: Ran) => outcome.findings.map(({ rule }) => rule)

const accepting = (until: string) =>
  ['CVE-2099-0001', 'CVE-2099-0003']
    .map(id => `{ id: ${id}, reason: unreachable, owner: team-web, until: ${until} }`)
    .join(', ')
const policy = (until: string) =>
  `version: 1\nimages: ['${registry.host}/team/**']\nscan: { exceptions: { items: [${accepting(until)}] } }\n`

describe('an image with a fixable critical in its base, an unfixed low, and lodash', () => {
  test('exits 1, with each finding in its tier and put down to who brought it', async () => {
    const ran = await room.scan({ references: image.reference })
    expect(ran.exitCode).toBe(1)
    expect(tiersOf(ran)).toEqual({ 'CVE-2099-0001': 'T1', 'CVE-2099-0002': 'T3', 'CVE-2099-0003': 'T1' })
    expect(ran.outcome.outputs['headline']).toBe(
      '2 to fix now: 1 by bumping the base image, 1 by upgrading lodash; 1 other can wait',
    )
    const said = new Map(ran.outcome.findings.map(({ rule, message }) => [rule, message]))
    expect(said.get('CVE-2099-0001')).toMatch(/from the base image; fixed in 3\.1\.9-r0/)
    expect(said.get('CVE-2099-0003')).toMatch(/added on the base; fixed in 4\.17\.21/)
    expect(said.get('system-ended')).toMatch(/alpine 3\.18\.4 is no longer supported/)
  })

  test('exits 0 while both are accepted, and 1 the day after', async () => {
    const until = date(Date.now())
    await room.policy(policy(until))
    const today = await room.scan({ references: image.reference })
    expect([today.exitCode, tiersOf(today)]).toEqual([
      0,
      { 'CVE-2099-0001': 'A', 'CVE-2099-0002': 'T3', 'CVE-2099-0003': 'A' },
    ])
    const tomorrow = await room.scan({ references: image.reference }, Date.parse(`${until}T00:00:00Z`) + day)
    expect(tomorrow.exitCode).toBe(1)
    expect(codes(tomorrow).filter(code => code === 'exception-expired')).toHaveLength(2)
  })

  test('by its digest, by a report that Trivy made before, and as a tar, the verdict is the same', async () => {
    const reference = `${registry.host}/team/app@${image.digest}`
    const byDigest = await room.scan({ references: reference, 'trivy-report-file': 'report.json' })
    expect(byDigest.exitCode).toBe(1)
    const byReport = await room.scan({ report: 'report.json' })
    expect([byReport.exitCode, tiersOf(byReport)]).toEqual([1, { ...tiersOf(byDigest) }])
    await run([tool('crane'), 'pull', '--insecure', image.reference, join(room.folder, 'image.tar')])
    const byTar = await room.scan({ archive: 'image.tar' })
    expect([byTar.exitCode, tiersOf(byTar)]).toEqual([1, { ...tiersOf(byDigest) }])
    await run([
      tool('crane'),
      'pull',
      '--insecure',
      '--format',
      'oci',
      image.reference,
      join(room.folder, 'layout'),
    ])
    const byLayout = await room.scan({ archive: 'layout' })
    expect([byLayout.exitCode, tiersOf(byLayout)]).toEqual([1, { ...tiersOf(byDigest) }])
  })

  test('a report about another image is no verdict on this one', async () => {
    await room.scan({ references: image.base.reference, 'trivy-report-file': 'report.json' })
    const ran = await room.scan({ report: 'report.json', references: image.reference })
    expect([ran.exitCode, codes(ran)]).toEqual([3, ['undecidable']])
  })
})

describe('what cannot be judged exits 3', () => {
  const broken = async (script: string) =>
    room.scan({ references: image.reference, 'trivy-path': await room.program(script) })
  const version = "if (process.argv[2] === '--version') { console.log('Version: 0.74.0'); process.exit(0) }"
  const output =
    "const out = process.argv[process.argv.indexOf('--output') + 1]; const fs = require('node:fs');"

  test('a database that Trivy itself takes without a word', async () => {
    const old = await fixtureDb(new Date('2020-01-01T00:00:00Z'))
    try {
      const ran = await room.scan({ references: image.reference, 'trivy-cache-dir': old })
      expect([ran.exitCode, codes(ran)]).toEqual([3, ['undecidable']])
      expect(ran.outcome.findings[0]?.message).toMatch(/database is of 2020-01-01/)
    } finally {
      await rm(old, { recursive: true, force: true })
    }
  })

  test('the same database two days later', async () => {
    const ran = await room.scan({ references: image.reference }, Date.now() + 2 * day + 60_000)
    expect([ran.exitCode, codes(ran)]).toEqual([3, ['undecidable']])
  })

  test('no database', async () => {
    const ran = await room.scan({ references: image.reference, 'trivy-cache-dir': room.folder })
    expect([ran.exitCode, codes(ran)]).toEqual([3, ['undecidable']])
  })

  test.each([
    ['Trivy is killed', 'process.kill(process.pid, "SIGKILL")', 'tool-failed'],
    ['Trivy exits 1 as it does for findings', 'process.exit(1)', 'tool-failed'],
    ['Trivy ends well without a report', 'process.exit(0)', 'damaged'],
    ['the report is empty', `${output} fs.writeFileSync(out, '')`, 'damaged'],
    ['the report is cut off', `${output} fs.writeFileSync(out, '{"SchemaVersion":2,"Results":[')`, 'damaged'],
    [
      'the report is of schema version 3',
      `${output} fs.writeFileSync(out, '{"SchemaVersion":3}')`,
      'undecidable',
    ],
  ])('%s', async (_, script, code) => {
    const ran = await broken(`${version}\n${script}`)
    expect([ran.exitCode, codes(ran)]).toEqual([3, [code]])
  })

  test('Trivy runs out of its time, and the way out is said', async () => {
    const ran = await room.scan({
      references: image.reference,
      'scan-timeout': '1m',
      'trivy-path': await room.program(
        `${version}\nconsole.error('FATAL\\trun error: context deadline exceeded'); process.exit(1)`,
      ),
    })
    expect([ran.exitCode, codes(ran)]).toEqual([3, ['tool-failed']])
    expect(ran.outcome.findings[0]?.fix).toMatch(/--scan-timeout/)
  })

  test('an image that is not there', async () => {
    const ran = await room.scan({ references: `${registry.host}/team/none:v1` })
    expect([ran.exitCode, codes(ran)]).toEqual([3, ['undecidable']])
  })

  test('a registry that is gone', async () => {
    const ran = await room.scan({ references: '127.0.0.1:1/team/app:v1' })
    expect(ran.exitCode).toBe(3)
  })
})

describe('a call that is wrong exits 2', () => {
  test.each([
    ['nothing to look at', {}],
    ['a name without tag or digest', { references: 'ghcr.io/acme/app' }],
    ['two things at once', { fs: '.', archive: 'x.tar' }],
    ['a report that is not there', { report: 'none.json' }],
    ['a folder that is not there', { fs: 'none' }],
    ['a folder that is a file', { fs: '.image-hygiene.yml' }],
    ['a mirror that is no reference', { fs: '.', offline: 'false', 'db-repositories': 'not a mirror' }],
  ])('%s', async (_, inputs) => {
    await room.policy('version: 1\n')
    expect((await room.scan(inputs)).exitCode).toBe(2)
  })

  test('a VEX document that is not there, or is none', async () => {
    await writeFile(join(room.folder, 'no-vex.json'), '{}')
    for (const vex of ['none.json', 'no-vex.json']) {
      const ran = await room.scan({ references: image.reference, vex })
      expect([ran.exitCode, codes(ran)]).toEqual([2, ['bad-file']])
    }
  })

  test.each(['latest', '0.69.4', '0.69.5', '0.69.6', '0.50.0', '2.0.0'])(
    'trivy-version: %s',
    async version => {
      const ran = await room.scan({ references: image.reference, 'trivy-path': '', 'trivy-version': version })
      expect(ran.exitCode).toBe(2)
    },
  )
})

describe('the child', () => {
  test('sees no token of ours, and no file of the checkout changes its mind', async () => {
    const secretive = await scanRoom(cache, {
      GITHUB_TOKEN: 'ghs_x',
      CI_JOB_TOKEN: 'glcbt_x',
      TRIVY_SEVERITY: 'LOW',
      DOCKER_CONFIG: 'docker',
    })
    try {
      const auths = { [registry.host]: { auth: 'dTpw' }, 'registry.example.com': { auth: 'dTpw' } }
      await mkdir(join(secretive.folder, 'docker'))
      await writeFile(join(secretive.folder, 'docker/config.json'), JSON.stringify({ auths }))
      const seen = join(secretive.folder, 'seen.json')
      const path = await secretive.program(
        `require('node:fs').writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ env: process.env, cwd: process.cwd(), files: require('node:fs').readdirSync('.'), login: process.env.DOCKER_CONFIG && require(process.env.DOCKER_CONFIG + '/config.json') }))\nif (process.argv[2] === '--version') console.log('Version: 0.74.0')\nelse process.exit(1)`,
      )
      await secretive.scan({ references: image.reference, 'trivy-path': path })
      const { env, cwd, files, login } = JSON.parse(await readFile(seen, 'utf8'))
      expect(Object.keys(env).filter(name => /TOKEN|TRIVY|GITHUB|CI_/.test(name))).toEqual([])
      expect(login).toEqual({ auths: { [registry.host]: { auth: 'dTpw' } } })
      expect(files).toEqual([])
      expect(cwd).not.toBe(secretive.folder)
    } finally {
      await secretive.remove()
    }
  })

  test('a .trivyignore and a trivy.yaml of the checkout are not obeyed', async () => {
    await writeFile(join(room.folder, '.trivyignore'), 'CVE-2099-0001\nCVE-2099-0003\n')
    await writeFile(join(room.folder, 'trivy.yaml'), 'severity: [LOW]\n')
    expect((await room.scan({ references: image.reference })).exitCode).toBe(1)
  })
})

describe('what is written from the one scan', () => {
  test('every format, and the exceptions in the words of other tools, which they obey', async () => {
    await room.policy(policy(date(Date.now() + 3 * day)))
    const files = {
      'sarif-file': 'a.sarif',
      'codequality-file': 'a.cq.json',
      'junit-file': 'a.xml',
      'json-file': 'a.json',
      'markdown-file': 'a.md',
      'container-scanning-file': 'a.cs.json',
      'trivy-report-file': 'a.trivy.json',
      'cyclonedx-file': 'a.cdx.json',
      'spdx-file': 'a.spdx.json',
      'trivyignore-file': '.trivyignore.yaml',
      'openvex-file': 'a.vex.json',
    }
    const ran = await room.scan({ references: image.reference, ...files })
    expect(ran.exitCode).toBe(0)
    const read = async (name: string) => readFile(join(room.folder, name), 'utf8')
    expect(JSON.parse(await read('a.cdx.json'))).toMatchObject({ bomFormat: 'CycloneDX' })
    expect(JSON.parse(await read('a.spdx.json')).spdxVersion).toMatch(/^SPDX-2/)
    expect(
      JSON.parse(await read('a.sarif')).runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId),
    ).toContain('CVE-2099-0001')
    expect(JSON.parse(await read('a.cs.json')).vulnerabilities).toMatchObject([
      {
        severity: 'Low',
        location: { dependency: { package: { name: 'busybox' } }, operating_system: 'alpine 3.18.4' },
      },
    ])
    expect(await read('a.md')).toMatch(/\*\*Nothing to fix now; 1 other can wait; 2 accepted for a time\*\*/)

    const found = async (...flags: string[]) => {
      const arguments_ = [
        'image',
        '--insecure',
        '--quiet',
        '--format',
        'json',
        '--skip-db-update',
        '--skip-java-db-update',
        '--offline-scan',
        '--scanners',
        'vuln',
      ]
      const { stdout } = await run([
        tool('trivy'),
        ...arguments_,
        '--cache-dir',
        cache,
        ...flags,
        `${registry.host}/team/app@${image.digest}`,
      ] as never)
      return [...stdout.matchAll(/"VulnerabilityID": "(CVE-2099-\d+)"/g)].map(([, id]) => id).sort()
    }
    expect(await found()).toEqual(['CVE-2099-0001', 'CVE-2099-0002', 'CVE-2099-0003'])
    expect(await found('--ignorefile', join(room.folder, '.trivyignore.yaml'))).toEqual(['CVE-2099-0002'])
    expect(await found('--vex', join(room.folder, 'a.vex.json'))).toEqual(['CVE-2099-0002'])
  })

  test('a VEX document is honoured, and what it mutes stays visible', async () => {
    await room.policy(policy(date(Date.now() + 3 * day)))
    await room.scan({ references: image.reference, 'openvex-file': 'a.vex.json' })
    await rm(join(room.folder, '.image-hygiene.yml'))
    const ran = await room.scan({
      references: `${registry.host}/team/app@${image.digest}`,
      vex: 'a.vex.json',
    })
    expect(ran.exitCode).toBe(0)
    const muted = ran.outcome.findings.filter(({ message }) => message.startsWith('suppressed by'))
    expect(muted.map(({ rule }) => rule).sort()).toEqual(['CVE-2099-0001', 'CVE-2099-0003'])
    expect(muted[0]?.message).toMatch(/vulnerable_code_not_in_execute_path/)
  })
})

describe('what runs', () => {
  test('is judged in one table; another image of the same scan is not urgent', async () => {
    await writeFile(
      join(room.folder, 'prod.txt'),
      `${registry.host}/team/app@${image.digest}\n${image.base.reference}\n`,
    )
    const ran = await room.scan({ 'in-use': 'prod.txt', 'cache-dir': 'cache' })
    expect([ran.exitCode, ran.outcome.stats['images']]).toEqual([1, 2])
    expect(ran.result.summary).toMatch(/\| image \| use \|/)

    await writeFile(join(room.folder, 'other.txt'), `${image.base.reference}\n`)
    const idle = await room.scan({ references: image.reference, 'in-use': 'other.txt' })
    expect([idle.exitCode, new Set(Object.values(tiersOf(idle)))]).toEqual([0, new Set(['T4'])])
    expect(idle.outcome.outputs['headline']).toBe('Nothing to fix now; 3 others do not run')
  })

  test('is scanned once for the same database: the second time Trivy is not asked', async () => {
    await writeFile(join(room.folder, 'prod.txt'), `${image.reference}\n`)
    const first = await room.scan({ 'in-use': 'prod.txt', 'cache-dir': 'cache' })
    const path = await room.program(
      "if (process.argv[2] === '--version') console.log('Version: 0.74.0'); else process.exit(1)",
    )
    const second = await room.scan({ 'in-use': 'prod.txt', 'cache-dir': 'cache', 'trivy-path': path })
    expect([second.exitCode, tiersOf(second)]).toEqual([1, tiersOf(first)])
  })

  test('one image that cannot be read makes it 3, with the verdict on the others told', async () => {
    await writeFile(join(room.folder, 'prod.txt'), `${image.reference}\n${registry.host}/team/gone:v1\n`)
    const ran = await room.scan({ 'in-use': 'prod.txt' })
    expect(ran.exitCode).toBe(3)
    expect(ran.outcome.outputs['to-fix']).toBe('2')
    expect(codes(ran)).toContain('undecidable')
  })
})

test('a folder is scanned before the build, and findings point into its files', async () => {
  const lock = {
    name: 'app',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'app', version: '1.0.0', dependencies: { lodash: '4.17.20' } },
      'node_modules/lodash': { version: '4.17.20' },
    },
  }
  await writeFile(join(room.folder, 'package-lock.json'), JSON.stringify(lock))
  const ran = await room.scan({ fs: '.' })
  expect(ran.exitCode).toBe(1)
  expect(ran.outcome.findings).toMatchObject([
    { rule: 'CVE-2099-0003', severity: 'error', location: { file: 'package-lock.json', line: 1 } },
  ])
})

test('bare Trivy says 1 for findings and 1 for its own faults, which is why its exit code is not asked', async () => {
  const flags = [
    'image',
    '--insecure',
    '--quiet',
    '--skip-db-update',
    '--offline-scan',
    '--scanners',
    'vuln',
    '--exit-code',
    '1',
  ]
  const codesOf = async (reference: string) =>
    (await attempt([tool('trivy'), ...flags, '--cache-dir', cache, reference] as never)).code
  expect(await Promise.all([image.reference, `${registry.host}/team/none:v1`].map(codesOf))).toEqual([1, 1])
})

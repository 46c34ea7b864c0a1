// The gates beside the tiers, each by its own level: misconfigurations, licences, secrets. Real Trivy, the built command,
// and an image that BuildKit really built: Trivy reads its checks off the build history, and licences off the packages.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Buildkit, startBuildkit } from './buildkit.ts'
import { image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { run } from './run.ts'
import { scanCli, type Told } from './scan.ts'
import { tool } from './tools.ts'
import { alpine, fixtureDb } from './trivy.ts'
import { wire } from './wire.ts'

/** Made of parts: nothing in this repository looks like a token. */
const tokens = ['environment', 'file'].map(
  place => `ghp_${Buffer.from(`${place} of a lab image`).toString('hex').padEnd(36, '0').slice(0, 36)}`,
)
const [inEnvironment = '', inFile = ''] = tokens

const dockerfile = (base: string) =>
  `FROM ${base}\nENV GITHUB_TOKEN=${inEnvironment}\nCOPY app /app\nEXPOSE 22\nCMD ["/app/run"]\n`
const npm = (name: string, license: string) => JSON.stringify({ name, version: '1.0.0', license })
const app = {
  'app/node_modules/either/package.json': npm('either', '(MIT OR AGPL-3.0)'),
  'app/node_modules/both/package.json': npm('both', 'MIT AND AGPL-3.0+'),
  'app/settings.txt': `token = ${inFile}\n`,
}

let registry: Registry
let buildkit: Buildkit
let folder: string
let cache: string
let reference: string
/** With every gate at its strictest, and every file that a scan writes. */
let strict: Told

const policy = (scan: string) =>
  writeFile(
    join(folder, '.image-hygiene.yml'),
    `version: 1\nimages: ['${registry.host}/**']\nbase: { eol: off }\nscan: { ${scan} }\n`,
  )
const scan = (...words: string[]) => scanCli(folder, cache, words)
const found = ({ outcome }: Told, rule: RegExp) =>
  outcome.findings.filter(one => rule.test(one.rule)).map(one => [one.rule, one.severity])

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  ;[buildkit, cache, folder] = await Promise.all([
    startBuildkit([registry.host]),
    fixtureDb(),
    mkdtemp(join(tmpdir(), 'lab-gates-')),
  ])
  const layers = [
    alpine(
      { busybox: '1.36.1-r2', git: '2.40.1-r0' },
      { busybox: 'GPL-2.0-only', git: 'GPL-2.0-or-later AND MIT' },
    ),
  ]
  await wire(registry.url).pushImage('team/base', image({ layers }), ['v1'])
  reference = `${registry.host}/team/app:v1`
  await buildkit.build({
    dockerfile: dockerfile(`${registry.host}/team/base:v1`),
    files: app,
    push: reference,
  })
  await policy('secrets: low, misconfig: low, licences: [AGPL-3.0, gpl-2.0-only]')
  const files = ['sarif', 'codequality', 'junit', 'json', 'markdown', 'container-scanning', 'trivy-report']
  const sboms = ['cyclonedx', 'spdx', 'trivyignore', 'openvex']
  const all = [...files, ...sboms].flatMap(name => [`--${name}-file`, `out/${name}`])
  strict = await scan(reference, ...all, '--cache-dir', 'out/cache')
})
afterAll(async () => {
  await buildkit?.stop()
  await registry?.stop()
  for (const one of [folder, cache]) if (one !== undefined) await rm(one, { recursive: true, force: true })
})

describe('misconfigurations of an image', () => {
  test('are read off its build history, each with its severity', () => {
    expect(found(strict, /^DS-/)).toEqual([
      ['DS-0002', 'error'],
      ['DS-0026', 'error'],
      ['DS-0031', 'error'],
    ])
    const [root, , token] = strict.outcome.findings.filter(({ rule }) => rule.startsWith('DS-'))
    expect(root).toMatchObject({
      message: expect.stringMatching(/^high misconfiguration .*USER/),
      image: reference,
    })
    expect(token?.message).toMatch(/^critical misconfiguration .*GITHUB_TOKEN/)
  })

  test.each([
    ['critical', 1, ['DS-0031']],
    ['high', 1, ['DS-0002', 'DS-0031']],
    ['medium', 1, ['DS-0002', 'DS-0031']],
    ['low', 1, ['DS-0002', 'DS-0026', 'DS-0031']],
    ['off', 0, []],
  ])('misconfig: %s exits %i', async (level, code, failing) => {
    await policy(`secrets: off, misconfig: ${level}`)
    const ran = await scan('--report', 'out/trivy-report')
    const errors = ran.outcome.findings.filter(({ severity }) => severity === 'error')
    expect([ran.code, errors.map(({ rule }) => rule)]).toEqual([code, failing])
    expect(ran.outcome.outputs['to-fix']).toBe(String(failing.length))
  })

  test('with every gate switched off Trivy looks for none of them', async () => {
    await policy('secrets: off')
    const ran = await scan(reference, '--trivy-report-file', 'quiet.json')
    expect([ran.code, ran.outcome.outputs['headline']]).toEqual([0, 'Nothing to fix now; 1 other can wait'])
    const report = JSON.parse(await readFile(join(folder, 'quiet.json'), 'utf8'))
    const classes = new Set(report.Results.map(({ Class }: { Class: string }) => Class))
    expect(classes).toEqual(new Set(['os-pkgs', 'lang-pkgs']))
  })
})

describe('licences', () => {
  test('are refused by the list: of packages of the system and of the application, as expressions', () => {
    const said = strict.outcome.findings.filter(({ rule }) => rule === 'licence-refused')
    expect(said.map(({ message, severity }) => [severity, message.replace(/,.*/, '')]).sort()).toEqual([
      ['error', 'both is under MIT AND AGPL-3.0+'],
      ['error', 'busybox is under GPL-2.0-only'],
    ])
  })

  test.each([
    ['MIT', ['both', 'git']],
    ['GPL-2.0', ['busybox', 'git']],
    ['SSPL-1.0', []],
  ])('licences: [%s]', async (name, refused) => {
    await policy(`secrets: off, licences: [${name}]`)
    const ran = await scan('--report', 'out/trivy-report')
    const owners = ran.outcome.findings.flatMap(({ rule, message }) =>
      rule === 'licence-refused' ? [message.replace(/ .*/, '')] : [],
    )
    expect([ran.code, owners.sort()]).toEqual([refused.length === 0 ? 0 : 1, refused])
  })

  test('an exception accepts one for its package', async () => {
    const until = new Date().toISOString().slice(0, 10)
    const item = `{ id: GPL-2.0-only, packages: [busybox], reason: mitigated, statement: not linked, owner: legal, until: ${until} }`
    await policy(`secrets: off, licences: [GPL-2.0-only], exceptions: { items: [${item}] }`)
    const ran = await scan('--report', 'out/trivy-report')
    expect([ran.code, found(ran, /licence|exception/)]).toEqual([0, [['licence-refused', 'info']]])
  })

  test("of Debian's packages are those of their copyright files", async () => {
    const status = 'Package: bash\nStatus: install ok installed\nVersion: 5.2.15-2\nArchitecture: amd64\n\n'
    const copyright =
      'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nLicense: GPL-3+\n'
    const system = [
      { path: 'etc/os-release', content: 'ID=debian\nVERSION_ID=12\nPRETTY_NAME="Debian 12"\n' },
      { path: 'etc/debian_version', content: '12.5\n' },
      { path: 'var/lib/dpkg/status', content: status },
      { path: 'usr/share/doc/bash/copyright', content: copyright },
    ]
    await wire(registry.url).pushImage('team/debian', image({ layers: [system] }), ['v1'])
    await policy('secrets: off, licences: [GPL-3.0]')
    const ran = await scan(`${registry.host}/team/debian:v1`)
    expect([ran.code, ran.outcome.outputs['headline']]).toEqual([
      1,
      '1 to fix now: by replacing what has a refused licence',
    ])
    expect(ran.outcome.findings[0]?.message).toMatch(/^bash is under GPL-3\.0-or-later/)
  })
})

describe('secrets in an image', () => {
  test('fail by their own level, wherever they lie', async () => {
    const said = strict.outcome.findings.filter(({ rule }) => rule === 'secret-github-pat')
    expect(said.map(({ severity }) => severity)).toEqual(['error', 'error', 'error'])
    expect(said.map(({ message }) => message.replace(/,.*/, '')).sort()).toEqual([
      'critical secret in /app/settings.txt',
      `critical secret in ${reference.replace(/:v1$/, '')}@${await wire(registry.url).digest('team/app', 'v1')}`,
      `critical secret in ${reference.replace(/:v1$/, '')}@${await wire(registry.url).digest('team/app', 'v1')}`,
    ])
    expect(strict.code).toBe(1)
    expect(strict.outcome.outputs['headline']).toBe(
      '8 to fix now: 3 by revoking what leaked, 3 by correcting the configuration, 2 by replacing what has a refused licence; 1 other can wait',
    )
  })

  test('are told on by no file and by no line of the log', async () => {
    const out = join(folder, 'out')
    const names = (await readdir(out, { recursive: true, withFileTypes: true })).filter(one => one.isFile())
    expect(names.length).toBe(12)
    const texts = await Promise.all(
      names.map(async one => [one.name, await readFile(join(one.parentPath, one.name), 'utf8')] as const),
    )
    for (const [name, text] of [...texts, ['the log', strict.log] as const])
      expect([name, tokens.filter(token => text.includes(token))]).toEqual([name, []])
    // Trivy itself quotes the one in the environment, so there was something to mask.
    const quiet = ['--insecure', '--quiet', '--skip-version-check', '--disable-telemetry']
    const flags = [...quiet, '--scanners', 'secret', '--format', 'json', '--cache-dir', cache]
    const bare = await run([tool('trivy'), 'image', ...flags, reference])
    expect(bare.stdout).toContain(inEnvironment)
  })
})

test('what is accepted of each gate is written for Trivy, which mutes it there and nowhere else', async () => {
  const until = new Date().toISOString().slice(0, 10)
  const ids = ['DS-0031', 'github-pat', 'MIT AND AGPL-3.0+']
  const items = ids.map(id => `{ id: ${id}, reason: unreachable, owner: web, until: ${until} }`)
  await policy(`misconfig: high, licences: [AGPL-3.0], exceptions: { items: [${items.join(', ')}] }`)
  const ran = await scan('--report', 'out/trivy-report', '--trivyignore-file', 'ignore.yaml')
  const errors = ran.outcome.findings.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ rule }) => rule)).toEqual(['DS-0002'])

  const digest = await wire(registry.url).digest('team/app', 'v1')
  const byTrivy = async (ignore: string, asked: string) => {
    const scanners = ['--scanners', `${asked},license`, '--image-config-scanners', asked]
    const quiet = ['--quiet', '--skip-version-check', '--disable-telemetry', '--skip-check-update']
    const flags = [...quiet, ...scanners, '--insecure', '--format', 'json', '--ignorefile', ignore]
    const name = `${registry.host}/team/app@${digest}`
    const { stdout } = await run([tool('trivy'), 'image', ...flags, '--cache-dir', cache, name])
    return [
      ...stdout.matchAll(/"(?:ID|RuleID|Name)": "(DS-0031|DS-0002|github-pat|MIT AND AGPL-3\.0\+|MIT)"/g),
    ]
      .map(([, id]) => id)
      .sort()
  }
  const text = await readFile(join(folder, 'ignore.yaml'), 'utf8')
  expect(await byTrivy(join(folder, 'ignore.yaml'), 'misconfig,secret')).toEqual(['DS-0002', 'MIT'])
  // Elsewhere it mutes nothing: each entry names its files.
  await writeFile(
    join(folder, 'moved.yaml'),
    text.replaceAll('settings.txt', 'other.txt').replaceAll('both', 'other'),
  )
  const elsewhere = await byTrivy(join(folder, 'moved.yaml'), 'secret')
  expect(elsewhere).toEqual(['MIT', 'MIT AND AGPL-3.0+', 'github-pat'])
})

describe('before the push', () => {
  const lock = {
    name: 'app',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'app', version: '1.0.0', dependencies: { both: '1.0.0' } },
      'node_modules/both': { version: '1.0.0' },
    },
  }

  test('a folder is judged by the same gates, and findings point into its files', async () => {
    const files = {
      Dockerfile: dockerfile('alpine:latest'),
      'package-lock.json': JSON.stringify(lock),
      'node_modules/both/package.json': app['app/node_modules/both/package.json'],
      'settings.txt': app['app/settings.txt'],
    }
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'src', path)), { recursive: true })
      await writeFile(join(folder, 'src', path), content)
    }
    await policy('misconfig: high, licences: [AGPL-3.0]')
    const ran = await scan('--fs', 'src', '--trivy-report-file', 'fs.json')
    const failing = ran.outcome.findings.filter(({ severity }) => severity === 'error')
    const places = failing.map(({ rule, location }) => `${rule} ${location?.file}:${location?.line}`)
    expect([ran.code, places.sort()]).toEqual([
      1,
      [
        'DS-0002 Dockerfile:1',
        'DS-0031 Dockerfile:2',
        'licence-refused package-lock.json:1',
        'secret-github-pat Dockerfile:2',
        'secret-github-pat settings.txt:1',
      ],
    ])
    const written = ran.log + (await readFile(join(folder, 'fs.json'), 'utf8'))
    for (const token of tokens) expect(written).not.toContain(token)
  })

  test('so is an archive', async () => {
    await run([tool('crane'), 'pull', '--insecure', reference, join(folder, 'image.tar')])
    await policy('misconfig: critical, licences: [AGPL-3.0]')
    const ran = await scan('--archive', 'image.tar', '--trivy-report-file', 'archive.json')
    expect(found(ran, /^(DS-0031|licence|secret)/)).toEqual([
      ['secret-github-pat', 'error'],
      ['secret-github-pat', 'error'],
      ['secret-github-pat', 'error'],
      ['DS-0031', 'error'],
      ['licence-refused', 'error'],
    ])
    expect(ran.log + (await readFile(join(folder, 'archive.json'), 'utf8'))).not.toContain(inEnvironment)
  })
})

import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { provideTool } from '../../src/system/tools/provide.ts'
import type { ToolSpec, ToolWish } from '../../src/system/tools/spec.ts'

const spec: ToolSpec = {
  name: 'sample',
  versionArguments: ['--version'],
  versionPattern: /^Version: (\S+)/m,
  supported: '>=1.2.0 <2',
  refused: { '1.3.0': 'that release was compromised (GHSA-0000)' },
  releases: 'https://releases.example.invalid/download',
  asset: (version, { os, arch }) =>
    os === 'linux' && arch === 'x64' ? { path: `v${version}/sample.tar.gz`, member: 'sample' } : undefined,
}
const platform = { os: 'linux', arch: 'x64' }
const nothing: ToolWish = { path: undefined, version: undefined, sha256: undefined, mirror: undefined }

let folder: string
let server: Server
let base: string
let requests: string[]
let answers: Map<string, { status: number; headers?: Record<string, string>; body?: Buffer }>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'image-hygiene-tools-'))
  requests = []
  answers = new Map()
  server = createServer((request, response) => {
    requests.push(`${request.headers.authorization ?? 'anonymous'} ${request.url}`)
    const answer = answers.get(request.url ?? '') ?? { status: 404 }
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const world = () =>
  realWorld({
    env: {
      PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
    cwd: folder,
    log: createLog({ line: () => {}, clock: () => 0 }),
    input: Readable.from([]),
  })

const program = (version: string) => Buffer.from(`#!/usr/bin/env node\nconsole.log('Version: ${version}')\n`)

function onPath(version: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin/sample'), program(version))
  chmodSync(join(folder, 'bin/sample'), 0o755)
}

async function released(version: string, says = version): Promise<string> {
  const body = program(says)
  const archive = gzipSync(
    await packTar([
      { header: { name: 'README', size: 2, type: 'file' }, body: 'hi' },
      { header: { name: 'sample', size: body.length, type: 'file', mode: 0o755 }, body },
    ]),
  )
  answers.set(`/v${version}/sample.tar.gz`, { status: 200, body: archive })
  return createHash('sha256').update(archive).digest('hex')
}

const provide = (wish: Partial<ToolWish>) => provideTool(spec, { ...nothing, ...wish }, world(), platform)

describe('a tool', () => {
  test('on PATH is used, if its own word on its version is supported', async () => {
    onPath('1.4.0')
    expect(await provide({})).toEqual({ path: join(folder, 'bin/sample'), version: '1.4.0', from: 'found' })
  })

  test.each([
    ['1.3.0', 'that release was compromised'],
    ['2.0.0', 'not supported'],
    ['1.1.9', 'not supported'],
  ])('on PATH in version %s is refused: %s', async (version, why) => {
    onPath(version)
    await expect(provide({})).rejects.toThrow(why)
  })

  test.each(['latest', 'v1.4', '1', '1.3.0'])(
    'asked for as %s is refused before any request',
    async version => {
      await expect(provide({ version, sha256: 'a'.repeat(64), mirror: base })).rejects.toMatchObject({
        code: 'bad-usage',
      })
      expect(requests).toEqual([])
    },
  )

  test('at a relative path is found from where the call was made, wherever it is run later', async () => {
    onPath('1.4.0')
    expect(await provide({ path: './bin/sample' })).toMatchObject({
      path: join(folder, 'bin/sample'),
      from: 'given',
    })
    expect(await provide({ path: 'sample' })).toMatchObject({ version: '1.4.0', from: 'given' })
  })

  test.each(['./none', 'none', './bin', './bin/data'])(
    'that is no program (%s) is a wrong call',
    async path => {
      onPath('1.4.0')
      writeFileSync(join(folder, 'bin/data'), '')
      await expect(provide({ path })).rejects.toMatchObject({
        code: 'no-file',
        message: `sample-path: '${path}' is no program that can be run`,
      })
    },
  )

  test('that is refused is named with its path, and another version than asked for is no answer', async () => {
    onPath('1.3.0')
    await expect(provide({})).rejects.toThrow(`sample 1.3.0 (${join(folder, 'bin/sample')}) is refused`)
    onPath('1.4.0')
    await expect(provide({ path: './bin/sample', version: '1.5.0' })).rejects.toThrow(
      './bin/sample is sample 1.4.0, not 1.5.0',
    )
  })

  test.each([
    ['a mirror that is no URL', 'nonsense', "sample-mirror: 'nonsense' is no URL"],
    ['a mirror that is down', 'http://127.0.0.1:1', 'ECONNREFUSED'],
  ])('from %s: what to do is said', async (_, mirror, message) => {
    const failed = provide({ version: '1.4.0', sha256: 'a'.repeat(64), mirror })
    await expect(failed).rejects.toMatchObject({
      message: expect.stringContaining(message),
      findings: [{ fix: expect.stringContaining('mirror') }],
    })
  })

  test('that is nowhere is asked for, with what to give', async () => {
    await expect(provide({})).rejects.toMatchObject({ code: 'no-file' })
  })

  test('that says nothing about its version may not run', async () => {
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin/sample'), '#!/usr/bin/env node\n')
    chmodSync(join(folder, 'bin/sample'), 0o755)
    await expect(provide({})).rejects.toMatchObject({ code: 'tool-failed' })
  })
})

describe('installing', () => {
  test('verifies, unpacks, asks its version, and downloads once', async () => {
    const sha256 = await released('1.4.0')
    const wish = { version: '1.4.0', sha256, mirror: base }
    const first = await provide(wish)
    expect(first).toMatchObject({ version: '1.4.0', from: 'installed' })
    expect(await provide(wish)).toEqual(first)
    expect(requests).toEqual(['anonymous /v1.4.0/sample.tar.gz'])
  })

  test('without a checksum is refused, and says which is needed', async () => {
    await expect(provide({ version: '1.4.0', mirror: base })).rejects.toThrow('without its checksum')
    expect(requests).toEqual([])
  })

  test('of wrong bytes is refused and leaves nothing to run', async () => {
    await released('1.4.0')
    await expect(provide({ version: '1.4.0', sha256: 'a'.repeat(64), mirror: base })).rejects.toMatchObject({
      code: 'damaged',
    })
    expect(
      readdirSync(join(folder, 'cache'), { recursive: true, withFileTypes: true }).filter(one =>
        one.isFile(),
      ),
    ).toEqual([])
  })

  test('of a release that says it is another version is refused', async () => {
    const sha256 = await released('1.4.0', '1.5.0')
    await expect(provide({ version: '1.4.0', sha256, mirror: base })).rejects.toThrow('says it is 1.5.0')
  })

  test('a damaged cache is downloaded again', async () => {
    const sha256 = await released('1.4.0')
    const { path } = await provide({ version: '1.4.0', sha256, mirror: base })
    writeFileSync(path, program('1.4.0').fill('#', 30))
    await provide({ version: '1.4.0', sha256, mirror: base })
    expect(requests).toHaveLength(2)
  })

  test('follows a redirect to a storage host, but not for ever', async () => {
    const sha256 = await released('1.4.0')
    answers.set('/m/v1.4.0/sample.tar.gz', {
      status: 302,
      headers: { location: `${base}/v1.4.0/sample.tar.gz` },
    })
    expect(await provide({ version: '1.4.0', sha256, mirror: `${base}/m` })).toMatchObject({
      from: 'installed',
    })
    answers.set('/l/v1.5.0/sample.tar.gz', {
      status: 302,
      headers: { location: `${base}/l/v1.5.0/sample.tar.gz` },
    })
    await expect(provide({ version: '1.5.0', sha256, mirror: `${base}/l` })).rejects.toThrow(
      'redirects more than 5',
    )
  })

  test.each(['http://mirror.example.invalid', 'ftp://mirror.example.invalid', 'mirror'])(
    'a mirror at %s is refused before any request',
    async mirror => {
      await expect(provide({ version: '1.4.0', sha256: 'a'.repeat(64), mirror })).rejects.toMatchObject({
        code: 'bad-usage',
      })
    },
  )

  test('a redirect from https to http is refused', async () => {
    const http = {
      ...world().http,
      stream: async () => ({ status: 302, headers: { location: `${base}/x` }, body: Readable.from([]) }),
    }
    const wish = { ...nothing, version: '1.4.0', sha256: 'a'.repeat(64) }
    await expect(provideTool(spec, wish, { ...world(), http }, platform)).rejects.toThrow(
      'from https to http:',
    )
    expect(requests).toEqual([])
  })

  test('a platform without a release says so', async () => {
    const plan9 = provideTool(spec, { ...nothing, version: '1.4.0', sha256: 'a'.repeat(64) }, world(), {
      os: 'plan9',
      arch: 'x64',
    })
    await expect(plan9).rejects.toMatchObject({ code: 'unsupported' })
  })
})

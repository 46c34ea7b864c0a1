// What `scan` costs: judging a report of 100 MB, its own share of a scan by Trivy, and reading the layers of 1 GiB.
// Needs dist/ and the lab (trivy, docker-registry, node24).
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { median, milliseconds, paired, time } from './paired.mjs'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli/index.js')
const which = name =>
  execFileSync(process.execPath, [join(root, 'test/lab/which.mjs'), name], { encoding: 'utf8' }).trim()
const folder = mkdtempSync(join(tmpdir(), 'scan-bench-'))
try {
  report()
  await overhead()
  layers()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** 100,000 findings of about a kilobyte, as Trivy writes them. */
function report() {
  const path = join(folder, 'report.json')
  const file = openSync(path, 'w')
  const head = {
    SchemaVersion: 2,
    CreatedAt: new Date().toISOString(),
    ArtifactName: 'ghcr.io/acme/app:v1',
    ArtifactType: 'container_image',
    Metadata: { OS: { Family: 'debian', Name: '12.1' }, DiffIDs: [`sha256:${'0'.repeat(64)}`] },
  }
  writeSync(
    file,
    `${JSON.stringify(head).slice(0, -1)},"Results":[{"Target":"debian","Class":"os-pkgs","Vulnerabilities":[`,
  )
  for (let number = 0; number < 100_000; number++) {
    const severity = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'][number % 4]
    const found = {
      VulnerabilityID: `CVE-2099-${number}`,
      PkgName: `package-${number % 500}`,
      PkgIdentifier: { PURL: `pkg:deb/debian/package-${number % 500}@1.0`, UID: '0' },
      InstalledVersion: '1.0',
      ...(number % 3 === 0 ? { FixedVersion: '1.1', Status: 'fixed' } : { Status: 'affected' }),
      Layer: { DiffID: `sha256:${'0'.repeat(64)}` },
      Severity: severity,
      Title: `a fault in package-${number % 500}`,
      Description: 'words '.repeat(70),
      References: Array.from(
        { length: 6 },
        (_, index) => `https://example.com/advisories/${number}/${index}`,
      ),
      PublishedDate: '2099-01-01T00:00:00Z',
    }
    writeSync(file, `${number === 0 ? '' : ','}${JSON.stringify(found)}`)
  }
  writeSync(file, ']}]}\n')
  closeSync(file)
  const hook =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("RSS="+process.resourceUsage().maxRSS+"\\n"))'
  const taken = []
  let rss = 0
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', hook, cli, 'scan', '--report', path],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
        env: { PATH: process.env.PATH, HOME: folder },
      },
    )
    if (status !== 1) throw new Error(`scan ended with ${status}: ${stderr.slice(-500)}`)
    taken.push(performance.now() - start)
    rss = Math.max(rss, Number(/RSS=(\d+)/.exec(stderr)?.[1]) / 1024)
  }
  const parse = time([
    process.execPath,
    '-e',
    `JSON.parse(require('fs').readFileSync(${JSON.stringify(path)}))`,
  ])
  const megabytes = statSync(path).size / 1e6
  console.log(
    `a report of ${megabytes.toFixed(0)} MB, 100,000 findings: ${milliseconds(median(taken))} (aim ≤ 2,000), ${rss.toFixed(0)} MiB at most (aim ≤ 400); JSON.parse alone ${milliseconds(parse)}`,
  )
}

async function overhead() {
  const room = spawn(which('node24'), [join(root, 'test/bench/scan/room.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(room.stdout, 'data')
  const { reference, cache } = JSON.parse(String(line))
  try {
    const trivy = which('trivy')
    const common = ['--skip-db-update', '--skip-java-db-update', '--skip-check-update', '--offline-scan']
    const bare = [
      ...[
        trivy,
        'image',
        '--insecure',
        '--quiet',
        '--image-src',
        'remote',
        '--format',
        'json',
        '--scanners',
        'vuln,secret',
      ],
      ...[
        '--skip-version-check',
        '--disable-telemetry',
        '--cache-dir',
        cache,
        '--output',
        join(folder, 'bare.json'),
      ],
      ...common,
      reference,
    ]
    const ours = [
      process.execPath,
      cli,
      'scan',
      reference,
      '--offline',
      '--trivy-path',
      trivy,
      '--trivy-cache-dir',
      cache,
    ]
    const options = { cwd: folder, env: { PATH: process.env.PATH, HOME: folder } }
    const { a, b } = paired(ours, bare, { runs: 11, options })
    const node = paired([process.execPath, '-e', '0'], [trivy, '--version', '--quiet'], { runs: 11, options })
    console.log(
      `one image: ${milliseconds(a)}, bare trivy image ${milliseconds(b)}, over it ${milliseconds(a - b)} (aim ≤ 150); in that, bare node ${milliseconds(node.a)} and asking trivy its version ${milliseconds(node.b)}`,
    )
  } finally {
    room.stdin.end()
    await once(room, 'exit')
  }
}

/** 30,000 files, 1 GiB unpacked, as compressible as programs are; against gzip and tar on the same bytes. */
function layers() {
  const path = join(folder, 'layer.tar.gz')
  const script = `
    const fs = require('node:fs'); const { createGzip } = require('node:zlib'); const gzip = createGzip({ level: 1 });
    gzip.pipe(fs.createWriteStream(process.argv[1]));
    const seed = require('node:crypto').randomBytes(36 * 1024);
    const body = Buffer.concat([seed.subarray(0, 18 * 1024), Buffer.alloc(17 * 1024, 'program text ')]);
    const header = name => { const b = Buffer.alloc(512); b.write(name); b.write('0000644\\0', 100); b.write(body.length.toString(8).padStart(11, '0') + '\\0', 124); b.write('0', 156); b.write('ustar\\x0000', 257); b.write(' '.repeat(8), 148); const s = b.reduce((t, x) => t + x, 0); b.write(s.toString(8).padStart(6, '0') + '\\0 ', 148); return b };
    (async () => { for (let n = 0; n < 30000; n++) { body.writeUInt32LE(n, 100); const part = Buffer.concat([header((n % 50 ? 'usr/lib/' : 'root/.cache/') + n), body]); if (!gzip.write(part)) await new Promise(r => gzip.once('drain', r)) } gzip.end(Buffer.alloc(1024)) })()`
  console.error('packing a layer of 1 GiB: half a minute')
  execFileSync(process.execPath, ['-e', script, path])
  const node24 = which('node24')
  const leftovers = join(root, 'test/bench/scan/leftovers.ts')
  const said = JSON.parse(execFileSync(node24, [leftovers, path], { encoding: 'utf8' }))
  const { a, b, ratio } = paired(
    [node24, leftovers, path],
    ['/bin/bash', '-c', 'gzip -dc "$0" | tar -t', path],
    { runs: 3, warmup: 0 },
  )
  console.log(
    `a layer of ${(said.bytes / 2 ** 30).toFixed(2)} GiB: ${milliseconds(a)}, gzip -dc | tar -t ${milliseconds(b)}, ratio ${ratio.toFixed(2)} (aim ≤ 1.5), ${(said.rss / 1024).toFixed(0)} MiB at most (aim ≤ 150)`,
  )
}

// An image of the Go toolchain, made of this machine's own: the lab can pull none, and the sample application needs one.
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { run } from './run.ts'
import { tool } from './tools.ts'

/**
 * Pushes `HOST/library/golang:1.26` with a shell, the compiler, and the sources of what `application` imports.
 * @param application folder of a Go program
 */
export async function pushGolang(host: string, application: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-golang-'))
  const system = join(folder, 'root')
  const reference = `${host}/library/golang:1.26`
  try {
    await copyGo(application, system)
    await copyShell(system)
    const layer = join(folder, 'layer.tar')
    await run(['tar', '--create', '--file', layer, '--directory', system, '.'])
    await run([tool('crane'), 'append', '--insecure', '--new_layer', layer, '--new_tag', reference])
    const path = 'PATH=/usr/local/go/bin:/usr/bin:/bin'
    const platform = ['--set-platform', 'linux/amd64'] as const
    await run([
      tool('crane'),
      'mutate',
      '--insecure',
      ...platform,
      '--env',
      path,
      '--tag',
      reference,
      reference,
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyGo(application: string, system: string): Promise<void> {
  const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' }
  const root = (await run(['go', 'env', 'GOROOT'], { env })).stdout.trim()
  const listed = await run(['go', 'list', '-deps', '-f', '{{if .Standard}}{{.Dir}}{{end}}', '.'], {
    cwd: application,
    env,
  })
  const tools = join(root, 'pkg/tool/linux_amd64')
  const paths = [
    ...['bin/go', 'pkg/include', 'src/runtime/cgo', 'src/vendor/modules.txt', 'src/go.mod', 'src/go.sum'],
    ...['VERSION', 'go.env'],
    ...['asm', 'compile', 'link'].map(name => relative(root, join(tools, name))),
    ...listed.stdout
      .split('\n')
      .filter(Boolean)
      .map(one => relative(root, one)),
  ]
  for (const path of paths) await copy(join(root, path), join(system, 'usr/local/go', path))
}

/** Files, and of a folder those right in it: a package, not the packages below it. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const entries = await readdir(from, { withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) return cp(from, to)
  await mkdir(to, { recursive: true })
  for (const entry of entries.filter(one => one.isFile() && !one.name.endsWith('_test.go')))
    await cp(join(from, entry.name), join(to, entry.name))
}

/** The shell of this machine, with the libraries that it names. */
async function copyShell(system: string): Promise<void> {
  const { stdout } = await run(['ldd', '/bin/dash'])
  const libraries = [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path ?? '')
  for (const path of ['/bin/dash', ...libraries]) {
    await mkdir(dirname(join(system, path)), { recursive: true })
    await cp(path, join(system, path), { dereference: true })
  }
  await symlink('dash', join(system, 'bin/sh'))
  for (const name of ['tmp', 'root', 'etc']) await mkdir(join(system, name), { recursive: true })
}

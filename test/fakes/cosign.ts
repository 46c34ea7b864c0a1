import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A program that takes cosign's place: it notes what it is given and says yes to what was signed through it. */
export interface FakeCosign {
  readonly path: string
  /** Every call, in order. */
  calls(): Promise<readonly Call[]>
  /** What `verify` accepts besides what was signed here, by digest. */
  accept(...digests: readonly string[]): Promise<void>
  /** From now on `sign` fails and says this. */
  fail(stderr: string): Promise<void>
}

export interface Call {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** `config.json` in its DOCKER_CONFIG, and who may read the folder. */
  readonly login: { readonly auths?: Readonly<Record<string, object>> } | null
  readonly mode: string | null
}

/** @param folder an empty one */
export async function fakeCosign(folder: string, version = '3.1.3'): Promise<FakeCosign> {
  const path = join(folder, 'cosign')
  const accepted = join(folder, 'accepted')
  const calls = join(folder, 'calls')
  const failure = join(folder, 'failure')
  await Promise.all([writeFile(accepted, ''), writeFile(calls, '')])
  await writeFile(
    path,
    `#!${process.execPath}\n(${program})(${JSON.stringify({ version, accepted, calls, failure })})\n`,
    {
      mode: 0o755,
    },
  )
  return {
    path,
    calls: async () =>
      (await readFile(calls, 'utf8'))
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Call),
    fail: stderr => writeFile(failure, stderr),
    accept: (...digests) => writeFile(accepted, digests.map(one => `${one}\n`).join(''), { flag: 'a' }),
  }
}

/** Runs on its own, as text: nothing of this module is there. */
const program = String(
  ({ version, accepted, calls, failure }: Record<'version' | 'accepted' | 'calls' | 'failure', string>) => {
    const fs = process.getBuiltinModule('node:fs')
    const args = process.argv.slice(2)
    const env = process.env
    const folder = env['DOCKER_CONFIG']
    const login = folder === undefined ? null : JSON.parse(fs.readFileSync(`${folder}/config.json`, 'utf8'))
    const mode = folder === undefined ? null : (fs.statSync(folder).mode & 0o777).toString(8)
    fs.appendFileSync(calls, `${JSON.stringify({ args, env, login, mode })}\n`)
    const last = args.at(-1) ?? ''
    const digest = last.slice(last.indexOf('@') + 1)
    if (args[0] === 'version') console.log(JSON.stringify({ gitVersion: `v${version}` }))
    else if (args[0] === 'sign' && fs.existsSync(failure)) {
      console.error(fs.readFileSync(failure, 'utf8'))
      process.exitCode = 1
    } else if (args[0] === 'sign') {
      const signed = args
        .filter(one => one.includes('@sha256:'))
        .map(one => `${one.slice(one.indexOf('@') + 1)}\n`)
      fs.appendFileSync(accepted, signed.join(''))
    } else if (fs.readFileSync(accepted, 'utf8').split('\n').includes(digest)) {
      const type = 'https://sigstore.dev/cosign/sign/v1'
      console.log(JSON.stringify([{ critical: { image: { 'docker-manifest-digest': digest }, type } }]))
    } else {
      console.error('Error: no signatures found')
      process.exitCode = 10
    }
  },
)

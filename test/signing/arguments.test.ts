// One table for two lines of cosign. The rules it must keep: `--tlog-upload=false` only without a signing
// configuration, a legacy signature only without one, a bundle in 2.6 only on request, and never a secret.
import { describe, expect, test } from 'vitest'
import {
  type Expected,
  type Format,
  type Log,
  type SignCall,
  signArguments,
  type VerifyCall,
  verifyArguments,
} from '../../src/signing/arguments.ts'

const root = { path: 'root.json', certificateLogs: false }
const image = `ghcr.io/acme/app@sha256:${'a'.repeat(64)}`
const offline = { noServices: '/private/none.json', noRoots: '/private/roots.json' }
const reach = { plainHttp: false, caFile: undefined }
const none: Log = { kind: 'none' }
const open: Log = { kind: 'public' }
const own: Log = { kind: 'config', path: 'sc.json', transparency: true, timestamps: false }

const call: SignCall = {
  version: '3.1.3',
  format: 'bundle',
  key: 'cosign.key',
  log: none,
  trustedRoot: undefined,
  reach,
  annotations: [],
  offline,
  references: [image],
}
const signing = (more: Partial<SignCall>) => signArguments({ ...call, ...more }).join(' ')

const key = '--key cosign.key'
const nowhere = '--signing-config /private/none.json --trusted-root /private/roots.json'
const table: readonly (readonly [string, Format, 'key' | 'keyless', Log, string])[] = [
  ['3.1.3', 'bundle', 'key', none, `${key} ${nowhere}`],
  ['3.0.2', 'bundle', 'key', none, `${key} ${nowhere}`],
  ['3.1.3', 'bundle', 'key', open, key],
  ['3.1.3', 'bundle', 'key', own, `${key} --signing-config sc.json`],
  ['3.1.3', 'bundle', 'keyless', open, ''],
  ['3.1.3', 'bundle', 'keyless', own, '--signing-config sc.json'],
  [
    '3.1.3',
    'legacy',
    'key',
    none,
    `${key} --use-signing-config=false --new-bundle-format=false --tlog-upload=false`,
  ],
  ['3.1.3', 'legacy', 'key', open, `${key} --use-signing-config=false --new-bundle-format=false`],
  ['3.1.3', 'legacy', 'keyless', open, '--use-signing-config=false --new-bundle-format=false'],
  ['2.6.4', 'bundle', 'key', none, `${key} --new-bundle-format ${nowhere}`],
  ['2.6.0', 'bundle', 'key', open, `${key} --new-bundle-format --use-signing-config`],
  ['2.6.4', 'bundle', 'keyless', open, '--new-bundle-format --use-signing-config'],
  ['2.6.4', 'bundle', 'key', own, `${key} --new-bundle-format --signing-config sc.json`],
  ['2.6.4', 'legacy', 'key', none, `${key} --tlog-upload=false`],
  ['2.6.4', 'legacy', 'key', open, key],
  ['2.6.4', 'legacy', 'keyless', open, ''],
]

describe('sign', () => {
  test.each(table)('cosign %s, %s, %s, log %o', (version, format, how, log, flags) => {
    const args = signing({ version, format, log, key: how === 'key' ? 'cosign.key' : undefined })
    expect(args).toBe(['sign --yes', flags, image].filter(part => part !== '').join(' '))
  })

  test.each(['2.6.4', '3.1.3'])(
    'cosign %s makes no legacy signature under a configuration of one’s own',
    version => {
      expect(() => signing({ version, format: 'legacy', log: own })).toThrow('no legacy signature')
    },
  )

  test('services of one’s own bring their own root, and keys only the empty one', () => {
    expect(signing({ log: own, trustedRoot: root })).toContain(
      '--signing-config sc.json --trusted-root root.json',
    )
    expect(signing({ log: none, trustedRoot: root })).not.toContain('root.json')
  })

  test('no row breaks a rule of cosign’s conflict matrix', () => {
    for (const [version, format, , log] of table) {
      const args = signing({ version, format, log })
      const configured = args.includes('--signing-config') || / --use-signing-config(?: |$)/.test(args)
      const byDefault = version.startsWith('3') && !args.includes('--use-signing-config=false')
      if (args.includes('--tlog-upload=false')) expect(configured || byDefault).toBe(false)
      if (args.includes('--new-bundle-format=false')) expect(configured || byDefault).toBe(false)
      if (configured && version.startsWith('2')) expect(args).toMatch(/--new-bundle-format(?: |$)/)
    }
  })

  test('many images, annotations, plain http and an authority of one’s own', () => {
    const more = { references: [image, image], annotations: ['team=web', '"a=b,c"'] }
    const args = signArguments({ ...call, ...more, reach: { plainHttp: true, caFile: 'ca.pem' } })
    expect(args.slice(-9)).toEqual([
      '--allow-http-registry',
      ...['--registry-cacert', 'ca.pem'],
      ...['--annotations', 'team=web', '--annotations', '"a=b,c"'],
      ...[image, image],
    ])
  })
})

const byKey: Expected = { kind: 'key', reference: 'cosign.pub' }
const byName: Expected = { kind: 'identity', identity: 'https://ci/x', issuer: 'https://issuer' }
const verification: VerifyCall = {
  version: '3.1.3',
  format: 'any',
  who: byKey,
  log: none,
  trustedRoot: undefined,
  reach,
  annotations: [],
  offline,
  reference: image,
}
const named = '--certificate-identity https://ci/x --certificate-oidc-issuer https://issuer'
const untold = '--insecure-ignore-tlog=true'
const stamped: Log = { kind: 'config', path: 'sc.json', transparency: false, timestamps: true }
const verifying: readonly (readonly [string, VerifyCall['format'], Expected, Log, string])[] = [
  ['3.1.3', 'any', byKey, none, `--key cosign.pub ${untold}`],
  ['3.1.3', 'bundle', byKey, none, `--key cosign.pub ${untold}`],
  ['3.1.3', 'legacy', byKey, none, `--key cosign.pub --new-bundle-format=false ${untold}`],
  ['3.1.3', 'any', byKey, open, '--key cosign.pub'],
  ['3.1.3', 'any', byName, open, named],
  ['3.1.3', 'any', byName, own, named],
  ['3.1.3', 'any', byName, stamped, `${named} ${untold} --use-signed-timestamps`],
  [
    '2.6.4',
    'bundle',
    byKey,
    none,
    `--key cosign.pub --new-bundle-format --trusted-root /private/roots.json ${untold}`,
  ],
  ['2.6.4', 'legacy', byKey, none, `--key cosign.pub --trusted-root /private/roots.json ${untold}`],
]

describe('verify', () => {
  test.each(verifying)('cosign %s, %s, %o, log %o', (version, format, who, log, flags) => {
    const args = verifyArguments({ ...verification, version, format, who, log })
    expect(args.join(' ')).toBe(`verify ${flags} --output json ${image}`)
  })

  test('a name that starts with ^ is a regular expression', () => {
    const who: Expected = { kind: 'identity', identity: '^https://ci/', issuer: 'https://issuer' }
    expect(verifyArguments({ ...verification, who }).slice(1, 5)).toEqual([
      ...['--certificate-identity-regexp', '^https://ci/'],
      ...['--certificate-oidc-issuer', 'https://issuer'],
    ])
  })

  test('a root without logs of certificates asks for no proof of one, and a key never does', () => {
    const more = { ...verification, trustedRoot: root }
    const lines = [byName, byKey].map(who => verifyArguments({ ...more, who }).join(' '))
    expect(lines[0]).toContain('--trusted-root root.json --insecure-ignore-sct=true')
    expect(lines[1]).not.toContain('sct')
    const logged = { ...root, certificateLogs: true }
    expect(verifyArguments({ ...more, who: byName, trustedRoot: logged }).join(' ')).not.toContain('sct')
  })

  test('a name cannot become a flag', () => {
    const who: Expected = { kind: 'identity', identity: '--key=x', issuer: '-k' }
    const args = verifyArguments({ ...verification, who })
    expect(args.slice(1, 5)).toEqual(['--certificate-identity', '--key=x', '--certificate-oidc-issuer', '-k'])
  })
})

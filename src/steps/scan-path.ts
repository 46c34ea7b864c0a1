import { resolve } from 'node:path'
import { judge, parseTrivyReport, type ScanSource, type Subject } from '../gates/scan/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import { isPacked } from './archive-members.ts'
import { imagesOfArchive } from './scan-archive.ts'
import type { Scanned } from './scan-files.ts'
import { diveRules, judgeLayers, judgesLayers } from './scan-layers.ts'
import { databaseOf, openScanner } from './scan-runs.ts'
import type { Look, Seen } from './scan-seen.ts'
import { noPackages, subjectOf } from './scan-subject.ts'
import { referenceIn } from './scan-targets.ts'

// What is not in a registry yet.

export async function lookAtFolder(
  path: string,
  { call, policy, circumstances, trivy, world }: Look,
): Promise<Seen> {
  await checkPresent(path, world)
  if ((await world.files.kind(path)) !== 'folder') {
    throw new HygieneError('bad-usage', `fs: ${path} is a file, not a folder`, {
      fix: `name its folder; an image in a file is scanned by --archive ${path}`,
    })
  }
  const room = await openScanner(await trivy(), call, policy, world)
  const scanned = await room.scan({ kind: 'folder', path: resolve(world.cwd, path) }, undefined)
  const report = parseTrivyReport(scanned.bytes)
  const subject = subjectOf(path, undefined, 'running')
  return {
    scanned: [{ judgement: judge(report, subject, circumstances), bytes: scanned.bytes, path: scanned.path }],
    findings: report.packageLists === 0 ? [noPackages(path)] : [],
    unjudged: [],
    scanner: room.scanner,
    scannerVersion: room.version,
    ...(await databaseOf(room)),
  }
}

/** Every image in it, each by a scan of its own: Trivy alone would take the first and say nothing of the others. */
export async function lookAtArchive(
  path: string,
  { call, policy, circumstances, trivy, world }: Look,
): Promise<Seen> {
  await checkPresent(path, world)
  const [text] = call.references
  const reference = text === undefined ? undefined : referenceIn(text, call.digest)
  const room = await openScanner(await trivy(), call, policy, world)
  const rules = await diveRules(policy, world)
  const judging = judgesLayers(policy)
  const images =
    judging || !(await isPacked(path, world.files))
      ? await imagesOfArchive(path, call.platforms, world.files)
      : // Trivy unpacks it, and takes one image or none.
        [{ name: path, layers: [], place: async () => path }]
  const scanned: Scanned[] = []
  const findings: Finding[] = []
  for (const { name, platform, layers, place } of images) {
    const source: ScanSource = { kind: 'archive', path: resolve(world.cwd, await place()) }
    const [{ bytes, path: where }, left] = await Promise.all([
      room.scan(source, undefined),
      judging ? judgeLayers(name, layers, policy, rules) : [],
    ])
    const report = parseTrivyReport(bytes)
    const subject: Subject = {
      ...subjectOf(text ?? name, reference, 'running'),
      ...(platform === undefined ? {} : { platform }),
    }
    scanned.push({ judgement: judge(report, subject, circumstances), bytes, path: where })
    findings.push(...left, ...(report.packageLists === 0 ? [noPackages(name)] : []))
  }
  const { scanner, version: scannerVersion } = room
  return { scanned, findings, unjudged: [], scanner, scannerVersion, ...(await databaseOf(room)) }
}

async function checkPresent(path: string, { files }: World): Promise<void> {
  if ((await files.kind(path)) !== 'absent') return
  throw new HygieneError('no-file', `${path}: no such file or folder`, { fix: 'check the path' })
}

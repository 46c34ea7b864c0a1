import { readPlan } from '../cleanup/plan-file-parse.ts'
import { judge, parseTrivyReport, type Subject } from '../gates/scan/index.ts'
import { type Digest, registryOf } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import { findBase } from './scan-base.ts'
import type { Scanned } from './scan-files.ts'
import { diveRules, judgeLayers, judgesLayers, layersNotJudged, registryLayers } from './scan-layers.ts'
import { lookAtArchive, lookAtFolder } from './scan-path.ts'
import { lookAtReport } from './scan-report.ts'
import { databaseOf, openScanner, type ScanRoom } from './scan-runs.ts'
import type { Look, Seen } from './scan-seen.ts'
import { noPackages, subjectOf } from './scan-subject.ts'
import { type ImageTarget, isWanted, notFor, resolveInUse, resolveReferences, runs } from './scan-targets.ts'

/** A report that is there, a folder, an archive, or images: exactly one of them. */
export async function look(look: Look): Promise<Seen> {
  const { fs, archive, report, references, inUse } = look.call
  const given = [fs, archive, report].filter(value => value !== undefined).length
  const images = references.length > 0 || inUse.length > 0
  if (given > 1 || (fs !== undefined && images) || (references.length > 1 && given === 1)) {
    throw new HygieneError('bad-usage', 'scan: one thing at a time', {
      fix: 'name images, or one of --fs, --archive and --report; an archive or a report may be given the one reference it is of',
    })
  }
  if (report !== undefined) return lookAtReport(report, look)
  if (fs !== undefined) return lookAtFolder(fs, look)
  if (archive !== undefined) return lookAtArchive(archive, look)
  if (images) return lookAtImages(look)
  throw new HygieneError('bad-usage', 'scan: nothing to look at', {
    fix: 'image-hygiene scan ghcr.io/acme/app:v1.2.3, or --fs ., or --in-use inventory.json, or --report trivy.json',
  })
}

async function lookAtImages(given: Look): Promise<Seen> {
  const { call, policy, usage, registries, trivy, world } = given
  // Trivy takes a while to say its version: the registry answers meanwhile.
  const [named, room] = await Promise.all([
    resolveReferences(call.references, call.digest, call.platforms, registries),
    trivy().then(tool => openScanner(tool, call, policy, world)),
  ])
  const running =
    call.references.length > 0
      ? { images: [], findings: [], unjudged: [] }
      : await resolveInUse(usage, policy, call.platforms, registries)
  const targets = [...named.images, ...running.images]
  const going = await plannedDigests(call.planFile, world)
  const rules = await diveRules(policy, world)
  const scanned: Scanned[] = []
  const findings: Finding[] = [...running.findings]
  const unjudged: Finding[] = [...named.unjudged, ...running.unjudged]
  const alone = targets.length === 1 && unjudged.length === 0
  for (const [index, target] of targets.entries()) {
    world.log.progress(`scanning ${index + 1} of ${targets.length}: ${target.name}`)
    if (index < named.images.length && call.digest === undefined) sayResolved(target, world)
    try {
      // What merely runs was built long ago: its layers are judged when it is built, not at each look.
      const layers = index < named.images.length && judgesLayers(policy)
      const [one, left] = await Promise.all([
        lookAtImage(target, room, going, given),
        layers
          ? registryLayers(target, registries).then(all => judgeLayers(target.name, all, policy, rules))
          : [],
      ])
      scanned.push(one)
      findings.push(...left)
      if (one.judgement.report.packageLists === 0) findings.push(noPackages(target.name))
    } catch (error) {
      if (alone || !(error instanceof HygieneError) || error.exitCode !== 3) throw error
      unjudged.push(...error.findings.map(finding => ({ ...finding, image: target.name })))
    }
  }
  if (running.images.length > 0) findings.push(...layersNotJudged('what runs', policy))
  const { scanner, version: scannerVersion } = room
  return { scanned, findings, unjudged, scanner, scannerVersion, ...(await databaseOf(room)) }
}

/** A tag may be moved as soon as it was read: what is judged is this digest. */
function sayResolved({ name, image, index }: ImageTarget, { log }: World): void {
  const digest = index?.digest ?? image.digest
  if (!name.includes(digest)) log.info(`${name} is ${digest}`)
}

async function lookAtImage(
  target: ImageTarget,
  room: ScanRoom,
  going: ReadonlySet<Digest>,
  { call, policy, usage, circumstances, registries, world }: Look,
): Promise<Scanned> {
  const { image } = target
  const reference = `${image.repository}@${image.digest}`
  const plainHttp = policy.cleanup['plain-http'].includes(registryOf(image.repository))
  const { bytes, path } = await room.scan({ kind: 'image', reference, plainHttp }, image.digest)
  const report = parseTrivyReport(bytes)
  const { platform } = report.image
  // Of an index the manifest says it; of an image alone only its config, which Trivy has read, without a variant.
  const wanted = call.platforms.map(one => one.split('/').slice(0, 2).join('/'))
  if (target.index === undefined && platform !== undefined && !isWanted(platform, wanted))
    throw notFor(target.name, call.platforms, [platform])
  const search = { registries, bases: call.bases, offline: call.offline, log: world.log }
  const base = await findBase(target, report, search)
  const use = runs(target, report.image.id, usage)
  const idle =
    going.has(image.digest) || (target.index !== undefined && going.has(target.index.digest))
      ? 'deletable'
      : 'kept'
  const where = target.where ?? (typeof use === 'object' ? use.where : undefined)
  const subject: Subject = {
    ...subjectOf(target.name, image, use === undefined ? idle : 'running'),
    ...(where === undefined ? {} : { where }),
    ...(target.platform === undefined ? {} : { platform: target.platform }),
    ...(base === undefined ? {} : { base }),
  }
  return { judgement: judge(report, subject, circumstances), bytes, path }
}

/** What an open cleanup plan lists to go. */
async function plannedDigests(path: string | undefined, { files }: World): Promise<ReadonlySet<Digest>> {
  if (path === undefined) return new Set()
  const { lines } = readPlan(await files.readText(path, 64 * 1024 * 1024), path)
  return new Set(lines.filter(({ action }) => action === 'delete').flatMap(line => [line.head, ...line.with]))
}

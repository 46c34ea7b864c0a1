import { type ImageRecord, recordPredicateType } from '../catalog/index.ts'
import { formatReference } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import { expectedOf, type Pinned, readLog, readSigner } from '../signing/index.ts'
import type { World } from '../system/world.ts'
import { type CosignCall, cosignFor, findCosign, formatsOf } from './cosign.ts'

type AttestCall = Omit<CosignCall, 'signatureAnnotations'> &
  Parameters<typeof readSigner>[0] &
  Parameters<typeof findCosign>[0]

/** Signs the record as a statement about its image, by the policy's way of signing, and verifies it right away. */
export async function attestRecord(
  call: AttestCall,
  image: Pinned,
  record: ImageRecord,
  policy: Policy,
  world: World,
): Promise<void> {
  const log = await readLog(policy.sign.log, world.files)
  const signer = await readSigner(call, policy, log, world)
  const tool = await findCosign(call, world)()
  const annotated = { ...call, signatureAnnotations: [] }
  const cosign = await cosignFor(tool, annotated, [image], signer, log, policy, world)
  const { who } = await expectedOf(signer, cosign.publicKey, world)
  const path = `${await world.files.temporaryFolder()}/record.json`
  await world.files.write(path, JSON.stringify(record))
  for (const format of formatsOf(policy)) {
    await cosign.attest(format, image, { type: recordPredicateType, path })
    if (await cosign.verifyAttestation(image, format, who, recordPredicateType)) continue
    throw new HygieneError('undecidable', 'the record was attested, and cosign does not believe it', {
      fix: 'check sign.key, or sign.identity and sign.issuer, of the policy: they say who is expected',
      image: formatReference(image),
    })
  }
}

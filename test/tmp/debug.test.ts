import fc from 'fast-check'
import { it } from 'vitest'
import { model } from '../cleanup/model.ts'
import { mustGo } from '../cleanup/oracle.ts'
import { settle, digestOf } from '../cleanup/scene.ts'
import { inspect } from 'node:util'
const names = new Map<string,string>()
for (const k of ['image','index','unknown','referrer','fallback of','config of image', 'config of referrer', 'absent']) for (let i=0;i<12;i++) names.set(digestOf(`${k} ${i}`), `<${k} ${i}>`)
const nice = (x: unknown) => inspect(x,{depth:9,breakLength:150,maxStringLength:2000}).replace(/sha256[:-][0-9a-f]{64}/g, m => names.get(m.replace('-',':')) ?? m.slice(0,16))
it('x', () => {
  fc.assert(fc.property(model, ({scenes, question, world}) => {
    const {decision} = settle(scenes, question)
    const expected = mustGo(world)
    const actual = new Set(decision.repositories.flatMap(({ repository, images }) => images.flatMap(({ head, fate }) => (fate.goes ? [head, ...fate.with] : []).map(d => `${repository}@${d}`))))
    if ([...expected].sort().join() === [...actual].sort().join()) return
    console.log(nice({classes: world.classes, clock: world.clock, minAge: world.minAge, untagged: world.untagged, now: world.now, closed: world.closed, used: world.usedDigests, tags: world.usedTags, reviewed: world.reviewed}))
    for (const r of world.repositories) console.log(nice(r))
    console.log('expected', nice(expected)); console.log('actual', nice(actual)); console.log(nice(decision.repositories.map(r=>r.images)))
    throw new Error('differs')
  }), { seed: Number(process.env.MODEL_SEED), ...(process.env.MODEL_PATH ? {path: process.env.MODEL_PATH} : {}), endOnFailure: true, numRuns: Number(process.env.MODEL_RUNS ?? 1) })
})

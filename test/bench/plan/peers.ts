// What `plan` is measured against: wrk on the same URLs, and a regbot script that reads the same labels.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attempt, run } from '../../lab/run.ts'
import { tool } from '../../lab/tools.ts'

const accept = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/** Requests a second that wrk gets through, at the best of these widths; every answer must be a 200. */
export async function wrk(url: string, paths: readonly string[], seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-wrk-'))
  try {
    await writeFile(join(folder, 'paths'), paths.join('\n'))
    await writeFile(
      join(folder, 'paths.lua'),
      `local paths = {}
       for line in io.lines("${folder}/paths") do paths[#paths + 1] = line end
       local at = 0
       request = function()
         at = at % #paths + 1
         return wrk.format("GET", paths[at], { accept = "${accept}" })
       end`,
    )
    let best = 0
    for (const width of [16, 32, 64]) {
      const { stdout } = await run([
        tool('wrk'),
        '-t1',
        `-c${width}`,
        `-d${seconds}s`,
        '-s',
        join(folder, 'paths.lua'),
        url,
      ])
      if (stdout.includes('Non-2xx')) throw new Error(`wrk was refused:\n${stdout}`)
      best = Math.max(best, Number(/Requests\/sec:\s+([0-9.]+)/.exec(stdout)?.[1]))
    }
    return best
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds that regbot takes to read the label of every tag, at most `most` of them, its start included. */
export async function regbot(host: string, repository: string, most: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-regbot-'))
  try {
    const file = join(folder, 'regbot.yml')
    await writeFile(
      file,
      `version: 1
creds:
  - registry: ${host}
    tls: disabled
defaults:
  parallel: 4
  timeout: 1800s
scripts:
  - name: labels
    timeout: 1800s
    script: |
      local ref = reference.new("${host}/${repository}")
      local read = 0
      for k, t in pairs(tag.ls(ref)) do
        if read < ${most} then
          ref:tag(t)
          local labels = image.config(ref).Config.Labels
          local clock = labels and labels["expire_at"] or ""
          read = read + 1
        end
      end
      log("read " .. read)
`,
    )
    const ran = await attempt([tool('regbot'), '-c', file, 'once'], {
      timeout: 1_800_000,
      env: { HOME: folder },
    })
    const read = Number(/read ([0-9]+)/.exec(ran.stdout + ran.stderr)?.[1])
    if (ran.code !== 0 || read === 0 || Number.isNaN(read)) throw new Error(ran.stderr || ran.stdout)
    return ran.ms
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

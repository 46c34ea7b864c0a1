import { z } from 'zod'
import { HygieneError } from '../outcome/index.ts'

// What we read of a webhook payload; everything else in it is ignored. Payloads differ by event, so every part is
// optional, but a part of the wrong type means that the file is not what the runner wrote.

const repository = z.object({
  full_name: z.string().nullish(),
  default_branch: z.string().nullish(),
  description: z.string().nullish(),
  license: z.object({ spdx_id: z.string().nullish() }).nullish(),
})

const event = z.object({
  number: z.number().int().positive().nullish(),
  head_commit: z.object({ id: z.string(), timestamp: z.string().nullish() }).nullish(),
  deleted: z.boolean().nullish(),
  pull_request: z
    .object({
      number: z.number().int().positive(),
      head: z.object({
        sha: z.string(),
        ref: z.string(),
        repo: z.object({ full_name: z.string() }).nullish(),
      }),
      base: z.object({ repo: z.object({ full_name: z.string() }).nullish() }).nullish(),
      user: z.object({ login: z.string() }).nullish(),
    })
    .nullish(),
  merge_group: z.object({ head_sha: z.string(), head_ref: z.string() }).nullish(),
  release: z.object({ tag_name: z.string(), draft: z.boolean().nullish() }).nullish(),
  repository: repository.nullish(),
})

export type GithubEvent = z.infer<typeof event>

/** Reads the text of the event file; `bad-file` says which part is wrong. */
export function readGithubEvent(text: string, path: string): GithubEvent {
  const fix =
    'the runner writes this file; when the variables are set by hand, point GITHUB_EVENT_PATH to a payload or unset it'
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new HygieneError('bad-file', `${path}: the event file is no JSON (cut off?)`, { fix, cause })
  }
  const read = event.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue === undefined || issue.path.length === 0 ? 'the event' : issue.path.join('.')
  throw new HygieneError('bad-file', `${path}: ${where} is not of the expected type: ${issue?.message}`, {
    fix,
    cause: read.error,
  })
}

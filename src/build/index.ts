export { checkTags, type GivenTag, readGivenTag } from './check.ts'
export { annotationLines, bakeFile, bakeTarget, buildArguments, labelLines } from './consumers.ts'
export { dotenv } from './dotenv.ts'
export { buildTime, type Expires, expiresInWords, expiresOf } from './expiry.ts'
export type { BuildFacts, Environment, GitTags, PullRequest, SourceRepository } from './facts.ts'
export { factsFromGit, type GitAnswers, withGitTags } from './git.ts'
export { factsFromGithub } from './github.ts'
export type { GithubEvent } from './github-event.ts'
export { factsFromGitlab } from './gitlab.ts'
export { type Labels, makeAnnotations, makeLabels, missingLabels, readLabels, readValue } from './labels.ts'
export { makeTags, type Name, type Naming } from './name.ts'
export { type Existing, immutableTags, judgeExisting } from './overwrite.ts'
export { outputsOf, type Prepared, storyOf, summaryTable } from './prepared.ts'
export { readTargets, referencesOf, type Targets } from './targets.ts'

/** Brings zod, which only a run with an event file needs. */
export function loadEventReader(): Promise<typeof import('./github-event.ts')> {
  return import('./github-event.ts')
}

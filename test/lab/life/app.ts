// The repository of the life: an app, its policy, what runs of it, and the example pipelines as a team would copy them.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../components.ts'

export type Files = Readonly<Record<string, string>>

/** @param repository `HOST/acme/app` @param publicKey who is expected to sign */
export function appFiles(repository: string, publicKey: string): Files {
  return {
    Dockerfile: ['FROM scratch', 'COPY hello /hello', 'USER 10001:10001', 'ENTRYPOINT ["/hello"]', ''].join(
      '\n',
    ),
    '.dockerignore': '.git\n',
    hello: 'hello\n',
    'cosign.pub': publicKey,
    // What `inventory` would find: the release runs.
    'deploy/in-use.txt': `${repository}:v1.0.0\n`,
    '.image-hygiene.yml': [
      'version: 1',
      `images: ['${repository}']`,
      'sign: { key: cosign.pub }',
      'cleanup:',
      '  limits: { deletions: 10, share: 80% }',
      '',
    ].join('\n'),
  }
}

/** The example workflows of cleanup and the workflow that builds, pushing to this host instead of ghcr.io. */
export async function workflows(host: string): Promise<Files> {
  const examples = ['cleanup-plan.yml', 'cleanup-apply.yml', 'restore.yml']
  const texts = [
    ['image.yml', await readFile(join(import.meta.dirname, 'image.yml'), 'utf8')],
    ...(await Promise.all(examples.map(async name => [name, await example('workflows', name)] as const))),
  ] as const
  return Object.fromEntries(
    texts.map(([name, text]) => [`.github/workflows/${name}`, text.replaceAll('ghcr.io/', `${host}/`)]),
  )
}

/**
 * The example pipelines and the one that builds, and beside them the component project itself, so that the runner takes
 * the components of this checkout.
 */
export async function pipelines(): Promise<Files> {
  const texts = [
    ['image', await readFile(join(import.meta.dirname, 'image.gitlab-ci.yml'), 'utf8')],
    ['cleanup', await example('gitlab', 'cleanup.gitlab-ci.yml')],
    ['restore', await example('gitlab', 'restore.gitlab-ci.yml')],
  ] as const
  const local = texts.map(([name, text]) => [
    `ci/${name}.yml`,
    text.replaceAll(/(components\/\w+)@1$/gm, '$1@$CI_COMMIT_SHA'),
  ])
  const names = await readdir(join(root, 'gitlab/templates'))
  const templates = names.map(async name => {
    const path = `templates/${name}/template.yml`
    return [path, await readFile(join(root, 'gitlab', path), 'utf8')] as const
  })
  return Object.fromEntries([
    ...local,
    ...(await Promise.all(templates)),
    ['.gitignore', '.gitlab-ci-local/\n'],
  ])
}

function example(forge: 'workflows' | 'gitlab', name: string): Promise<string> {
  return readFile(join(root, 'examples', forge, name), 'utf8')
}

// Makes src/gates/lint/eol-table.ts: when releases of base images end, from the data of endoflife.date (MIT).
//
//   git clone --depth 1 https://github.com/endoflife-date/endoflife.date CLONE
//   node scripts/eol.mjs CLONE
//
// With a third argument, writes the same as JSON there instead, for base.eol-file. CLONE may be bare. The table names the commit that it was made from and is as old as that commit.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/**
 * Our product, theirs, and the repositories that are it; `*` stands for one path segment.
 * `ends`: their field that counts. For Debian it is the end of LTS, which is free and on by default;
 * paid extensions (Ubuntu Pro, RHEL ELS) do not count.
 */
const products = [
  ['alpine', 'alpine-linux', ['docker.io/library/alpine']],
  ['debian', 'debian', ['docker.io/library/debian'], 'eoes'],
  ['ubuntu', 'ubuntu', ['docker.io/library/ubuntu', 'public.ecr.aws/ubuntu/ubuntu']],
  ['centos', 'centos', ['docker.io/library/centos', 'quay.io/centos/centos']],
  ['centos-stream', 'centos-stream', [], 'eol', { prefix: 'stream', images: ['quay.io/centos/centos'] }],
  ['rocky', 'rocky-linux', ['docker.io/library/rockylinux', 'docker.io/rockylinux/rockylinux']],
  ['almalinux', 'almalinux', ['docker.io/library/almalinux', 'docker.io/almalinux/*']],
  ['fedora', 'fedora', ['docker.io/library/fedora', 'quay.io/fedora/fedora']],
  [
    'amazonlinux',
    'amazon-linux',
    ['docker.io/library/amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'],
  ],
  ['oraclelinux', 'oracle-linux', ['docker.io/library/oraclelinux']],
  ['opensuse-leap', 'opensuse', ['docker.io/opensuse/leap', 'registry.opensuse.org/opensuse/leap']],
  ['ubi', 'rhel', ['registry.access.redhat.com/ubi', 'registry.redhat.io/ubi']],
  ['go', 'go', ['docker.io/library/golang', 'mcr.microsoft.com/oss/go/microsoft/golang']],
  ['node', 'nodejs', ['docker.io/library/node']],
  ['python', 'python', ['docker.io/library/python']],
  ['ruby', 'ruby', ['docker.io/library/ruby']],
  ['php', 'php', ['docker.io/library/php']],
  ['perl', 'perl', ['docker.io/library/perl']],
  ['temurin', 'eclipse-temurin', ['docker.io/library/eclipse-temurin']],
  [
    'corretto',
    'amazon-corretto',
    ['docker.io/library/amazoncorretto', 'public.ecr.aws/amazoncorretto/amazoncorretto'],
  ],
  ['dotnet', 'dotnet', ['mcr.microsoft.com/dotnet/*', 'mcr.microsoft.com/dotnet/nightly/*']],
  ['elixir', 'elixir', ['docker.io/library/elixir']],
  ['erlang', 'erlang', ['docker.io/library/erlang']],
  ['nginx', 'nginx', ['docker.io/library/nginx', 'docker.io/nginxinc/nginx-unprivileged']],
  ['httpd', 'apache-http-server', ['docker.io/library/httpd']],
  ['tomcat', 'tomcat', ['docker.io/library/tomcat']],
  ['haproxy', 'haproxy', ['docker.io/library/haproxy']],
  ['postgres', 'postgresql', ['docker.io/library/postgres']],
  ['mysql', 'mysql', ['docker.io/library/mysql']],
  ['mariadb', 'mariadb', ['docker.io/library/mariadb']],
  ['mongo', 'mongodb', ['docker.io/library/mongo']],
  ['redis', 'redis', ['docker.io/library/redis']],
  ['rabbitmq', 'rabbitmq', ['docker.io/library/rabbitmq']],
  ['cassandra', 'apache-cassandra', ['docker.io/library/cassandra']],
  [
    'elasticsearch',
    'elasticsearch',
    ['docker.io/library/elasticsearch', 'docker.elastic.co/elasticsearch/elasticsearch'],
  ],
  ['drupal', 'drupal', ['docker.io/library/drupal']],
]

const clone = process.argv[2]
if (clone === undefined) {
  process.stderr.write('usage: node scripts/eol.mjs <clone of endoflife-date/endoflife.date>\n')
  process.exit(2)
}

const git = (...args) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })
const commit = git('rev-parse', 'HEAD').trim()
const date = git('log', '-1', '--format=%cs', 'HEAD').trim()

const table = {
  source: { repository: 'https://github.com/endoflife-date/endoflife.date', commit, licence: 'MIT' },
  date,
  products: products.map(([name, theirs, images, ends = 'eol', more = {}]) => {
    const [, head] = git('show', `HEAD:products/${theirs}.md`).split(/^---$/m)
    const { releases } = parse(head, { schema: 'core' })
    const names = {}
    const cycles = {}
    for (const release of releases) {
      const cycle = String(release.releaseCycle)
      cycles[`${more.prefix ?? ''}${cycle}`] = endOf(release[ends] ?? release.eol, release)
      const codename = release.codename?.split(/\s/)[0].toLowerCase()
      if (codename !== undefined && (name === 'debian' || name === 'ubuntu')) names[codename] = cycle
    }
    return {
      name,
      images: [...images, ...(more.images ?? [])],
      cycles,
      ...(Object.keys(names).length ? { names } : {}),
    }
  }),
}

/** A day, or null while none is known. `true` is: ended, nobody says when; then the release date stands for it. */
function endOf(end, { releaseDate }) {
  if (end === false || end === undefined) return null
  return end === true ? String(releaseDate) : String(end)
}

const [, , , json] = process.argv
const target = json ?? fileURLToPath(new URL('../src/gates/lint/eol-table.ts', import.meta.url))
writeFileSync(target, json === undefined ? asModule(table) : `${JSON.stringify(table, undefined, 1)}\n`)
process.stdout.write(`${table.products.length} products of ${date} in ${target}\n`)

/** A module rather than JSON: Node 20 warns about JSON imports. A product is a line or two, so that diffs read well. */
function asModule({ source, date, products }) {
  const quoted = text => `'${text}'`
  const pairs = record =>
    quoted(
      Object.entries(record)
        .map(([key, value]) => `${key}=${value ?? ''}`)
        .join(' '),
    )
  return [
    '// Made by scripts/eol.mjs; do not edit. Facts of endoflife.date, MIT licence,',
    `// ${source.repository}`,
    `// commit ${source.commit}`,
    '',
    `export const date = '${date}'`,
    '',
    '/** Name, repositories, releases with their last day, code names. */',
    'export const rows: readonly (readonly [string, string, string, string?])[] = [',
    ...products.flatMap(({ name, images, cycles, names }) => [
      '  [',
      `    ${quoted(name)},`,
      `    ${quoted(images.join(' '))},`,
      `    ${pairs(cycles)},`,
      ...(names === undefined ? [] : [`    ${pairs(names)},`]),
      '  ],',
    ]),
    ']',
    '',
  ].join('\n')
}

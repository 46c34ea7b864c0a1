// Dockerfiles as people write them, by the thousand: languages, stages, package managers, mistakes and good habits in
// ever other mixtures. The same seed makes the same files.

/** @param {number} count @param {number} [seed] @returns {readonly string[]} */
export function makeDockerfiles(count, seed = 20_261_121) {
  let state = seed
  const random = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const pick = from => from[Math.floor(random() * from.length)]
  const sometimes = (share, ...lines) => (random() < share ? lines : [])
  return Array.from(
    { length: count },
    (_, number) => `${pick(families)({ number, pick, sometimes }).join('\n')}\n`,
  )
}

const debian = [
  'debian:12-slim',
  'debian:bookworm',
  'ubuntu:22.04',
  'ubuntu:24.04',
  'ubuntu',
  'debian:latest',
]
const packages = [
  'curl',
  'git',
  'ca-certificates',
  'build-essential',
  'libpq-dev',
  'tzdata',
  'jq',
  'openssl',
  'unzip',
]

/** Each makes the lines of one file. */
const families = [go, node, python, java, tools, php, rust]

function head({ pick, sometimes, number }) {
  return [
    ...sometimes(0.3, '# syntax=docker/dockerfile:1'),
    ...sometimes(0.4, `# Service ${number}`),
    ...sometimes(0.3, `ARG VERSION=${pick(['1.0.0', '2.3.1', 'dev'])}`),
  ]
}

function labels({ pick, sometimes, number }) {
  return [
    ...sometimes(
      0.3,
      'LABEL org.opencontainers.image.title="service" \\',
      `      org.opencontainers.image.version="${number}"`,
    ),
    ...sometimes(0.1, 'MAINTAINER team@example.com'),
    ...sometimes(0.5, `EXPOSE ${pick(['80', '8080', '3000 9090', '8080-8090', '53/udp'])}`),
    ...sometimes(0.3, 'HEALTHCHECK --interval=30s --timeout=3s CMD curl -f http://localhost/ || exit 1'),
    ...sometimes(0.6, `USER ${pick(['nobody', '1000:1000', 'app', 'root'])}`),
  ]
}

function apt({ pick, sometimes }) {
  const some = [pick(packages), pick(packages), pick(packages)]
  return [
    'RUN apt-get update && \\',
    `    apt-get install -y ${pick(['', '--no-install-recommends '])}\\`,
    ...some.map(name => `      ${name} \\`),
    ...sometimes(0.3, '    # what the build needs'),
    `    && ${pick(['rm -rf /var/lib/apt/lists/*', 'apt-get clean', 'true'])}`,
  ]
}

function go(make) {
  const { pick, sometimes } = make
  return [
    ...head(make),
    `FROM ${pick(['golang:1.26', 'golang:1.22-bullseye', 'golang:1.25-alpine', 'golang'])} AS build`,
    'WORKDIR /src',
    ...sometimes(0.7, 'COPY go.mod go.sum ./', 'RUN --mount=type=cache,target=/go/pkg/mod go mod download'),
    'COPY . .',
    ...sometimes(0.3, 'ENV CGO_ENABLED=0'),
    `RUN ${pick(['', 'CGO_ENABLED=0 '])}go build ${pick(['', '-trimpath '])}${pick(['', '-ldflags="-s -w" '])}-o /out/app ./cmd/app`,
    '',
    `FROM ${pick(['scratch', 'alpine:3.22', 'alpine:latest', 'gcr.io/distroless/static-debian12:nonroot'])}`,
    'COPY --from=build /out/app /usr/local/bin/app',
    ...labels(make),
    'ENTRYPOINT ["app"]',
  ]
}

function node(make) {
  const { pick, sometimes } = make
  return [
    ...head(make),
    `FROM --platform=$BUILDPLATFORM node:${pick(['22-alpine', '20', '18-slim', '24.1-bookworm-slim', 'latest'])} AS deps`,
    'WORKDIR /app',
    'ENV NODE_ENV=production',
    'COPY package.json package-lock.json ./',
    `RUN ${pick(['npm ci --omit=dev', 'npm install', 'npm ci && npm cache clean --force'])}`,
    ...sometimes(0.6, '', 'FROM deps AS build', 'COPY . .', 'RUN npm run build'),
    '',
    `FROM ${pick(['node:22-alpine', 'node:20-slim', 'nginx:1.27-alpine'])}`,
    'WORKDIR /app',
    'COPY --from=deps /app/node_modules ./node_modules',
    'COPY --chown=node:node . .',
    ...sometimes(0.2, 'ARG NPM_TOKEN', 'ENV NPM_TOKEN=$NPM_TOKEN'),
    ...labels(make),
    'CMD ["node", "server.js"]',
  ]
}

function python(make) {
  const { pick, sometimes } = make
  return [
    ...head(make),
    `FROM python:${pick(['3.13-slim', '3.11', '3.8-alpine', '3.12-bookworm'])}`,
    'ENV PYTHONUNBUFFERED=1 \\',
    '    PIP_DISABLE_PIP_VERSION_CHECK=1',
    ...sometimes(0.5, ...apt(make)),
    'WORKDIR /app',
    'COPY requirements.txt .',
    `RUN pip install ${pick(['', '--no-cache-dir '])}-r requirements.txt`,
    'COPY . .',
    ...sometimes(0.3, 'RUN <<EOF', 'set -e', 'python -m compileall .', 'useradd -u 10001 app', 'EOF'),
    ...labels(make),
    `CMD ${pick(['["python", "-m", "app"]', 'python app.py', '["gunicorn", "-b", ":8080", "app:app"]'])}`,
  ]
}

function java(make) {
  const { pick, sometimes } = make
  return [
    ...head(make),
    `FROM maven:${pick(['3.9-eclipse-temurin-21', '3-openjdk-17'])} AS build`,
    'COPY pom.xml .',
    ...sometimes(0.5, 'RUN mvn -B dependency:go-offline'),
    'COPY src src',
    'RUN mvn -B -DskipTests package',
    `FROM eclipse-temurin:${pick(['21-jre', '17-jdk', '8'])}`,
    'ARG JAR=/target/*.jar',
    'COPY --from=build $JAR /app.jar',
    ...labels(make),
    'ENTRYPOINT ["java", "-jar", "/app.jar"]',
  ]
}

function tools(make) {
  const { pick, sometimes, number } = make
  return [
    ...head(make),
    `FROM ${pick(debian)}`,
    ...sometimes(0.4, 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]'),
    ...apt(make),
    ...sometimes(0.5, `ADD https://example.com/tool-${number}.tar.gz /opt/`),
    `RUN curl -fsSL https://example.com/install.sh ${pick(['| sh', '-o /tmp/i && sh /tmp/i'])}`,
    ...sometimes(0.3, 'RUN sudo ldconfig', 'RUN cd /opt && make install'),
    ...labels(make),
    'CMD bash',
  ]
}

function php(make) {
  const { pick, sometimes } = make
  return [
    ...head(make),
    `FROM php:${pick(['8.4-fpm-alpine', '7.4-apache', '8.2-cli'])}`,
    `RUN apk add ${pick(['', '--no-cache '])}--virtual .build $PHPIZE_DEPS icu-dev \\`,
    '  && docker-php-ext-install intl pdo_mysql \\',
    '  && apk del .build',
    ...sometimes(
      0.6,
      'COPY --from=composer:2 /usr/bin/composer /usr/bin/composer',
      'COPY composer.* ./',
      'RUN composer install --no-dev',
    ),
    'COPY . /var/www/html',
    ...labels(make),
  ]
}

function rust(make) {
  const { pick } = make
  return [
    ...head(make),
    `FROM rust:${pick(['1.89', '1-alpine', 'latest'])} AS build`,
    'WORKDIR /src',
    'COPY Cargo.toml Cargo.lock ./',
    'COPY src ./src',
    'RUN --mount=type=cache,target=/usr/local/cargo/registry \\',
    '    --mount=type=cache,target=/src/target \\',
    '    cargo build --release && cp target/release/app /app',
    `FROM ${pick(['debian:12-slim', 'gcr.io/distroless/cc-debian12', 'ubuntu:20.04'])}`,
    'COPY --from=build /app /usr/local/bin/app',
    ...labels(make),
    'CMD ["app"]',
  ]
}

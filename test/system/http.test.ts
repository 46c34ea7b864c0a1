import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { HygieneError } from '../../src/outcome/index.ts'
import { createHttp } from '../../src/system/http.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function listening(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  return (server.address() as AddressInfo).port
}

async function serving(listener: RequestListener): Promise<URL> {
  return new URL(`http://127.0.0.1:${await listening(createServer(listener))}/`)
}

function http(env: Record<string, string> = {}) {
  const client = createHttp({ env })
  closers.push(() => void client.close())
  return client
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('it was answered'),
    caught => caught as unknown,
  )
  return error instanceof HygieneError ? error.code : String(error)
}

describe('one exchange', () => {
  it('gives status, lower-case headers and the body', async () => {
    const url = await serving((_, answer) => {
      answer.writeHead(418, { 'X-Tea': 'yes', Link: ['<a>', '<b>'] })
      answer.end('short and stout')
    })
    const { status, headers, body } = await http().send({ method: 'GET', url })
    expect(status).toBe(418)
    expect(headers['x-tea']).toBe('yes')
    expect(headers['link']).toBe('<a>, <b>')
    expect(Buffer.from(body).toString()).toBe('short and stout')
  })

  it('sends method, headers and body as they are', async () => {
    const seen: string[] = []
    const url = await serving((asked, answer) => {
      asked.setEncoding('utf8')
      asked.on('data', text => seen.push(`${asked.method} ${asked.url} ${asked.headers['x-a']} ${text}`))
      asked.on('end', () => answer.end())
    })
    await http().send({ method: 'PUT', url: new URL('/p?q=1', url), headers: { 'x-a': 'b' }, body: 'text' })
    expect(seen).toEqual(['PUT /p?q=1 b text'])
  })

  it('follows no redirect', async () => {
    let asked = 0
    const url = await serving((_, answer) => {
      asked += 1
      answer.writeHead(307, { location: '/elsewhere' }).end()
    })
    const { status, headers } = await http().send({ method: 'GET', url })
    expect([status, headers['location'], asked]).toEqual([307, '/elsewhere', 1])
  })

  it('keeps connections alive', async () => {
    const sockets = new Set<unknown>()
    const url = await serving((asked, answer) => {
      sockets.add(asked.socket)
      answer.end('x')
    })
    const client = http()
    for (let round = 0; round < 5; round += 1) await client.send({ method: 'GET', url })
    expect(sockets.size).toBeLessThanOrEqual(2)
  })

  it('lets a HEAD announce any length', async () => {
    const url = await serving((_, answer) =>
      answer.writeHead(200, { 'content-length': 10_000_000_000 }).end(),
    )
    const { headers } = await http().send({ method: 'HEAD', url, limit: 10 })
    expect(headers['content-length']).toBe('10000000000')
  })

  it('names the address of an error without its query', async () => {
    const client = http()
    const url = new URL('http://user:hush@127.0.0.1:1/path?token=hush')
    const error = (await client.send({ method: 'GET', url }).catch(caught => caught)) as HygieneError
    expect(error.message).toContain('http://127.0.0.1:1/path')
    expect(error.message).not.toContain('hush')
  })
})

describe('limits', () => {
  it('stops at an announced length before reading it', async () => {
    let sent = 0
    const url = await serving((_, answer) => {
      answer.writeHead(200, { 'content-length': 10_000_000_000 })
      const chunk = Buffer.alloc(65_536)
      const push = () => {
        while (!answer.destroyed) {
          sent += chunk.length
          if (!answer.write(chunk)) return answer.once('drain', push)
        }
        return undefined
      }
      push()
    })
    expect(await codeOf(http().send({ method: 'GET', url, limit: 1000 }))).toBe('too-large')
    expect(sent).toBeLessThan(10_000_000)
  })

  it('stops an endless chunked body at the limit', async () => {
    const url = await serving((_, answer) => {
      const timer = setInterval(() => answer.write(Buffer.alloc(1000)), 1)
      answer.on('close', () => clearInterval(timer))
    })
    expect(await codeOf(http().send({ method: 'GET', url, limit: 5000 }))).toBe('too-large')
  })

  it('takes a body of exactly the limit', async () => {
    const url = await serving((_, answer) => answer.end(Buffer.alloc(5000)))
    expect((await http().send({ method: 'GET', url, limit: 5000 })).body.length).toBe(5000)
  })

  it('ends a slow drip at the time limit of the whole exchange', async () => {
    const url = await serving((_, answer) => {
      const timer = setInterval(() => answer.write('x'), 20)
      answer.on('close', () => clearInterval(timer))
    })
    const began = Date.now()
    expect(await codeOf(http().send({ method: 'GET', url, timeout: 300 }))).toBe('too-slow')
    expect(Date.now() - began).toBeLessThan(2000)
  })

  it('ends a server that never answers', async () => {
    const url = await serving(() => undefined)
    expect(await codeOf(http().send({ method: 'GET', url, timeout: 200 }))).toBe('too-slow')
  })
})

describe('what is no answer', () => {
  it.each([
    ['unreachable', 'nobody listens', 'closed port'],
    ['unreachable', 'the connection closes at once', ''],
    ['bad-answer', 'what comes is not HTTP', '220 mail.example.com ESMTP\r\n\r\n'],
    ['unreachable', 'the body ends early', 'HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nshort'],
    ['too-large', 'the headers have no end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`],
  ])('is %s when %s', async (code, _, bytes) => {
    const tcp = createTcpServer(socket => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end(bytes))
    })
    const port = bytes === 'closed port' ? 1 : await listening(tcp)
    const asked = http().send({ method: 'GET', url: new URL(`http://127.0.0.1:${port}/`), timeout: 5000 })
    expect(await codeOf(asked)).toBe(code)
  })

  it('is an error, not a crash, when header names are those of Object.prototype', async () => {
    const tcp = createTcpServer(socket => {
      socket.on('error', () => undefined)
      socket.once('data', () =>
        socket.end(
          'HTTP/1.1 200 OK\r\nconstructor: a\r\n__proto__: b\r\nx: c\r\ncontent-length: 2\r\n\r\nok',
        ),
      )
    })
    const url = new URL(`http://127.0.0.1:${await listening(tcp)}/`)
    const settled = await http()
      .send({ method: 'GET', url, timeout: 5000 })
      .then(({ headers }) => headers['x'])
      .catch(error => (error as HygieneError).code)
    expect(settled).toBe('c')
  })
})

describe('proxies', () => {
  async function proxy(): Promise<{ readonly url: string; readonly asked: string[] }> {
    const asked: string[] = []
    const target = await serving((_, answer) => answer.end('through the proxy'))
    const server = createServer()
    server.on('connect', (request, socket) => {
      asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim())
      const upstream = connect(Number(target.port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        upstream.pipe(socket).pipe(upstream)
      })
      upstream.on('error', () => socket.destroy())
      socket.on('error', () => upstream.destroy())
    })
    return { url: `http://u:p@127.0.0.1:${await listening(server)}`, asked }
  }

  it('go through HTTP_PROXY, with its credentials', async () => {
    const { url, asked } = await proxy()
    const client = http({ HTTP_PROXY: url })
    const { body } = await client.send({ method: 'GET', url: new URL('http://registry.test/') })
    expect(Buffer.from(body).toString()).toBe('through the proxy')
    expect(asked).toEqual(['registry.test:80 Basic dTpw'])
  })

  it('are left alone for loopback and for NO_PROXY', async () => {
    const { url, asked } = await proxy()
    const client = http({ http_proxy: url, NO_PROXY: 'registry.invalid' })
    const direct = await serving((_, answer) => answer.end('direct'))
    const { body } = await client.send({ method: 'GET', url: direct })
    expect(Buffer.from(body).toString()).toBe('direct')
    expect(await codeOf(client.send({ method: 'GET', url: new URL('http://registry.invalid/') }))).toBe(
      'unreachable',
    )
    expect(asked).toEqual([])
  })

  it('that are no URLs are a wrong call, and are not quoted', async () => {
    const asked = http({ HTTPS_PROXY: 'hush hush' }).send({ method: 'GET', url: new URL('http://a.test/') })
    const error = (await asked.catch(caught => caught)) as HygieneError
    expect(error.code).toBe('bad-usage')
    expect(error.message).not.toContain('hush')
  })
})

describe('a certificate authority of one’s own', () => {
  const pem = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url), 'utf8')

  async function secret(): Promise<URL> {
    const server = createTlsServer({ cert: pem('cert'), key: pem('key') }, (_, answer) => answer.end('safe'))
    return new URL(`https://127.0.0.1:${await listening(server)}/`)
  }

  it('is trusted when it is given, beside the others, and by nobody else', async () => {
    const url = await secret()
    const client = http()
    const trusting = client.trusting(pem('cert'))
    const { body } = await trusting.send({ method: 'GET', url })
    expect(Buffer.from(body).toString()).toBe('safe')
    const error = (await client.send({ method: 'GET', url }).catch(caught => caught)) as HygieneError
    expect(error.code).toBe('unreachable')
    expect(error.findings[0]?.fix).toContain('--ca-file')
  })

  it('is not needed to be told that a host speaks plain http', async () => {
    const plain = await serving((_, answer) => answer.end('plain'))
    const url = new URL(plain.href.replace('http:', 'https:'))
    const error = (await http()
      .send({ method: 'GET', url })
      .catch(caught => caught)) as HygieneError
    expect(error.code).toBe('unreachable')
  })
})

describe('a body as it arrives', () => {
  it('comes in pieces and is bounded', async () => {
    const url = await serving((_, answer) => {
      answer.write('one ')
      setTimeout(() => answer.end('two'), 30)
    })
    const { body } = await http().stream({ method: 'GET', url })
    let text = ''
    for await (const chunk of body) text += Buffer.from(chunk).toString()
    expect(text).toBe('one two')
    const small = await http().stream({ method: 'GET', url, limit: 5 })
    const reading = (async () => {
      for await (const _ of small.body);
    })()
    expect(await codeOf(reading)).toBe('too-large')
  })
})

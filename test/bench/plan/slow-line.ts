// A TCP proxy in a process of its own that holds back every answer for a while: distance, without the distance.
// Arguments: upstream port, milliseconds. Prints its port; at SIGTERM the most connections that were open at once.
import { type AddressInfo, connect, createServer } from 'node:net'

const [upstream, delay] = process.argv.slice(2).map(Number)
let open = 0
let most = 0

const server = createServer(client => {
  open += 1
  most = Math.max(most, open)
  const registry = connect(upstream ?? 0, '127.0.0.1')
  client.setNoDelay(true)
  registry.setNoDelay(true)
  client.pipe(registry)
  registry.on('data', chunk => setTimeout(() => client.write(chunk), delay))
  registry.on('end', () => setTimeout(() => client.end(), delay))
  client.on('close', () => {
    open -= 1
    registry.destroy()
  })
  for (const socket of [client, registry]) socket.on('error', () => socket.destroy())
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
process.on('SIGTERM', () => {
  console.log(most)
  process.exit(0)
})

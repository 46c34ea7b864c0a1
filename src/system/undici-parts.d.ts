// Two files of undici, of the version that package.json pins. Its front door loads fetch, WebSocket, caches and mocks as
// well, which takes three times as long as what a registry is asked with.
declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici'
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici'

  const request: (this: Dispatcher, options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>
  export default request
}

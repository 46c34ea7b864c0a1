// The two lines of Node that the product runs on: the one that runs the tests, and Node 24, which GitHub's `node24` is.
import { tool, toolVersion } from './tools.ts'

export interface NodeRuntime {
  readonly version: string
  readonly path: string
}

export const currentNode: NodeRuntime = { version: process.versions.node, path: process.execPath }

/** @throws where the lab was not built */
export const node24 = (): NodeRuntime => ({ version: toolVersion('node24'), path: tool('node24') })

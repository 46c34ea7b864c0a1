// @ts-check
// Runs dockerfilelint's rules off the main thread: its expressions take minutes for a long word, and nothing else
// can stop them. Plain JavaScript, so that the same file runs as a source, compiled and bundled.
import { parentPort } from 'node:worker_threads'
import dockerfilelint from 'dockerfilelint'

/**
 * @typedef {{ readonly id: number, readonly text: string }} Job
 * @typedef {{ readonly rule: string, readonly line: number, readonly title: string }} Item
 */

// A folder that cannot exist: our own configuration is applied afterwards, with levels instead of on and off.
const noConfiguration = '\0'

parentPort?.on('message', (/** @type {readonly Job[]} */ jobs) => {
  for (const { id, text } of jobs) {
    parentPort?.postMessage({ id, ...run(text) })
  }
})

/**
 * @param {string} text
 * @returns {{ items: readonly Item[] } | { crash: string }}
 */
function run(text) {
  try {
    const items = dockerfilelint.run(noConfiguration, text)
    return { items: items.map(({ rule, line, title }) => ({ rule, line: Number(line), title })) }
  } catch (error) {
    return { crash: error instanceof Error ? error.message : String(error) }
  }
}

// @ts-check
// Runs dockerfilelint's rules off the main thread: its expressions take minutes for a long word, and nothing else
// can stop them.
import { parentPort } from 'node:worker_threads'
import { judgeText } from './engines/dockerfilelint-run.js'

parentPort?.on('message', (/** @type {readonly string[]} */ texts) => {
  for (const text of texts) parentPort?.postMessage(judgeText(text))
})

// Running one build command: everything it says goes to the caller, a failure carries the tail of it.
import { spawn } from 'node:child_process'

/**
 * @param {readonly string[]} argv
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<string>} standard output, then standard error
 */
export function run([command, ...args], { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', chunk => (out += chunk))
    child.stderr.on('data', chunk => (err += chunk))
    child.on('error', cause => reject(new Error(`${command} did not start: ${cause.message}`, { cause })))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(out + err)
      else
        reject(new Error(`${[command, ...args].join(' ')}: ${signal ?? `exit ${code}`}\n${tail(err || out)}`))
    })
  })
}

const tail = text => text.trimEnd().split('\n').slice(-15).join('\n')

// @ts-check
// dockerfilelint's own door. Plain JavaScript, so that the worker, which imports it, also runs as a source.
import dockerfilelint from 'dockerfilelint'

/** @typedef {{ readonly rule: string, readonly line: number }} Item */

// A folder that cannot exist: our own configuration is applied afterwards, with levels instead of on and off.
const noConfiguration = '\0'

/**
 * What dockerfilelint's rules find in one text, or what it crashed of.
 * @param {string} text
 * @returns {{ readonly items: readonly Item[] } | { readonly crash: string }}
 */
export function judgeText(text) {
  try {
    const items = dockerfilelint.run(noConfiguration, text)
    return { items: items.map(({ rule, line }) => ({ rule, line: Number(line) })) }
  } catch (error) {
    return { crash: error instanceof Error ? error.message : String(error) }
  }
}

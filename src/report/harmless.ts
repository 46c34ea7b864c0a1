/**
 * Untrusted text for a log, in one line: control characters, bidirectional overrides and line ends are shown as
 * escapes, so that a tag or a label can neither colour, move nor forge what a person reads.
 */
export function oneLine(text: string, longest = 400): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
  return shown.replace(unprintable, escapeOf)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

function escapeOf(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/**
 * Keeps every line of a log from being read as a workflow command. The runner trims a line before it looks for `::`
 * at its start, and takes `##[` anywhere in it.
 * @see https://github.com/actions/runner/blob/v2.330.0/src/Runner.Common/ActionCommand.cs
 */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1\u02d0').replaceAll('##[', '## [')
}

/** Untrusted text inside a Markdown paragraph or table cell: nothing in it links, mentions, closes or breaks out. */
export function inMarkdown(text: string, longest = 400): string {
  return (
    oneLine(text, longest)
      .replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&')
      // An invisible space after what starts a mention or a reference: forges look for them in the rendered text, where
      // an escape or an entity is gone again.
      .replace(/[#!~%$](?=\w)/g, '$&&#8203;')
      .replace(/@/g, '&#64;&#8203;')
      .replace(/:\/\//g, '&#58;//')
      .replace(/\b(GH\\-)(?=\d)/gi, '$1&#8203;')
  )
}

/**
 * Untrusted text as inline code. Back-ticks where the text is plain; otherwise an element with every other character as
 * an entity, because a table cell splits at `|` before code is looked for, and `\\|` splits it too.
 */
export function inCode(text: string, longest = 400): string {
  const shown = oneLine(text, longest)
  if (/^[\w ./:@+=,(){}$*-]*\w[\w ./:@+=,(){}$*-]*$/.test(shown)) return `\`${shown}\``
  return `<code>${shown.replace(/[^A-Za-z0-9 ./:]/gu, character => `&#${character.codePointAt(0)};`)}</code>`
}

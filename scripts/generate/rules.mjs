/** Our rules as sections: the level, the reason, a bad example and its good one. */
export function rulesSections(rules) {
  return rules
    .map(({ id, summary, reason, level, bad, good, fix }) =>
      [
        `### ${id}`,
        '',
        `${summary} (${level}). ${reason}`,
        '',
        '```dockerfile',
        `# bad\n${bad}`,
        '',
        `# good\n${good}`,
        '```',
        '',
        fix,
        '',
      ].join('\n'),
    )
    .join('\n')
}

/** dockerfilelint's rules as a table, with the rules of ours that judge the same better. */
export function dockerfilelintTable(rules) {
  return [
    '| rule | level | what | judged by |',
    '|---|---|---|---|',
    ...Object.entries(rules).map(([id, { summary, level, native }]) => {
      const ours = native?.map(name => `[${name}](#${name})`).join(', ') ?? ''
      return `| \`${id}\` | ${level} | ${summary.replaceAll('|', '\\|')} | ${ours} |`
    }),
  ].join('\n')
}

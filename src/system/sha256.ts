/** In hex. */
export function sha256(text: string): string {
  // An import would load it at start-up, which takes longer than many a step.
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex')
}
